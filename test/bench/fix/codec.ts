// The codec beside its floor and its peers: each contender in turn, round after round, in one run.

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Framer, MessageView, validate } from '../../../gateway/fix/index.ts';
import { fix44 } from '../../../spec/dictionaries/index.ts';
import { load, median, spread } from '../gateway/figures.ts';
import { compile, type Talker, talk } from '../gateway/processes.ts';
import { type JsPureFix, jsPureFix } from '../jspurefix.ts';
import { encode, encoded, type Kind, KINDS, VARIANTS } from './messages.ts';
import { readAll } from './read-all.ts';

/** QuickFIX validates by its own tables in their XML form; read where they lie, next to the project. */
const DICTIONARY = '../shared/fix/dictionaries/FIX44.xml';
/** A round of each contender takes about so long. */
const ROUND_MS = 25;
/** Messages before the first round, so that it is not the compiler's. */
const WARM_UP = 30_000;
/** The aims of the issue. */
const AIM = { timesFloor: 4, bytes: 200, encodeTimes: 3 } as const;

const soh = 0x01;
let sink = 0;

/** The least there is to do: each SOH found, the bytes summed. */
function scan(bytes: Uint8Array): number {
  let sum = 0;
  let fields = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    sum += byte;
    if (byte === soh) fields += 1;
  }
  return sum + fields;
}

const framer = new Framer();
const view = new MessageView(fix44);

function decode(message: Uint8Array): number {
  framer.push(message);
  if (framer.next() !== 'Message') throw new Error('not framed');
  if (view.read(framer.bytes, framer.start, framer.end) !== null) throw new Error('garbled');
  return view.count;
}

function decodeValidateRead(message: Uint8Array, asDesk: boolean): number {
  decode(message);
  if (validate(view) !== null) throw new Error('invalid');
  return readAll(view, asDesk);
}

/** Runs so many messages and says what CPU its process took, all of its threads, in ns: a neighbour's is not in it. */
type Contender = (count: number) => Promise<number>;

function here(run: (at: number) => number): Contender {
  return (count) => {
    const from = process.cpuUsage();
    for (let at = 0; at < count; at += 1) sink += run(at);
    const { user, system } = process.cpuUsage(from);
    return Promise.resolve((user + system) * 1000);
  };
}

function there(peer: Talker, what: string, kind: Kind): Contender {
  return async (count) => Number((await peer.ask(`${what} ${kind} ${count}`)).split(' ')[0]);
}

function contendersOf(
  kind: Kind,
  quickFix: Talker | null,
  peer: JsPureFix | null,
): ReadonlyMap<string, Contender> {
  const messages = encoded[kind];
  const nothing = new Uint8Array(0);
  const of = (at: number) => messages[at % VARIANTS] ?? nothing;
  const all = new Map<string, Contender>([
    ['floor', here((at) => scan(of(at)))],
    ['causeway: decode, validate, read all', here((at) => decodeValidateRead(of(at), false))],
    ['causeway: the same, in bigints', here((at) => decodeValidateRead(of(at), true))],
    ['causeway: decode', here((at) => decode(of(at)))],
    ['causeway: encode', here((at) => encode(kind, at % VARIANTS).length)],
  ]);
  if (quickFix !== null) {
    all.set('QuickFIX: decode, validate, read all', there(quickFix, 'validate', kind));
    all.set('QuickFIX: decode', there(quickFix, 'decode', kind));
    all.set('QuickFIX: encode', there(quickFix, 'encode', kind));
  }
  if (peer !== null) {
    const write = peer.encoder(of(0));
    all.set(
      'jspurefix: decode, validate, read all',
      here((at) => peer.readAll(of(at))),
    );
    all.set(
      'jspurefix: decode',
      here((at) => peer.decode(of(at), false)),
    );
    all.set('jspurefix: encode', here(write));
  }
  return all;
}

/** Null, and a line that says why, where it cannot be built. */
async function startQuickFix(folder: string, say: (line: string) => void): Promise<Talker | null> {
  const program = compileFixPeer();
  if (program === null || !existsSync(DICTIONARY)) {
    const why = program === null ? 'it does not compile here' : `no ${DICTIONARY}`;
    say(`QuickFIX C++: left out, ${why}`);
    return null;
  }
  const file = join(folder, 'messages');
  const lines = KINDS.flatMap((kind) =>
    encoded[kind].map(
      (bytes) => `${kind} ${Buffer.from(bytes).toString('latin1').replaceAll('\u0001', '|')}`,
    ),
  );
  writeFileSync(file, lines.join('\n'));
  const peer = talk(program, ['codec', DICTIONARY, file]);
  await peer.hear();
  return peer;
}

