// The kill test: the gateway dies by SIGKILL again and again while clients trade and two exchanges and a chain fill,
// and in the end clients, drop copies, journal, both ledgers and the chain's logs agree, trade by trade.
//
//   npm run --silent kill -- --times 50 --seed 4711
//
// One check a kill: what had left the gateway is in its journal, the journal holds I3 and I4 after every
// event, and every session comes back. After some kills one more: what was in doubt is so no more. Then the checks of the
// end. A failure keeps the folder.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RecordingProxy, startRecordingProxy } from '../../counterparties/recording-proxy.ts';
import { type Rig, type RigVenue, sleep, startRig } from '../../counterparties/rig.ts';
import { isNodeInstalled } from '../../sandbox/chain/node.ts';
import { endOnSignals } from '../../sandbox/end-with-us.ts';
import { seededRandom } from '../../sandbox/exchange/random.ts';
import { Audit } from './audit.ts';
import { Consumer } from './consumer.ts';
import { copiesAgree, unfoundedCopies } from './copies.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { type Ledger, type Swap, ledgerOf } from './ledgers.ts';
import { HEART_BT_INT, Trader } from './trader.ts';

/** The last of them resets at every Logon. */
const CLIENTS = ['STEADY', 'BRISK', 'RESETS'] as const;
const RESETTER = 'RESETS';
/** The first goes on with its numbers, the second resets at every Logon and gets the children too. */
const DROP_COPIES = [
  { id: 'RISK', children: false },
  { id: 'RISK-RESETS', children: true },
] as const;
const EXCHANGES: readonly RigVenue[] = ['binance', 'kraken'];
/** One: a second would show no more of nonces and signatures, and each life of the gateway would start later. */
const CHAIN_VENUES = isNodeInstalled() ? ['uniswap-v3'] : [];
/** Records that the journal may grow by between two kills, at most. */
const MOST_GROWTH = 1_500;
const BACK_WITHIN_MS = 20_000;
/** Traders wait for what is in doubt, and doubt behind many kills lasts half a minute: no claim, a bound on hanging. */
const GROWN_WITHIN_MS = 120_000;
const SETTLED_WITHIN_MS = 90_000;
/**
 * After so many kills the gateway lives, and nobody trades, until its venues have said what became of all that was in doubt before. At Kraken
 * the proof that orders never arrived reads pages of all that has ended since, one call a second behind the first sixteen: the pages of sixteen
 * kills took 30 to 41 s, those of six are among the first sixteen.
 */
const KILLS_A_BREATH = 6;
const RESOLVED_WITHIN_MS = 90_000;

/** When the next kill comes. */
type Moment =
  /** So long after the start, wherever it is: in recovery, at reconciliation, at the first Logons. */
  | { readonly type: 'AfterStart'; readonly ms: number }
  /** When the journal has grown by so many records, and a moment later. */
  | { readonly type: 'AtGrowth'; readonly records: number; readonly ms: number }
  /** So long after SIGTERM: while it logs off, writes its snapshot, closes its journal. */
  | { readonly type: 'WhileStopping'; readonly records: number; readonly ms: number };

/** A client may stay away while the gateway is down, and over further kills. */
interface Absence {
  /** Which of the clients leaves with this kill; null: none. */
  readonly leaves: number | null;
  /** And which of the drop copies. */
  readonly copyLeaves: number | null;
  /** Who is away stays away. */
  readonly lastsPast: boolean;
}

interface Run {
  /** Between gateway and exchanges: they have seen every request of every life. */
  readonly proxies: readonly RecordingProxy[];
  readonly rig: Rig;
  readonly traders: readonly Trader[];
  readonly consumers: readonly Consumer[];
  readonly folder: string;
  readonly random: () => number;
  readonly journal: () => JournalFile;
  readonly audit: () => Audit;
  readonly ledger: () => Promise<Ledger>;
  readonly setDying: (isDying: boolean) => void;
}

