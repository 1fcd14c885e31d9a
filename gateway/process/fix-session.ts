// A FIX session as it is configured: whose it is, and who may log on to it.

import type { Dictionary } from '../../spec/dictionaries/index.ts';
import type { SessionID } from '../../spec/terms/index.ts';
import type { ScheduleSettings, SessionSettings } from '../fix/index.ts';

/** One FIX session as configured. */
export interface FixSession {
  readonly id: SessionID;
  readonly settings: Pick<
    SessionSettings,
    'beginString' | 'senderCompID' | 'targetCompID' | 'minHeartBtInt' | 'maxHeartBtInt'
  > &
    Partial<SessionSettings>;
  readonly schedule?: ScheduleSettings | null;
  /** Of its version, with its own laid over it. */
  readonly dictionary: Dictionary;
  readonly username: string | null;
  /** Null: none is asked for. */
  readonly password: { reveal(): string } | null;
  /** Absent: from anywhere, with anything. */
  readonly access?: SessionAccess;
}

/** From where, and with what, a session may be logged on to. Empty lists bound nothing. */
export interface SessionAccess {
  /** IPv4 and IPv6, single or as `10.0.0.0/8`. */
  readonly addresses: readonly string[];
  /**
   * `sha256:` and 64 hexadecimal digits, of the certificate itself; or a subject as `O=ACME,CN=oms`, of a
   * certificate that one of the listener's authorities signed. One of them must be shown.
   */
  readonly clientCertificates: readonly string[];
  /** Over TLS alone; a certificate implies it. */
  readonly tlsOnly: boolean;
}
