// With whom the command line speaks FIX: a client session of the desk's own configuration.

import { readFileSync } from 'node:fs';
import type { SessionID } from '../../spec/terms/index.ts';
import {
  CLI_SESSION,
  type FixTlsListenConfig,
  formatProblems,
  loadConfig,
  type GatewayConfig,
  type SessionConfig,
  mirrored,
} from '../config/index.ts';
import type { TlsConnecting } from '../fix/index.ts';
import { parsePasswordHash } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import type { Counterparty } from './fix-client.ts';
import type { Output } from './output.ts';

/** As typed. */
export interface SessionArguments {
  readonly config: string;
  /** Absent: the one of the version, or `CLI`. */
  readonly session?: string;
  /** As in 4.2 or 5.0SP2; absent: the session's. */
  readonly fixVersion?: string;
  readonly host?: string;
  readonly port?: number;
  /** Over TLS; a file with our own certificate and its key, where the session is bound to one. */
  readonly tls?: true | string;
}

/** A command line that makes no order: one sentence. */
export interface Misuse {
  readonly misuse: string;
}

export function misused(out: Output, { misuse }: Misuse): ExitCode {
  out.error(`causeway: ${misuse}; --help says more`);
  return ExitCode.Usage;
}

export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

export interface Found {
  readonly sessionID: SessionID;
  readonly config: GatewayConfig;
  readonly peer: Counterparty;
  readonly accounts: readonly [string, ...string[]];
}

export function sessionOf(args: SessionArguments): Found | Misuse {
  const loaded = loadConfig(args.config);
  if (!loaded.ok) {
    const isMissing = loaded.error.some(
      ({ found }) => found.includes('ENOENT') && loaded.error.length === 1,
    );
    const isUsual = args.config === 'data/desk.yaml';
    if (isMissing && isUsual) {
      return {
        misuse: 'there is no data/desk.yaml here: `npm start` writes it, or name one with --config',
      };
    }
    return { misuse: `${args.config} cannot be used:\n${formatProblems(loaded.error)}\n` };
  }
  const { sessions, listen } = loaded.value.config;
  const session = sessionIn(sessions, args);
  if ('misuse' in session) return session;
  const [first, ...others] = session.accounts;
  if (first === undefined) return { misuse: `session ${session.sessionID} has no account` };
  const tls = tlsOf(args, listen.fixTls);
  if ('misuse' in tls) return tls;
  const listening = tls.connecting === null ? listen.fix : (listen.fixTls ?? listen.fix);
  const port = args.port ?? listening.port;
  if (port === 0) return { misuse: `${args.config} leaves the port open: name it with --port` };
  const host = args.host ?? reachable(listening.host);
  const password = passwordOf(session);
  if (typeof password !== 'string') return password;
  const peer = { ...peerOf(session, { host, port }), password, tls: tls.connecting };
  const { sessionID } = session;
  return { config: loaded.value.config, sessionID, peer, accounts: [first, ...others] };
}

/** By its name, by the version that it speaks, or by both, which then agree. */
function sessionIn(
  sessions: readonly SessionConfig[],
  { session, fixVersion, config }: SessionArguments,
): SessionConfig | Misuse {
  const version = fixVersion === undefined ? null : `FIX.${fixVersion}`;
  const name = session ?? (version === null ? CLI_SESSION : null);
  const named = sessions.filter(({ sessionID }) => name === null || sessionID === name);
  const found = named.find(({ dictionary }) => version === null || dictionary.version === version);
  if (found !== undefined) return found;
  const known = sessions
    .map(({ sessionID, dictionary }) => `${sessionID} (${dictionary.version})`)
    .join(', ');
  const wanted = [
    name === null ? 'no session' : `no session ${quoted(name)}`,
    ...(version === null ? [] : [`that speaks ${version}`]),
  ].join(' ');
  return { misuse: `${wanted} in ${config}, there is: ${known}` };
}

/** Who listens everywhere is called at home. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

/** The other side of the session: the client's CompID is ours here. */
function peerOf(
  session: SessionConfig,
  address: { readonly host: string; readonly port: number },
): Omit<Counterparty, 'password' | 'tls'> {
  const { beginString, dictionary, senderCompID, targetCompID, username, heartBtInt } = session;
  return {
    ...address,
    beginString,
    dictionary,
    senderCompID: targetCompID,
    targetCompID: senderCompID,
    heartBtInt: heartBtInt.min,
    username,
    terms: mirrored(session.fix),
  };
}

/** Of the environment, where the configuration has its hash alone. */
function passwordOf({ sessionID, password }: SessionConfig): string | Misuse {
  const configured = password.reveal();
  if (parsePasswordHash(configured) === null) return configured;
  const misuse = `the configuration has the hash of ${sessionID}'s password alone: set CAUSEWAY_PASSWORD`;
  return process.env['CAUSEWAY_PASSWORD'] ?? { misuse };
}

/** The desk's own certificate is believed, and no other. */
function tlsOf(
  { tls }: SessionArguments,
  listening: FixTlsListenConfig | null,
): { readonly connecting: TlsConnecting | null } | Misuse {
  if (tls === undefined) return { connecting: null };
  if (listening === null) return { misuse: 'there is no listen.fixTls in that configuration' };
  const text = tls === true ? '' : textIn(tls);
  if (typeof text !== 'string') return text;
  // Certificate and key may stand in one file: each is found by its own lines.
  const own = tls === true ? null : { certificate: text, key: text };
  return { connecting: { ca: null, pinned: listening.certificate.pem, own, serverName: null } };
}

function textIn(file: string): string | Misuse {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = Object(error) as { code?: unknown };
    return { misuse: `${file} cannot be read: ${String(code)}` };
  }
}
