// With whom the command line speaks FIX: a client session of the desk's own configuration.

import {
  formatProblems,
  loadConfig,
  type GatewayConfig,
  type SessionConfig,
} from '../config/index.ts';
import { ExitCode } from './exit-codes.ts';
import type { Counterparty } from './fix-client.ts';
import type { Output } from './output.ts';

/** As typed. */
export interface SessionArguments {
  readonly config: string;
  readonly session: string;
  readonly host?: string;
  readonly port?: number;
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
  const session = sessions.find(({ sessionID }) => sessionID === args.session);
  if (session === undefined) {
    const known = sessions.map(({ sessionID }) => sessionID).join(', ');
    return { misuse: `no session ${quoted(args.session)} in ${args.config}, there is: ${known}` };
  }
  const [first, ...others] = session.accounts;
  if (first === undefined) return { misuse: `session ${args.session} has no account` };
  const port = args.port ?? listen.fix.port;
  if (port === 0) return { misuse: `${args.config} leaves the port open: name it with --port` };
  const host = args.host ?? reachable(listen.fix.host);
  const peer = peerOf(session, { host, port });
  return { config: loaded.value.config, peer, accounts: [first, ...others] };
}

/** Who listens everywhere is called at home. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

/** The other side of the session: the client's CompID is ours here. */
function peerOf(
  session: SessionConfig,
  address: { readonly host: string; readonly port: number },
): Counterparty {
  const { beginString, senderCompID, targetCompID, username, password, heartBtInt } = session;
  return {
    ...address,
    beginString,
    senderCompID: targetCompID,
    targetCompID: senderCompID,
    heartBtInt: heartBtInt.min,
    username,
    password: password.reveal(),
  };
}
