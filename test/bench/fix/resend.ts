// A resend of a million messages out of a journal: how long, in how much memory, and what another session feels of it.
//
//   npm run --silent bench -- resend [--messages 1000000] [--rate 200] [--seconds 10]
//
// The other session sends orders all along, each with a report that is on disk before it leaves; latencies before and while the resend runs.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cpuOf, load, percentiles } from '../gateway/figures.ts';
import { talk } from '../gateway/processes.ts';
import { Client, pause } from './client.ts';
import { DESK, SHORT } from './resend-store.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'resend'),
  options: {
    messages: { type: 'string', default: '1000000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
  },
});
const messages = Number(values.messages);
const rate = Number(values.rate);
const WARM_S = 2;
const PATIENCE_MS = 10_000;
const SAMPLE_MS = 50;
const besides = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

/** MiB of memory that is the process's own: without the journal's mapped pages, which are the system's cache. */
function ownMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

let number = 0;

async function drive(client: Client, until: () => boolean): Promise<void> {
  const start = performance.now();
  for (let orders = 0; !until(); await pause(1)) {
    const due = ((performance.now() - start) / 1000) * rate;
    for (; orders < due; orders += 1) client.order((number += 1));
  }
  for (let waited = 0; client.unanswered > 0; waited += 50) {
    if (waited > PATIENCE_MS) throw new Error(`${client.unanswered} orders were not answered`);
    await pause(50);
  }
}

function after(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() >= end;
}

function line(name: string, { latencies }: Client): string {
  const { p50, p99, p999 } = percentiles(Float64Array.from(latencies));
  const figures = [p50, p99, p999].map((figure) => figure.toFixed(2)).join(', ');
  return `${name}: ${latencies.length} orders, p50, p99, p99.9 ${figures} ms`;
}

const folder = mkdtempSync(join(tmpdir(), 'causeway-resend-'));
console.log(`Node ${process.version}, ${messages} messages, load average ${load()}`);
const server = talk(process.execPath, [
  besides('resend-acceptor'),
  join(folder, 'journal'),
  `${messages}`,
]);
try {
  const port = await server.hear();
  const pid = server.process.pid ?? 0;
  const steady = new Client(Number(port), { senderCompID: SHORT, targetCompID: DESK });
  await new Promise<void>((done) => {
    steady.loggedOn = done;
    steady.logon();
  });
  const peer = talk(process.execPath, [besides('resend-peer'), port, `${messages}`]);
  if ((await peer.hear()) !== 'on') throw new Error('no logon');
  await drive(steady, after(WARM_S));
  steady.latencies.length = 0;
  await drive(steady, after(Number(values.seconds)));
  console.log(line('alone', steady));
  steady.latencies.length = 0;
  const before = ownMiB(pid);
  const cpuBefore = cpuOf(pid).all;
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, ownMiB(pid))), SAMPLE_MS);
  let came: string | null = null;
  void peer.ask('ask').then((said) => (came = said));
  await drive(steady, () => came !== null);
  clearInterval(sampler);
  const [count, ms] = `${came}`.split(' ').map(Number);
  const seconds = (ms ?? 0) / 1000;
  const cpu = (cpuOf(pid).all - cpuBefore) / (count ?? 1);
  console.log(line('beside', steady));
  console.log(
    `${count} messages again in ${seconds.toFixed(1)} s, ${Math.round((count ?? 0) / seconds)}/s; ${cpu.toFixed(1)} us of the acceptor's CPU a message, the other's orders in it`,
  );
  await pause(2_000);
  console.log(
    `the acceptor's own memory (RssAnon): ${before.toFixed(0)} MiB before, at most ${most.toFixed(0)} while it ran, ${ownMiB(pid).toFixed(0)} after`,
  );
  steady.close();
  await peer.close();
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`load average ${load()}`);
