// Where FIX is listened for: in plain text, and over TLS with certificates that may be renewed meanwhile.

import { statSync } from 'node:fs';
import type { Clock, Log, Network, Timers } from '../../spec/ports/index.ts';
import { type FixTlsListenConfig, type GatewayConfig, loadConfig } from '../config/index.ts';
import {
  accept,
  type AcceptorLimits,
  defaultAcceptorLimits,
  defaultDriverLimits,
  type DriverLimits,
  type SessionDirectory,
  tcpNetwork,
  tlsListening,
  type TlsNetwork,
} from '../fix/index.ts';
import { type Admissions, addressOf } from './admission.ts';
import { realSoon } from './real-world.ts';

/** How often the certificate's file is looked at. */
const RENEW_EVERY_MS = 5_000;

export interface FixAcceptors {
  readonly port: number;
  readonly tlsPort: number | null;
  close(text: string): void;
}

export interface FixListenersParts {
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: SessionDirectory;
  readonly admissions: Admissions;
  /** A network whose connections are read as the journal keeps up. */
  flowing(network: Network): Network;
}

/** Throws where an address cannot be had, or certificate and key do not belong together. */
export async function listenForFix(
  config: GatewayConfig,
  parts: FixListenersParts,
): Promise<FixAcceptors> {
  const { timers, log, sessions, admissions } = parts;
  const { fix, fixTls } = config.listen;
  const limits = limitsOf(config);
  const common = { timers, soon: realSoon, log, sessions, limits };
  const acceptor = await accept({
    ...common,
    network: parts.flowing(tcpNetwork()),
    address: fix,
    admission: admissions.at(fix.addresses),
  });
  if (fixTls === null) return { ...acceptor, tlsPort: null };
  const admission = admissions.at(fixTls.addresses);
  const network = tlsListening({
    own: { certificate: fixTls.certificate.pem, key: fixTls.key.reveal() },
    clientCA: fixTls.clientCA?.pem ?? null,
    clientCertificate: fixTls.clientCertificate,
    minVersion: fixTls.minVersion,
    handshakeTimeoutMs: limits.logonTimeoutMs,
    maxConnections: limits.maxConnections,
    mayConnect(remoteAddress) {
      const reason = admission.addressRefusal(addressOf(remoteAddress));
      if (reason !== null) log.warn({ remoteAddress, reason }, 'connection refused');
      return reason === null;
    },
    failed: (remoteAddress, cause) =>
      log.warn({ remoteAddress, cause }, 'no TLS came of a connection'),
  });
  let tls;
  try {
    tls = await accept({
      ...common,
      network: parts.flowing({ listen: network.listen, connect: tcpNetwork().connect }),
      address: fixTls,
      admission,
      ticks: false,
    });
  } catch (error) {
    acceptor.close('the desk does not start');
    throw error;
  }
  const watching = watch(config, fixTls, network, parts);
  return {
    port: acceptor.port,
    tlsPort: tls.port,
    close(text) {
      watching.cancel();
      acceptor.close(text);
      tls.close(text);
    },
  };
}

function limitsOf({ connections }: GatewayConfig): AcceptorLimits {
  const { maxConnections, maxAwaitingLogon, logonTimeoutMs } = connections;
  return {
    ...defaultAcceptorLimits,
    maxConnections,
    maxAwaitingLogon,
    logonTimeoutMs,
    driver: driverLimitsOf(connections),
  };
}

/** Of each session, and of what a connection says before it has one. */
export function driverLimitsOf({
  maxMessageBytes,
  maxQueuedBytes,
}: GatewayConfig['connections']): DriverLimits {
  const framer = { maxBodyLength: maxMessageBytes };
  return { ...defaultDriverLimits, framer, maxQueuedBytes };
}

/**
 * Takes a certificate that was put in the place of the one before. The configuration is read again as a whole,
 * so that the new files are checked as the old ones were; nothing else of it is taken.
 */
function watch(
  { file }: GatewayConfig,
  { certificate: { path } }: FixTlsListenConfig,
  network: TlsNetwork,
  { timers, log }: FixListenersParts,
): { cancel(): void } {
  let seen = changedAt(path);
  return timers.every(RENEW_EVERY_MS, () => {
    const now = changedAt(path);
    if (now === seen || now === null || file === null) return;
    const loaded = loadConfig(file);
    const next = loaded.ok ? loaded.value.config.listen.fixTls : null;
    try {
      if (next === null)
        throw new Error('the configuration does not read, or has no listen.fixTls');
      network.renew({ certificate: next.certificate.pem, key: next.key.reveal() });
      seen = now;
      log.info({ file: path }, 'connections from now on see the new certificate');
    } catch (error) {
      // The key may follow its certificate by a moment: tried again, the old pair serves meanwhile.
      log.error({ file: path, error }, 'the new certificate cannot be used, the one before stays');
    }
  });
}

/** Null: it is not there now. */
function changedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
