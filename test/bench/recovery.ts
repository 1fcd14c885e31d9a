// A restart after kill -9: from the process's start to the first Logon that is answered, and its memory then.
//
//   node dist/test/bench/recovery.js [rounds] [open:records ...]
//
// Stores are written as a desk writes them, and end half an interval behind a snapshot, or more.
// On a machine that others use too, compare CPU and not time.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixClient } from '../counterparties/fix-client.ts';
import { type Rig, startRig, within } from '../counterparties/rig.ts';
import { cpuOf, median } from './gateway/figures.ts';
import { buildStore } from './recovery-store.ts';

const CURVE = ['10000:100000', '100000:500000', '10000:1000000', '100000:1000000'];
const PATIENCE_MS = 120_000;

const rounds = Number(process.argv[2] ?? 3);
const curve = process.argv.length > 3 ? process.argv.slice(3) : CURVE;

interface Restart {
  /** From the process's start to the Logon's answer. */
  readonly logonMs: number;
  /** As the gateway itself says: from opening the journal to a state. */
  readonly recoveryMs: number;
  /** MB when the Logon was answered, and the most until then. */
  readonly rss: number;
  readonly peak: number;
  /** CPU until then, ms: of the desk's thread, which is what a machine to itself would take, and of all. */
  readonly cpu: number;
  readonly cpuAll: number;
}

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`,
);
for (const point of curve) {
  const [open = 0, records = 0] = point.split(':').map(Number);
  await measure(open, records);
}

async function measure(open: number, records: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-recovery-'));
  try {
    const built = await buildStore(join(folder, 'journal'), { open, records });
    const rig = await startRig({
      folder,
      seed: 1,
      sessions: [{ id: 'ACME', accounts: ['ACME-1'] }],
      exchangeArguments: ['--no-participants'],
    });
    const found: Restart[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) found.push(await restart(rig));
    } finally {
      await rig.close();
    }
    const of = (figure: (one: Restart) => number, digits = 0): string =>
      median(found.map(figure)).toFixed(digits);
    console.log(
      `${built.open} open, ${built.records} records, ${built.behindSnapshot} behind a snapshot of ` +
        `${(built.snapshotBytes / 1e6).toFixed(1)} MB: Logon answered after ${of((one) => one.logonMs)} ms ` +
        `(${found.map(({ logonMs }) => logonMs.toFixed(0)).join(' ')}), of it recovery ` +
        `${of((one) => one.recoveryMs)} ms; CPU ${of((one) => one.cpu)} ms, all threads ` +
        `${of((one) => one.cpuAll)} ms; RSS ${of((one) => one.rss)} MB, peak ${of((one) => one.peak)} MB; ` +
        `load ${loadavg()[0]?.toFixed(1)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function restart(rig: Rig): Promise<Restart> {
  const startedAt = performance.now();
  let heard: () => void = () => undefined;
  const loggedOn = new Promise<void>((resolve) => (heard = resolve));
  const client = new FixClient({
    port: rig.fixPort,
    compID: 'ACME',
    password: 'ACME-password',
    heartBtInt: 30,
    resets: true,
    logFile: null,
    received: () => undefined,
    loggedOn: () => heard(),
    violated: () => undefined,
  });
  client.start();
  const starting = rig.startGateway();
  try {
    await within(PATIENCE_MS, 'no Logon was answered', Promise.all([loggedOn, starting]));
    const logonMs = performance.now() - startedAt;
    const pid = rig.gateway?.pid ?? 0;
    const memory = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(memory)?.[1] ?? Number.NaN) / 1_024;
    const said = [...rig.gatewayLog().matchAll(/recovery done in ([\d.]+) s/g)].at(-1)?.[1];
    const { all, threads } = cpuOf(pid);
    return {
      logonMs,
      cpu: (threads.get(pid) ?? 0) / 1_000,
      cpuAll: all / 1_000,
      recoveryMs: Number(said ?? Number.NaN) * 1_000,
      rss: mb('VmRSS'),
      peak: mb('VmHWM'),
    };
  } finally {
    await client.stop();
    await rig.killGateway();
  }
}
