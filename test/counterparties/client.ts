// A FIX client in a process of its own, written by others: told what to send, and listened to.
//
// Lines in: "MSGTYPE|tag=value|…", "logout", "quit". Lines out: "logon", "logout", "in <message>" and
// "out <message>", where | stands for the separator.

import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';

/** One message as tag and value; of a tag that repeats, the last. */
export type Message = ReadonlyMap<number, string>;

export interface ClientProcess {
  /** What it received and found valid, in order. */
  readonly received: readonly Message[];
  /** What it sent, its own rejects of ours among them. */
  readonly sent: readonly Message[];
  /** How often it has logged on. */
  readonly logons: number;
  readonly isLoggedOn: boolean;
  /** Fields in FIX's order are the engine's own affair. */
  send(msgType: string, fields: Readonly<Record<number, string>>): void;
  logout(): void;
  /** The first of `received` from index `from` on that fits, as soon as it is there. */
  receive(what: string, fits: (message: Message) => boolean, from?: number): Promise<Message>;
  /** Settles when `holds` is true; asked again whenever a line arrives. */
  until(what: string, holds: () => boolean, ms?: number): Promise<void>;
  /** Ends it politely, at last by force. */
  close(): Promise<void>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

const PATIENCE_MS = 20_000; // A neighbour's load has stretched a second to ten.

export interface ClientProgram {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Gets what it says on its standard error. */
  readonly logFile: string;
}

export function startClient(program: ClientProgram): ClientProcess {
  const child = spawn(program.command, program.arguments, {
    stdio: ['pipe', 'pipe', openSync(program.logFile, 'a')],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const received: Message[] = [];
  const sent: Message[] = [];
  const waiting = new Set<() => void>();
  let logons = 0;
  let isLoggedOn = false;
  let rest = '';

  const hear = (line: string): void => {
    if (line === 'logon') {
      logons += 1;
      isLoggedOn = true;
    } else if (line === 'logout') isLoggedOn = false;
    else if (line.startsWith('in ')) received.push(messageOf(line.slice(3)));
    else if (line.startsWith('out ')) sent.push(messageOf(line.slice(4)));
  };
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
    for (const look of [...waiting]) look();
  });

  // A line for a client that has ended is lost, as it would be on a wire.
  child.stdin?.on('error', () => undefined);

  const until = (what: string, holds: () => boolean, ms = PATIENCE_MS): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        waiting.delete(look);
        clearTimeout(timer);
        child.off('exit', gone);
      };
      const look = (): void => {
        if (!holds()) return;
        done();
        resolve();
      };
      const fail = (why: string): void => {
        done();
        const last = received.slice(-3).map(readable).join('\n  ');
        reject(new Error(`${what}: ${why}; last received\n  ${last}`));
      };
      const gone = (): void => fail('the client ended');
      const timer = setTimeout(() => fail(`not within ${ms} ms`), ms);
      waiting.add(look);
      if (child.exitCode !== null || child.signalCode !== null) return gone();
      child.once('exit', gone);
      look();
    });

  return {
    received,
    sent,
    get logons() {
      return logons;
    },
    get isLoggedOn() {
      return isLoggedOn;
    },
    send(msgType, fields) {
      const pairs = Object.entries(fields).map(([tag, value]) => `${tag}=${value}`);
      child.stdin?.write(`${[msgType, ...pairs].join('|')}\n`);
    },
    logout: () => void child.stdin?.write('logout\n'),
    async receive(what, fits, from = 0) {
      let found: Message | undefined;
      let next = from;
      await until(what, () => {
        for (; found === undefined && next < received.length; next += 1) {
          const message = received[next];
          if (message !== undefined && fits(message)) found = message;
        }
        return found !== undefined;
      });
      if (found === undefined) throw new Error(what);
      return found;
    },
    until,
    async close() {
      if (hasEnded(child)) return;
      child.stdin?.end('quit\n');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    },
    async kill() {
      if (hasEnded(child)) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function messageOf(text: string): Message {
  const fields = new Map<number, string>();
  for (const field of text.split('|')) {
    const at = field.indexOf('=');
    if (at > 0) fields.set(Number(field.slice(0, at)), field.slice(at + 1));
  }
  return fields;
}

export function readable(message: Message): string {
  return [...message].map(([tag, value]) => `${tag}=${value}`).join('|');
}