async function main(): Promise<void> {
  endOnSignals();
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '5' },
      seed: { type: 'string' },
      keep: { type: 'boolean' },
      'without-kraken': { type: 'boolean' },
    },
  });
  const times = Number(values.times);
  const seed = Number(values.seed ?? process.env['SEED'] ?? Date.now() % 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'causeway-kill-'));
  console.log(`kill test: ${times} kills, seed ${seed}, folder ${folder}`);
  const exchanges = EXCHANGES.filter(
    (one) => one !== 'kraken' || values['without-kraken'] !== true,
  );
  const counts = await killTest({ times, seed, folder, exchanges });
  if (counts.failed === 0 && values.keep !== true) rmSync(folder, { recursive: true, force: true });
  else console.log(`kept: ${folder}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed === 0 ? 0 : 1);
}

interface Counts {
  passed: number;
  failed: number;
}

interface KillTest {
  readonly times: number;
  readonly seed: number;
  /** For what the parts write. */
  readonly folder: string;
  readonly exchanges: readonly RigVenue[];
}

async function killTest(test: KillTest): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0 };
  const check = (name: string, problems: readonly string[]): void => {
    if (problems.length === 0) counts.passed += 1;
    else counts.failed += 1;
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    for (const problem of problems.slice(0, 20)) console.log(`       ${problem}`);
    if (problems.length > 20) console.log(`       and ${problems.length - 20} more`);
  };
  const run = await prepare(test);
  try {
    await run.rig.startGateway();
    await run.rig.healthy();
    run.setDying(false);
    for (const trader of run.traders) trader.start();
    for (const consumer of run.consumers) consumer.start();
    await backAgain(run);
    for (let kill = 1; kill <= test.times; kill += 1) {
      const moment = drawMoment(run.random);
      const name = `kill ${kill} ${shownMoment(moment)}`;
      const startedAt = Date.now();
      const [at, problems] = await killOnce(run, moment, drawAbsence(run.random, kill));
      check(`${name} at record ${at}, ${Date.now() - startedAt} ms`, problems);
      if (kill % KILLS_A_BREATH === 0) {
        const waitedFrom = Date.now();
        for (const trader of run.traders) trader.pause();
        const unresolved = await resolved(run);
        for (const trader of run.traders) trader.goOn();
        check(`what was in doubt is resolved, ${Date.now() - waitedFrom} ms`, unresolved);
      }
    }
    await finish(run, check);
  } catch (error) {
    check('the run itself', [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ]);
  }
  for (const trader of run.traders) trader.pause();
  for (const consumer of run.consumers) consumer.pause();
  run.setDying(true);
  if (counts.failed > 0) await keepEvidence(run);
  await Promise.all([...run.traders, ...run.consumers].map(({ client }) => client.stop()));
  await run.rig.close();
  for (const proxy of run.proxies) proxy.close();
  return counts;
}

async function prepare({ seed, folder, exchanges }: KillTest): Promise<Run> {
  const marketFile = join(folder, 'market.json');
  const market = { paceMs: 40, tradeChance: 0.5, volatilityBps: 1.5, quoteValue: 8_000 };
  writeFileSync(marketFile, JSON.stringify(market));
  const proxies: RecordingProxy[] = [];
  const rig = await startRig({
    folder,
    seed,
    between: async (exchangePort) => {
      const proxy = await startRecordingProxy(exchangePort);
      proxies.push(proxy);
      return proxy.port;
    },
    sessions: CLIENTS.map((id) => ({ id, accounts: [`${id}-1`], iocOnChain: true })),
    dropCopies: DROP_COPIES,
    venues: exchanges,
    chainVenues: CHAIN_VENUES,
    exchangeArguments: ['--market', marketFile, '--common-seed', String(seed)],
  });
  let isDying = true;
  let prices: Readonly<Record<string, string>> = {};
  const ask = setInterval(() => {
    void rig
      .control('GET', '/control/health')
      .then((health) => {
        prices = (health as { prices: Readonly<Record<string, string>> }).prices;
      })
      .catch(() => clearInterval(ask));
  }, 150);
  mkdirSync(join(folder, 'fix'));
  const traders = CLIENTS.map((name, index) => {
    const random = seededRandom(seed * 31 + index);
    return new Trader({
      name,
      port: rig.fixPort,
      resets: name === RESETTER,
      destinations: CHAIN_VENUES,
      logFile: join(folder, 'fix', `${name}.log`),
      random: () => random.unit(),
      price: (symbol) => {
        const price = prices[symbol.replace('/', '')];
        return price === undefined ? null : Number(price);
      },
      mayDie: () => isDying,
    });
  });
  const consumers = DROP_COPIES.map(({ id: name }, index) => {
    const random = seededRandom(seed * 37 + index);
    return new Consumer({
      name,
      port: rig.fixPort,
      resets: name.endsWith(RESETTER),
      logFile: join(folder, 'fix', `${name}.log`),
      random: () => random.unit(),
      mayDie: () => isDying,
    });
  });
  const random = seededRandom(seed);
  let journal: JournalFile | null = null;
  let audit: Audit | null = null;
  const journalFile = (): JournalFile => (journal ??= openJournalFile(rig.dataFolder));
  const swaps = new Map<string, Swap>();
  return {
    rig,
    proxies,
    traders,
    consumers,
    folder,
    random: () => random.unit(),
    journal: journalFile,
    audit: () => (audit ??= new Audit(journalFile())),
    ledger: () => ledgerOf(rig, exchanges, swaps),
    setDying: (value) => {
      isDying = value;
    },
  };
}

function drawMoment(random: () => number): Moment {
  const kind = random();
  if (kind < 0.15) return { type: 'AfterStart', ms: Math.floor(random() * 1_200) };
  const records = Math.floor(Math.exp(random() * Math.log(MOST_GROWTH)));
  if (kind < 0.27) return { type: 'WhileStopping', records, ms: Math.floor(random() * 250) };
  return { type: 'AtGrowth', records, ms: Math.floor(random() * 6) };
}

/** The one that resets leaves with the second kill for sure: its reports then wait for two lives more. */
function drawAbsence(random: () => number, kill: number): Absence {
  const draw = random();
  const who = Math.floor(random() * CLIENTS.length);
  const copyLeaves = random() < 0.2 ? Math.floor(random() * DROP_COPIES.length) : null;
  if (kill === 2) return { leaves: CLIENTS.indexOf(RESETTER), copyLeaves: 1, lastsPast: true };
  if (kill === 3) return { leaves: null, copyLeaves: 0, lastsPast: true };
  return { leaves: draw < 0.1 ? who : null, copyLeaves, lastsPast: draw < 0.2 };
}

function shownMoment(moment: Moment): string {
  if (moment.type === 'AfterStart') return `${moment.ms} ms after the start`;
  const at = `${moment.records} records on, ${moment.ms} ms`;
  return moment.type === 'AtGrowth' ? `${at} later` : `${at} after SIGTERM`;
}

/** Kills the running gateway at its moment, looks at what it left, and starts it again. */
async function killOnce(
  run: Run,
  moment: Moment,
  absence: Absence,
): Promise<readonly [number, readonly string[]]> {
  const { rig, traders, consumers } = run;
  const problems: string[] = [];
  if (moment.type === 'AfterStart') {
    // This one is alive: it goes first, and the next dies early.
    run.setDying(true);
    await rig.killGateway();
    const starting = rig.startGateway().catch(() => null);
    await sleep(moment.ms);
    await rig.killGateway();
    await starting;
  } else {
    await grownBy(run, moment.records);
    run.setDying(true);
    if (moment.type === 'WhileStopping') rig.gateway?.kill('SIGTERM');
    if (moment.ms > 0) await sleep(moment.ms);
    await rig.killGateway();
  }
  const at = run.journal().last();
  // What the dead process had written is still on its way to the clients; who reads slowly would read it in the next life.
  for (const { client } of consumers) client.readOn();
  await sleep(20);
  problems.push(...run.audit().advance());
  problems.push(...run.audit().letOut(traders, await run.ledger()));
  const { dueCopies } = run.audit();
  for (const consumer of consumers) problems.push(...unfoundedCopies(consumer, dueCopies));
  const { leaves, copyLeaves, lastsPast } = absence;
  if (leaves !== null) traders[leaves]?.client.leave();
  if (copyLeaves !== null) consumers[copyLeaves]?.client.leave();
  for (const { client } of [...traders, ...consumers]) {
    if (client.isAway && !lastsPast) client.comeBack();
  }
  await rig.startGateway();
  run.setDying(false);
  // A client that is away misses more than its two heartbeat intervals, over this kill and the next.
  if (traders.some(({ client }) => client.isAway)) await sleep(2_200 * HEART_BT_INT);
  problems.push(...(await backAgain(run)));
  problems.push(...violationsOf([...traders, ...consumers]));
  return [at, problems];
}

/**
 * Nothing is in doubt at any venue that was when this was called; new doubts may have come. By the journal: what a
 * gateway knows and has not written yet is gone with the next kill, and the next life asks for all of it again.
 */
async function resolved(run: Run): Promise<readonly string[]> {
  const problems = [...run.audit().advance()];
  const asked = run.audit().childrenInDoubt();
  const until = Date.now() + RESOLVED_WITHIN_MS;
  for (;;) {
    const now = run.audit().childrenInDoubt();
    const late = [...asked].filter((childID) => now.has(childID));
    if (late.length === 0) return problems;
    if (Date.now() > until) return [...problems, `in doubt still: ${late.join(', ')}`];
    await sleep(100);
    problems.push(...run.audit().advance());
  }
}

async function grownBy(run: Run, records: number): Promise<void> {
  const from = run.journal().last();
  const until = Date.now() + GROWN_WITHIN_MS;
  while (run.journal().last() < from + records) {
    if (run.rig.gateway === null) throw new Error('the gateway ended by itself');
    if (Date.now() > until) throw new Error(`the journal did not grow by ${records} records`);
    await sleep(1);
  }
}

/** Every client is logged on, has no gap, and hears of orders that it sends now. */
async function backAgain(run: Run): Promise<readonly string[]> {
  const before = run.traders.map((trader) => trader.told.size);
  const until = Date.now() + BACK_WITHIN_MS;
  const late = (): Trader[] =>
    run.traders.filter((trader, index) => {
      const { client, told } = trader;
      if (client.isAway) return false;
      return !client.isLoggedOn || !client.isWhole || told.size <= (before[index] ?? 0);
    });
  while (late().length > 0) {
    if (run.rig.gateway === null) return ['the gateway ended by itself'];
    if (Date.now() > until) {
      return late().map(
        ({ name, client }) =>
          `${name} is not back: logged on ${client.isLoggedOn}, whole ${client.isWhole}`,
      );
    }
    await sleep(5);
  }
  return [];
}

async function finish(
  run: Run,
  check: (name: string, problems: readonly string[]) => void,
): Promise<void> {
  const { rig, traders, consumers } = run;
  for (const one of [...traders, ...consumers]) {
    one.pause();
    one.client.comeBack();
  }
  await rig.healthy();
  check('every order comes to its end', await settle(run));
  run.setDying(true);
  const code = await rig.stopGateway();
  check('a clean stop exits with 0', code === 0 ? [] : [`it exited with ${code}`]);
  const ledger = await run.ledger();
  const audit = run.audit();
  check('I3 and I4 hold after every event of the journal', audit.advance());
  check(
    'clients, journal, exchanges and chain agree trade by trade',
    audit.agreed(traders, ledger),
  );
  for (const [index, { id, children }] of DROP_COPIES.entries()) {
    const consumer = consumers[index];
    const problems =
      consumer === undefined ? ['no such'] : copiesAgree(consumer, audit.dueCopies, children);
    check(`drop copy ${id} agrees with clients and journal, trade by trade`, problems);
  }
  check('no child was sent twice, over the lives of the gateway', sentTwice(run.proxies));
  const { replayed, gateway } = audit.stateHashes();
  check(
    'a replay has the state hash of the gateway',
    replayed === gateway ? [] : [`replay ${replayed}, gateway ${gateway}`],
  );
  check('no session died, no number was too low', violationsOf([...traders, ...consumers]));
  const sent = traders.reduce((sum, trader) => sum + trader.sentOrders, 0);
  const repeated = traders.reduce((sum, trader) => sum + trader.repeated, 0);
  const copies = consumers.reduce((sum, { copies: one }) => sum + one.size, 0);
  const copiedAgain = consumers.reduce((sum, consumer) => sum + consumer.repeated, 0);
  console.log(
    `${audit.doubts.inDoubt} children were in doubt, ${audit.doubts.absent} of them proven absent; ` +
      `${sent} orders, ${audit.events} events, ${audit.children} children, ${audit.trades} trades (${shares(ledger)}), ` +
      `${audit.reports} reports, ${repeated} told again with PossResend, ` +
      `${copies} copies, ${copiedAgain} of them again; ${privateCalls(run.proxies)} private calls over Kraken's REST`,
  );
}

