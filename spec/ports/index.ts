export type { Clock, EpochNs, MonotonicNs } from './clock.ts';
export type { Timers, TimerHandle } from './timers.ts';
export type { Random } from './random.ts';
export type { Log, LogFields } from './log.ts';
export type {
  Listener,
  Network,
  PeerCertificate,
  TlsConnection,
  Transport,
  TransportEvents,
} from './network.ts';
export type { Disk } from './disk.ts';