/** The program of quickfix.cpp; null where g++ or libquickfix-dev is not there. */
export function compileFixPeer(): string | null {
  const flags = ['-std=c++14', '-w', '-lquickfix', '-lpthread'];
  return compile('test/bench/fix/quickfix.cpp', 'fix-quickfix', flags);
}

/** Rounds of all contenders for all kinds; ns a message, and ratios within each round. */
export async function measureCodec(
  folder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<void> {
  const quickFix = await startQuickFix(folder, say);
  const peer = await jsPureFix();
  if (peer === null) say('jspurefix: left out, it is not installed under test/interop');
  try {
    for (const kind of KINDS) {
      const size = encoded[kind][0]?.length ?? 0;
      const contenders = contendersOf(kind, quickFix, peer);
      const counts = await warm(contenders);
      const taken = new Map<string, number[]>();
      for (const name of contenders.keys()) taken.set(name, []);
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, run] of contenders) {
          const count = counts.get(name) ?? 1;
          taken.get(name)?.push((await run(count)) / count);
        }
      }
      say(`\n${kind}, ${size} bytes, ${rounds} rounds; load average ${load()}`);
      report(taken, say);
    }
  } finally {
    await quickFix?.close();
  }
  if (sink === 0) throw new Error('nothing was done');
}

/** Warms each contender up, and finds how many messages make a round of it. */
async function warm(contenders: ReadonlyMap<string, Contender>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const run of contenders.values()) await run(WARM_UP / 3);
  for (const run of contenders.values()) await run(WARM_UP / 3);
  for (const [name, run] of contenders) {
    const count = Math.ceil(WARM_UP / 3);
    const each = (await run(count)) / count;
    counts.set(name, Math.max(500, Math.round((ROUND_MS * 1e6) / each)));
  }
  return counts;
}

function report(taken: ReadonlyMap<string, readonly number[]>, say: (line: string) => void): void {
  const ratio = (above: string, below: string): number => {
    const a = taken.get(above) ?? [];
    const b = taken.get(below) ?? [];
    return median(a.map((one, round) => one / (b[round] ?? Number.NaN)));
  };
  for (const [name, each] of taken) {
    const perSecond = Math.round(1e9 / median(each)).toLocaleString('en-US');
    say(
      `  ${name.padEnd(38)} ${spread(each, 0).padEnd(24)} ns  ${perSecond.padStart(10)}/s  ${ratio(name, 'floor').toFixed(1)} x floor`,
    );
  }
  const whole = 'decode, validate, read all';
  const times = ratio(`causeway: ${whole}`, 'floor');
  say(
    `  aim ${AIM.timesFloor} x floor: ${times.toFixed(2)} ${times <= AIM.timesFloor ? 'met' : 'NOT met'}`,
  );
  for (const one of ['QuickFIX', 'jspurefix']) {
    if (!taken.has(`${one}: decode`)) continue;
    const read = ratio(`${one}: ${whole}`, `causeway: ${whole}`).toFixed(2);
    const bare = ratio(`${one}: decode`, 'causeway: decode').toFixed(2);
    const written = ratio(`${one}: encode`, 'causeway: encode');
    const verdict = written >= AIM.encodeTimes ? 'met' : 'NOT met';
    say(
      `  ${one} takes ${read} times ours read whole, ${bare} times bare, ${written.toFixed(2)} times encoding` +
        (one === 'QuickFIX' ? ` (aim ${AIM.encodeTimes}: ${verdict})` : ''),
    );
  }
}

/** Heap statistics over a million decoded messages, in a process of its own whose young space holds them all. */
export function measureAllocation(say: (line: string) => void): void {
  const program = fileURLToPath(new URL('./allocation.js', import.meta.url));
  const flags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];
  for (const line of execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' })
    .trim()
    .split('\n')) {
    const [kind = '', what = '', bytes = ''] = line.split('\t');
    const isBound = what.includes('validate');
    const verdict = Number(bytes) <= AIM.bytes ? ' met' : ' NOT met';
    say(
      `  ${kind}: ${what}: ${bytes} bytes a message${isBound ? ` (aim ${AIM.bytes}:${verdict})` : ''}`,
    );
  }
}