/** Cancels what rests and waits until journal, ledger and clients have stopped changing. */
async function settle(run: Run): Promise<readonly string[]> {
  const until = Date.now() + SETTLED_WITHIN_MS;
  let seen = '';
  let since = Date.now();
  for (;;) {
    const isSettled = run.traders.map((trader) => trader.settle()).every(Boolean);
    run.audit().advance();
    const { orders, trades } = await run.ledger();
    const told = run.traders.map((trader) => trader.told.size);
    const copied = run.consumers.map(({ copies }) => copies.size);
    const now = JSON.stringify([orders.length, trades.length, told, copied, run.audit().events]);
    if (now !== seen) since = Date.now();
    seen = now;
    const { reports } = run.audit();
    const isCopied = run.consumers.every(({ copies }) => copies.size >= reports);
    if (isSettled && isCopied && Date.now() - since > 1_500) return [];
    if (Date.now() > until) {
      const open = run.traders.flatMap(({ name, openOrders }) =>
        openOrders.map((id) => `${name}: ${id}`),
      );
      if (isSettled) return []; // What a drop copy lacks is told where it is compared.
      return [`after ${SETTLED_WITHIN_MS} ms there is still ${open.join('; ')}`];
    }
    await sleep(100);
  }
}

/** How many of the trades each venue made, by the form of its executions. */
function shares({ trades }: Ledger): string {
  const onChain = trades.filter(({ quoteQty }) => quoteQty !== null).length;
  const atKraken = trades.filter(({ trade }) => / T[A-Z2-7]{5}-/.test(trade)).length;
  return `${onChain} on the chain, ${atKraken} at kraken`;
}

