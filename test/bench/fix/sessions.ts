// Many sessions on one process: each with a heartbeat of a second and an order now and then, from 10 to 1,000.
//
//   npm run --silent bench -- sessions [--counts 10,100,300,1000] [--seconds 10] [--rate 200]
//
// All sessions together send `rate` orders a second, so that the curve shows what sessions cost and not orders; and
// each sends a heartbeat a second and gets one. CPU and memory are the acceptor's process's.

import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cpuOf, load, percentiles } from '../gateway/figures.ts';
import { talk } from '../gateway/processes.ts';
import { Client, pause } from './client.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'sessions'),
  options: {
    counts: { type: 'string', default: '10,100,300,1000' },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '200' },
  },
});
const seconds = Number(values.seconds);
const rate = Number(values.rate);
/** The aim: p99 with the most sessions over p99 with the fewest. */
const AIM_TIMES = 2;
/** For what is still on its way at the end. */
const PATIENCE_MS = 10_000;
const acceptor = fileURLToPath(new URL('./acceptor.js', import.meta.url));

/** One count: logon of all, then orders and heartbeats for so long. */
async function measure(count: number): Promise<number> {
  const server = talk(process.execPath, ['--expose-gc', acceptor, `${count}`]);
  const port = Number(await server.hear());
  const pid = server.process.pid ?? 0;
  const clients: Client[] = [];
  try {
    const empty = Number((await server.ask('memory')).split(' ')[1]);
    for (let at = 0; at < count; at += 1) {
      const client = new Client(port, at);
      clients.push(client);
      await new Promise<void>((done) => {
        client.loggedOn = done;
        client.logon();
      });
    }
    const full = Number((await server.ask('memory')).split(' ')[1]);
    await drive(clients, 2); // The compiler's.
    for (const client of clients) client.latencies.length = 0;
    const before = cpuOf(pid).all;
    await drive(clients, seconds);
    const cpu = (cpuOf(pid).all - before) / 1e6 / seconds;
    const lostNow = () => clients.reduce((sum, { unanswered }) => sum + unanswered, 0);
    for (let waited = 0; lostNow() > 0 && waited < PATIENCE_MS; waited += 50) await pause(50);
    const { p50, p99, p999 } = percentiles(
      Float64Array.from(clients.flatMap(({ latencies }) => latencies)),
    );
    const lost = lostNow();
    if (lost > 0) throw new Error(`${lost} orders were not answered`);
    const kib = ((full - empty) / count / 1024).toFixed(1);
    console.log(
      `${String(count).padStart(5)} sessions: CPU ${(cpu * 100).toFixed(1)} %, ${kib} KiB a session, order to report p50 ${p50.toFixed(2)} p99 ${p99.toFixed(2)} p99.9 ${p999.toFixed(2)} ms`,
    );
    return p99;
  } finally {
    for (const client of clients) client.close();
    await server.close();
  }
}

/** Heartbeats are spread over each second, orders over all sessions. */
async function drive(clients: readonly Client[], forSeconds: number): Promise<void> {
  const start = performance.now();
  let orders = 0;
  let beats = 0;
  for (let now = 0; now < forSeconds * 1000; now = performance.now() - start) {
    for (; beats < (now / 1000) * clients.length; beats += 1)
      clients[beats % clients.length]?.heartbeat();
    for (; orders < (now / 1000) * rate; orders += 1) {
      nextOrder += 1;
      clients[nextOrder % clients.length]?.order(nextOrder);
    }
    await pause(1);
  }
}

let nextOrder = 0;
console.log(`Node ${process.version}, ${rate} orders/s over all sessions; load average ${load()}`);
const p99s: number[] = [];
for (const count of values.counts.split(',').map(Number)) p99s.push(await measure(count));
const times = (p99s.at(-1) ?? 0) / (p99s[0] ?? Number.NaN);
console.log(
  `p99 of the most over p99 of the fewest: ${times.toFixed(2)} (aim ${AIM_TIMES}: ${times <= AIM_TIMES ? 'met' : 'NOT met'}); load average ${load()}`,
);
