// Order in, report of 26 fields out, over loopback: our engine, QuickFIX C++ with its memory store, bare sockets. One C
// program is the client of each, in turn, in one run.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../counterparties/rig.ts';
import { cpuOf, load, median, percentiles, spread } from '../gateway/figures.ts';
import { compileLoad, type Ran, run, type Talker, talk } from '../gateway/processes.ts';
import { compileFixPeer } from './codec.ts';

const DICTIONARY = '../shared/fix/dictionaries/FIX44.xml';
/** Unanswered at most; 1: one order at a time. */
const WINDOWS = [1, 10, 200] as const;
const AIM_THROUGHPUT = 1.5;

interface Peer {
  readonly name: string;
  readonly server: Talker;
  readonly client: Talker;
}

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** CPU of the server's process for one order. */
  readonly cpuUs: number;
}

async function connect(name: string, server: Talker, target: string, port: number): Promise<Peer> {
  const program = compileLoad();
  if (program === null) throw new Error('the load generator needs gcc');
  const words = [port, 'ACME', target, '', '', 'ETH/USDT', '3100.25', '2.5'].map(String);
  const client = talk(program, words);
  await client.hear();
  return { name, server, client };
}

async function startNode(name: string, script: string): Promise<Peer> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const server = talk(process.execPath, [file]);
  const port = Number(await server.hear());
  return connect(name, server, 'CAUSEWAY', port);
}

async function startQuickFix(folder: string): Promise<Peer | string> {
  const program = compileFixPeer();
  if (program === null) return 'it does not compile here';
  if (!existsSync(DICTIONARY)) return `no ${DICTIONARY}`;
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
      'UseDataDictionary=Y',
      `DataDictionary=${DICTIONARY}`,
      `SocketAcceptPort=${port}`,
      '[SESSION]',
      'BeginString=FIX.4.4',
      'SenderCompID=CAUSEWAY',
      'TargetCompID=ACME',
      '',
    ].join('\n'),
  );
  const server = talk(program, ['acceptor', settings]);
  await server.hear();
  return connect('QuickFIX C++', server, 'CAUSEWAY', port);
}

/** Rounds of each peer in turn, for each window. */
export async function measureTrip(
  folder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<void> {
  const peers: Peer[] = [];
  try {
    peers.push(await startNode('causeway', './acceptor.js'));
    peers.push(await startNode('sockets alone', './sockets.js'));
    const quickFix = await startQuickFix(folder);
    if (typeof quickFix === 'string') say(`QuickFIX C++: left out, ${quickFix}`);
    else peers.push(quickFix);
    const file = join(folder, 'ran');
    for (const peer of peers) await once(peer, { window: 100, count: 30_000, file });
    for (const window of WINDOWS) {
      const count = window === 1 ? 5_000 : 30_000;
      const found = new Map<string, Round[]>(peers.map(({ name }) => [name, []]));
      for (let round = 0; round < rounds; round += 1)
        for (const peer of peers)
          found.get(peer.name)?.push(await once(peer, { window, count, file }));
      report(window, found, say);
    }
  } finally {
    for (const { client, server } of peers) {
      await client.close();
      await server.close();
    }
  }
}

async function once(
  { name, server, client }: Peer,
  { window, count, file }: { window: number; count: number; file: string },
): Promise<Round> {
  const pid = server.process.pid ?? 0;
  const before = cpuOf(pid).all;
  const ran: Ran = await run(client, { rate: 0, count, window, final: '0', file });
  if (ran.answered !== count)
    throw new Error(`${name}: ${count} orders sent, ${ran.answered} answered`);
  const { p50, p99, p999 } = percentiles(ran.accepted);
  const cpuUs = (cpuOf(pid).all - before) / count;
  return {
    perSecond: count / ran.seconds,
    p50: p50 * 1000,
    p99: p99 * 1000,
    p999: p999 * 1000,
    cpuUs,
  };
}

function report(
  window: number,
  found: ReadonlyMap<string, readonly Round[]>,
  say: (line: string) => void,
): void {
  const what = window === 1 ? 'one order at a time' : `${window} orders outstanding`;
  say(`\n${what}; load average ${load()}`);
  for (const [name, each] of found) {
    const of = (key: keyof Round, digits: number) =>
      spread(
        each.map((one) => one[key]),
        digits,
      );
    say(
      `  ${name.padEnd(14)} ${of('perSecond', 0)} orders/s, ${of('cpuUs', 1)} us of its CPU an order`,
    );
    say(`  ${''.padEnd(14)} us: p50 ${of('p50', 1)}  p99 ${of('p99', 1)}  p99.9 ${of('p999', 1)}`);
  }
  const ours = found.get('causeway') ?? [];
  const theirs = found.get('QuickFIX C++') ?? [];
  if (theirs.length === 0) return;
  const ratio = (key: keyof Round) =>
    median(ours.map((one, round) => one[key] / (theirs[round]?.[key] ?? Number.NaN)));
  if (window === 1) {
    const times = ratio('p50');
    say(
      `  p50 ${times.toFixed(2)} times QuickFIX's (aim: no slower): ${times <= 1 ? 'met' : 'NOT met'}`,
    );
  } else {
    const times = ratio('perSecond');
    const verdict = times >= AIM_THROUGHPUT ? 'met' : 'NOT met';
    say(`  ${times.toFixed(2)} times QuickFIX's throughput (aim ${AIM_THROUGHPUT}: ${verdict})`);
  }
}
