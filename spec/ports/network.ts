// Byte streams enter here: TCP in production, an in-memory pair in simulation.

import type { EpochNs } from './clock.ts';

export interface Transport {
  /** Queues the bytes. False: the peer reads slowly, and `drained` tells when it has caught up. */
  write(bytes: Uint8Array): boolean;
  /** Bytes queued and not yet taken by the operating system. */
  readonly queuedBytes: number;
  /**
   * Stops and resumes reading, so that a slow consumer holds up its peer and not the heap. Each pause
   * is some reason's own: reading goes on after as many resumes.
   */
  pause(): void;
  resume(): void;
  readonly isPaused: boolean;
  /** Sends what is queued, then closes. */
  end(): void;
  /** Closes at once. */
  destroy(): void;
  readonly remoteAddress: string;
  /** How its bytes are protected on their way; absent: they are not. */
  readonly tls?: TlsConnection;
}

export interface TlsConnection {
  /** `TLSv1.3`. */
  readonly protocol: string;
  /** Null: the peer showed none. It has the key of what it showed. */
  readonly peer: PeerCertificate | null;
}

export interface PeerCertificate {
  /** SHA-256 of the whole certificate, 64 hexadecimal digits, small letters. */
  readonly fingerprint: string;
  /** `O=ACME,CN=oms`, in its own order. */
  readonly subject: string;
  /** One of the authorities that the listener was given has signed it. */
  readonly isTrusted: boolean;
  readonly validFrom: EpochNs;
  readonly validTo: EpochNs;
}

export interface TransportEvents {
  received(bytes: Uint8Array): void;
  drained(): void;
  closed(cause: string): void;
}

export interface Listener {
  readonly port: number;
  close(): void;
}

export interface Network {
  /** Throws when the address cannot be had, with the address in the message. */
  listen(
    address: { readonly host: string; readonly port: number },
    accepted: (transport: Transport) => TransportEvents,
  ): Promise<Listener>;
  connect(
    address: { readonly host: string; readonly port: number },
    opened: (transport: Transport) => TransportEvents,
    failed: (cause: string) => void,
  ): void;
}
