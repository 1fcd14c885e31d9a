// Every suite of the project, in the order in which they run. Add a line here, and nowhere else.

/** A command that ends with the line `N passed, N failed`. `$SEED` stands for a number of the commit's own. */
export interface Suite {
  readonly name: string;
  readonly command: string;
}

/** The whole list, with the time that it may take. */
export interface SuiteList {
  readonly suites: readonly Suite[];
  readonly limitMs: number;
}

/** Of jest.config.mjs's projects these: the tests under `test/<kind>`. */
function jest(...kinds: readonly string[]): Suite {
  return {
    name: kinds.join(' and '),
    command: `node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js --selectProjects ${kinds.join(' ')}`,
  };
}

/** Over both exchanges, and over a chain: what takes a while to stand. */
const MANY_VENUES = '/(quickfix-split|acceptance/kraken)[.]test';
/** Orders in each FIX version through the real process: our own client, and QuickFIX, over TLS too, and by the hours of a day. */
const VERSIONS = '(order-versions|quickfix-versions|quickfix-tls|quickfix-schedule)[.]test';
/**
 * Counterparties that we did not write, from a package file of their own. Beside them the acceptance scripts,
 * which do nothing but wait for half a minute.
 */
const interop: Suite = {
  name: 'interop and acceptance',
  command: `npm install --no-audit --no-fund --silent --prefix test/interop 1>&2 && ${jest('interop', 'acceptance').command} --testPathIgnorePatterns '${MANY_VENUES}|${VERSIONS}|node-newest' --maxWorkers 3`,
};

/** The gateway in a simulated world, with seeds that failed once and then as many new ones. */
function simulated(seeds: number): Suite {
  return { name: 'sim', command: `node dist/test/simulation/main.js --seeds ${seeds} --threads 2` };
}

/** Bugs that are planted, each of which the simulator must find: half of them, which half by the commit. By hand all. */
const mutations: Suite = {
  name: 'mutations',
  command: 'node dist/test/simulation/mutations.js --part $((SEED % 2 + 1))/2',
};

/** The gateway is killed so many times while clients trade: test/crash/kill. */
function kill(times: number): Suite {
  return { name: 'kill', command: `npm run --silent kill -- --times ${times} --seed "$SEED"` };
}

/** So many bad messages, and the gateway's memory behind them: test/crash/flood. */
function flood(messages: number): Suite {
  return { name: 'flood', command: `npm run --silent flood -- --messages ${messages}` };
}

/** The gateway is killed under QuickFIX's eyes more often than `npm test` has time for. */
const interopLonger: Suite = {
  name: 'interop, longer',
  command: `LIVES=6 ${jest('interop').command} --testPathPatterns quickfix --testNamePattern 'gateway that is killed'`,
};

/** A journal of 80,000 records, replayed by this Node and by the newest. */
const newestNode: Suite = {
  name: 'interop, newest Node',
  command: `npm install --no-audit --no-fund --silent --prefix test/interop/newest-node 1>&2 && ${jest('interop').command} --testPathPatterns node-newest`,
};

const interopVersions: Suite = {
  name: 'interop and acceptance, FIX versions, TLS, hours',
  command: `${jest('interop', 'acceptance').command} --testPathPatterns '${VERSIONS}'`,
};

const interopSplit: Suite = {
  name: 'interop and acceptance, several venues',
  command: `${jest('interop', 'acceptance').command} --testPathPatterns '${MANY_VENUES}'`,
};

/** Crash tests that stand for minutes of a desk's life, or a thousand sessions: `npm test` has no time for them. */
const LONG_CRASHES = `/(${[
  'amend',
  'black-hole',
  'clock',
  'drop-copy',
  'durable-first',
  'kill-switch',
  'limits-changed',
  'links',
  'messages',
  'older-copy',
  'operator',
  'points-first',
  'points-second',
  'poison',
  'recon',
  'resend',
  'secrets',
  'slow-desk',
  'stopped',
  'templates',
  'tls',
  'trim-soak',
  'venue-balance',
].join('|')})[.]test`;
const crash: Suite = {
  name: 'crash',
  command: `${jest('crash').command} --testPathIgnorePatterns '${LONG_CRASHES}'`,
};
const crashLonger: Suite = {
  name: 'crash, longer',
  command: `${jest('crash').command} --testPathPatterns '${LONG_CRASHES}'`,
};

/**
 * Adapters against whole exchanges, journals as files, hashes of passwords, what a package ships, the project's own tools,
 * shells: minutes that `npm test` has no time for.
 */
const LONG_UNITS = `/(${[
  'against-sandbox',
  'amends-against-sandbox',
  'archive',
  'cold-orders',
  'cli/commands',
  'completion',
  'process/credentials',
  'doctor',
  'exchange',
  'journal-files',
  'journal/faults',
  'participants',
  'replay',
  'retention',
  'rooms',
  'round-trip',
  'cli/route',
  'run-suites',
  'setup',
  'shipped',
  'trim',
  'verify',
  'witness',
].join('|')})[.]test`;
const unit: Suite = {
  name: 'unit',
  command: `${jest('unit').command} --testPathIgnorePatterns '${LONG_UNITS}'`,
};
const unitLonger: Suite = {
  name: 'unit, longer',
  command: `${jest('unit').command} --testPathPatterns '${LONG_UNITS}'`,
};

/** The router against exhaustive search in fewer cases than its own 2,000, which `.ci/run` has. */
const property: Suite = {
  name: 'property',
  command: `ROUTER_CASES=400 ${jest('property').command}`,
};
const propertyLonger: Suite = {
  name: 'property, longer',
  command: `${jest('property').command} --testPathPatterns router`,
};

/** Messages by grammar, mutations, and a fuzzer guided by coverage, for 30 seconds: test/fuzz. */
const fuzz: Suite = {
  name: 'fuzz',
  command: 'npm run --silent fuzz -- --seconds 30 --seed "$SEED"',
};

/** A real node with the published contracts: each of its files starts one, deploys them, and waits for its blocks. */
const chain: Suite = jest('chain');

/** `npm test`: what needs no system package. */
const tests: SuiteList = {
  suites: [
    unit,
    property,
    jest('simulation'),
    simulated(60),
    crash,
    kill(5),
    flood(100_000),
    interop,
  ],
  limitMs: 10 * 60_000, // Against hanging; less than five minutes is the aim, on two cores to itself: 2.8 on a fast machine, 4.9 on a slow one.
};

/** `.ci/run`: `npm test` as a newcomer types it, then what needs a system package or more time. */
const all: SuiteList = {
  suites: [
    { name: 'test', command: 'npm test --silent' },
    unitLonger,
    propertyLonger,
    crashLonger,
    chain,
    simulated(500),
    mutations,
    kill(50),
    flood(1_000_000),
    interopLonger,
    newestNode,
    interopSplit,
    interopVersions,
    fuzz,
  ],
  limitMs: 50 * 60_000, // Against hanging; less than half an hour is the aim: 16 minutes on a fast machine, 26 on a slow one.
};

/** The lists by the name that `run-suites` is given. */
export const lists: ReadonlyMap<string, SuiteList> = new Map([
  ['test', tests],
  ['all', all],
]);