/** What the lives of the gateway have asked Kraken, by the kind of it. */
function privateCalls(proxies: readonly RecordingProxy[]): string {
  const counts = new Map<string, number>();
  for (const { text } of proxies.flatMap(({ passed }) => passed)) {
    const kind = /POST \/0\/private\/(\w+)/.exec(text)?.[1];
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return `${all} (${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')})`;
}

/** By its client order id: an exchange refuses a second one only while the first is open. */
function sentTwice(proxies: readonly RecordingProxy[]): readonly string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { text } of proxies.flatMap(({ passed }) => passed)) {
    if (!text.includes('"order.place"') && !text.includes('"add_order"')) continue;
    const childID = /"(?:newClientOrderId|cl_ord_id)":"([^"]+)"/.exec(text)?.[1] ?? text;
    if (seen.has(childID)) twice.push(`child ${childID} was sent twice`);
    seen.add(childID);
  }
  return seen.size === 0 ? ['the proxies saw no order'] : twice;
}

function violationsOf(peers: readonly (Trader | Consumer)[]): readonly string[] {
  return peers.flatMap(({ name, violations }) =>
    violations.splice(0).map((violation) => `${name}: ${violation}`),
  );
}

async function keepEvidence(run: Run): Promise<void> {
  const ledger = await run.ledger().catch((error: unknown) => String(error));
  writeFileSync(join(run.folder, 'ledger.json'), JSON.stringify(ledger, null, 1));
  const told = Object.fromEntries(
    run.traders.map(({ name, told: one }) => [name, [...one.values()]]),
  );
  writeFileSync(join(run.folder, 'told.json'), JSON.stringify(told, null, 1));
}

await main();
