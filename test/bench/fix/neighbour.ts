// One session's p99 while another floods: alone, then beside a client that sends orders as fast as its socket takes them,
// with each answer that a throttle has, in turn.
//
//   npm run --silent bench -- neighbour [--rounds 5] [--seconds 5] [--rate 200] [--limit 500]

import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cpuOf, load, percentiles, spread } from '../gateway/figures.ts';
import { talk } from '../gateway/processes.ts';
import { Client, pause } from './client.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'neighbour'),
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    rate: { type: 'string', default: '200' },
    limit: { type: 'string', default: '500' },
  },
});
const seconds = Number(values.seconds);
const rate = Number(values.rate);
/** p99 beside a flood over p99 alone. */
const AIM_TIMES = 1.2;
const WARM_S = 2;
const PATIENCE_MS = 10_000;
const acceptor = fileURLToPath(new URL('./acceptor.js', import.meta.url));
const flooder = fileURLToPath(new URL('./flooder.js', import.meta.url));

/** Beside whom the steady session is: nobody, or one whose throttle does this with what is above it. */
const KINDS = ['alone', 'queue', 'reject', 'no throttle'] as const;
type Kind = (typeof KINDS)[number];

interface Round {
  readonly p50: number;
  readonly p99: number;
  /** Orders a second that the flood got rid of. */
  readonly flooded: number;
  /** The acceptor's, in cores. */
  readonly cpu: number;
}

async function measure(kind: Kind): Promise<Round> {
  const above = kind === 'queue' || kind === 'reject' ? [kind, values.limit] : [];
  const server = talk(process.execPath, ['--expose-gc', acceptor, '2', ...above]);
  const port = await server.hear();
  const steady = new Client(Number(port), 0);
  try {
    await new Promise<void>((done) => {
      steady.loggedOn = done;
      steady.logon();
    });
    const other = kind === 'alone' ? null : talk(process.execPath, [flooder, port, 'ACME1']);
    if (other !== null) await other.hear();
    await drive(steady, WARM_S);
    steady.latencies.length = 0;
    const pid = server.process.pid ?? 0;
    const before = cpuOf(pid).all;
    await drive(steady, seconds);
    const cpu = (cpuOf(pid).all - before) / 1e6 / seconds;
    const sent = other === null ? 0 : Number(await other.ask('end'));
    for (let waited = 0; steady.unanswered > 0 && waited < PATIENCE_MS; waited += 50)
      await pause(50);
    if (steady.unanswered > 0) throw new Error(`${steady.unanswered} orders were not answered`);
    const { p50, p99 } = percentiles(Float64Array.from(steady.latencies));
    await other?.close();
    return { p50, p99, flooded: sent / (WARM_S + seconds), cpu };
  } finally {
    steady.close();
    await server.close();
  }
}

let number = 0;

async function drive(client: Client, forSeconds: number): Promise<void> {
  const start = performance.now();
  let orders = 0;
  for (let now = 0; now < forSeconds * 1000; now = performance.now() - start) {
    for (; orders < (now / 1000) * rate; orders += 1) client.order((number += 1));
    await pause(1);
  }
}

console.log(
  `Node ${process.version}, ${rate} orders/s of a steady session; a flood beside it, throttled to ${values.limit}/s; load average ${load()}`,
);
const found = new Map<Kind, Round[]>(KINDS.map((kind) => [kind, []]));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const kind of KINDS) found.get(kind)?.push(await measure(kind));
}
const alone = found.get('alone') ?? [];
for (const [kind, rounds] of found) {
  const times = rounds.map(({ p99 }, at) => p99 / (alone[at]?.p99 ?? Number.NaN));
  const flood = rounds.map(({ flooded }) => flooded);
  console.log(
    `${kind.padEnd(12)} p50 ${spread(rounds.map(({ p50 }) => p50))} p99 ${spread(rounds.map(({ p99 }) => p99))} ms; p99 over alone ${spread(times)} (aim ${AIM_TIMES}); flood ${spread(flood, 0)} orders/s taken off its hands; acceptor ${spread(rounds.map(({ cpu }) => cpu))} cores`,
  );
}
console.log(`load average ${load()}`);
