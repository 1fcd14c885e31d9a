// The processes of the bench: load, venue, LMDB alone, QuickFIX; and the C programs, compiled when they are needed.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../counterparties/rig.ts';

const SOURCES = 'test/bench/gateway';
const BUILD = 'dist/test/bench/native';

/** Null where there is no compiler, or not what the source needs. */
export function compile(source: string, target: string, flags: readonly string[]): string | null {
  const file = join(BUILD, target);
  if (existsSync(file) && statSync(file).mtimeMs > statSync(source).mtimeMs) return file;
  mkdirSync(BUILD, { recursive: true });
  const compiler = source.endsWith('.cpp') ? 'g++' : 'gcc';
  const built = spawnSync(compiler, [source, '-O2', '-o', file, ...flags], { encoding: 'utf8' });
  if (built.status === 0) return file;
  process.stderr.write(`${source} does not compile: ${built.stderr ?? built.error}\n`);
  return null;
}

export function compileLoad(): string | null {
  return compile(join(SOURCES, 'load.c'), 'load', ['-Wall']);
}

export function compileVenue(): string | null {
  return compile(join(SOURCES, 'venue.c'), 'venue', ['-Wall']);
}

export function compileStalls(): string | null {
  return compile(join(SOURCES, 'stalls.c'), 'stalls', ['-Wall', '-lpthread']);
}

export function compileFixedSync(): string | null {
  const flags = ['-Wall', '-shared', '-fPIC', '-ldl'];
  return compile(join(SOURCES, 'fixed-sync.c'), 'fixed-sync.so', flags);
}

export function compileQuickFix(): string | null {
  const flags = ['-std=c++14', '-w', '-lquickfix', '-lpthread'];
  return compile('test/interop/quickfix/counterparty.cpp', 'quickfix', flags);
}

/** A process that is told lines and says lines. */
export interface Talker {
  readonly process: ChildProcess;
  /** The next line that it says. Rejects if it ends instead. */
  hear(): Promise<string>;
  ask(line: string): Promise<string>;
  close(): Promise<void>;
}

export function talk(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Talker {
  const child = spawn(command, parameters, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const said: string[] = [];
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  let isOver = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      isOver = true;
      const error = new Error(`${command} ${parameters[0]} ended with ${code ?? signal}`);
      for (const one of waiting.splice(0)) one.reject(error);
      resolve();
    });
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift();
    if (next === undefined) said.push(line);
    else next.resolve(line);
  });
  const hear = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const line = said.shift();
      if (line !== undefined) return resolve(line);
      if (isOver) return reject(new Error(`${command} has ended`));
      waiting.push({ resolve, reject });
    });
  return {
    process: child,
    hear,
    ask(line) {
      child.stdin.write(`${line}\n`);
      return hear();
    },
    async close() {
      child.stdin.end('quit\n');
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** When each order of a run was due and what became of it, in ms of the machine's monotonic clock. */
export interface Ran {
  readonly count: number;
  readonly answered: number;
  readonly seconds: number;
  /** Milliseconds from when the order was due; only of orders that got there. */
  readonly sent: Float64Array;
  readonly accepted: Float64Array;
  readonly traded: Float64Array;
  readonly dueMs: Float64Array;
}

/** `rate` 0: as fast as it goes with `window` unanswered. `final`: F executed, 0 acknowledged. */
export interface RunOrder {
  readonly rate: number;
  readonly count: number;
  readonly window: number;
  readonly final: 'F' | '0';
  readonly file: string;
}

export async function run(load: Talker, order: RunOrder): Promise<Ran> {
  const { rate, count, window, final, file } = order;
  const words = (await load.ask(`run ${rate} ${count} ${window} ${final} ${file}`)).split(' ');
  const [, sent, answered, rejected, ns] = words.map(Number);
  if (words[0] !== 'ran' || sent !== count || rejected !== 0) {
    throw new Error(`expected ${count} orders taken, the load says: ${words.join(' ')}`);
  }
  const bytes = readFileSync(file);
  const rows = new BigInt64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  const dueMs = new Float64Array(count);
  const since = (column: number): Float64Array => {
    const found: number[] = [];
    for (let row = 0; row < count; row += 1) {
      const at = rows[row * 5 + column] ?? 0n;
      if (at !== 0n) found.push(Number(at - (rows[row * 5] ?? 0n)) / 1e6);
    }
    return Float64Array.from(found);
  };
  for (let row = 0; row < count; row += 1) dueMs[row] = Number(rows[row * 5] ?? 0n) / 1e6;
  return {
    count,
    answered: answered ?? 0,
    seconds: (ns ?? 0) / 1e9,
    sent: since(1),
    accepted: since(2),
    traded: since(3),
    dueMs,
  };
}

const STALL_SECONDS = 3;

/** How often, how long in all and how long at most the machine kept a thread that only looks at the clock from its core. */
export function stallsOfMachine(program: string): string {
  const said = spawnSync(program, [String(STALL_SECONDS)], { encoding: 'utf8' }).stdout;
  const [stalls = 0, stalledMs = 0, longestMs = 0] = said.split(' ').map(Number);
  return (
    `a thread on each core was kept from it ${stalls} times in ${STALL_SECONDS} s, ` +
    `${stalledMs} ms in all, ${longestMs} at most`
  );
}

/** QuickFIX's acceptor with its file store, which writes and does not flush. */
export async function startQuickFixAcceptor(
  program: string,
  folder: string,
): Promise<{ readonly peer: Talker; readonly port: number }> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const settings = join(folder, 'acceptor.cfg');
  writeFileSync(
    settings,
    [
      '[DEFAULT]',
      'ConnectionType=acceptor',
      'StartTime=00:00:00',
      'EndTime=00:00:00',
      'NonStopSession=Y',
      'MillisecondsInTimeStamp=Y',
      'SocketNodelay=Y',
      'UseDataDictionary=N', // The peer at its fastest.
      `FileStorePath=${join(folder, 'store')}`,
      `SocketAcceptPort=${port}`,
      '[SESSION]',
      'BeginString=FIX.4.4',
      'SenderCompID=QUICKFIX',
      'TargetCompID=ACME',
      '',
    ].join('\n'),
  );
  const peer = talk(program, ['acceptor', settings]);
  await peer.hear();
  return { peer, port };
}

export interface Floor {
  readonly rate: number;
  readonly count: number;
  readonly bytes: number;
  readonly durability: 'fsync' | 'os';
}

/** LMDB alone in a process of its own, in an empty folder. Milliseconds from due to committed. */
export function lmdbAlone(folder: string, floor: Floor, environment = {}): Float64Array {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'latencies');
  const { rate, count, bytes, durability } = floor;
  const parameters = [join(folder, 'store'), rate, count, bytes, durability, file].map(String);
  const done = spawnSync(
    process.execPath,
    ['dist/test/bench/gateway/lmdb-alone.js', ...parameters],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } },
  );
  if (done.status !== 0) throw new Error(`LMDB alone ended with ${done.status ?? done.signal}`);
  const found = readFileSync(file);
  return new Float64Array(new Uint8Array(found).buffer);
}
