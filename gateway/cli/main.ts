#!/usr/bin/env node
// The `causeway` bin: what there is to ask for. Each command's own code is loaded when it is asked for.

import { readFileSync } from 'node:fs';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ExitCode } from './exit-codes.ts';
import type { LimitsOptions } from './limits.ts';
import type { KillOptions } from './kill.ts';
import type { OrderArguments } from './order.ts';
import type { SessionArguments } from './order-session.ts';

const DATA_FOLDER = 'data/journal';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(ExitCode.Done); // Whoever read has seen enough, as `head` does.
});

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = ExitCode.Done;
  const program = commands(async (run) => {
    code = await run();
  });
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? ExitCode.Done : ExitCode.Usage;
  }
}

type Runner = (run: () => Promise<ExitCode>) => Promise<void>;

function commands(runs: Runner): Command {
  const program = new Command('causeway')
    .description('An institutional FIX gateway and smart order router.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  causeway start --config desk.yaml
  causeway config check desk.yaml
  causeway order buy 0.01 BTC/USDT --limit 70000 --tif ioc
  causeway route --input situation.json
  causeway story ORD-1-17

Exit codes: 0 done, 1 failed check, 2 usage, 3 refused, 4 unreachable, 5 in doubt.`,
    );
  startCommand(program, runs);
  configCommand(program, runs);
  doctorCommand(program, runs);
  orderCommand(program, runs);
  routeCommand(program, runs);
  replayCommand(program, runs);
  storyCommand(program, runs);
  venuesCommand(program, runs);
  viewCommands(program, runs);
  bookCommand(program, runs);
  killCommand(program, runs);
  limitsCommand(program, runs);
  journalCommand(program, runs);
  signerCommand(program, runs);
  return program;
}

function startCommand(program: Command, runs: Runner): void {
  command(program, 'start')
    .summary('run a desk until it is told to stop')
    .description('Runs a desk until SIGINT or SIGTERM: recovers, then listens.')
    .requiredOption('--config <file>', 'configuration; `causeway config check` checks it')
    .option('--json', 'say where it listens as one JSON object')
    .addHelpText('after', '\nExample:\n  causeway start --config desk.yaml')
    .action((options: { config: string; json?: boolean }) =>
      runs(async () => {
        const { start } = await import('./start.ts');
        const running = { json: options.json === true, version: packageVersion() };
        const code = await start(options.config, running);
        // All is closed; a timer of the FIX acceptor would keep the process for ten seconds more.
        process.exit(code);
      }),
    );
}

function configCommand(program: Command, runs: Runner): void {
  const config = command(program, 'config').description('Work with a configuration.');
  command(config, 'check')
    .summary('check a configuration, and say all that is wrong with it')
    .description('Checks a configuration and says all that is wrong with it, each with its line.')
    .argument('<file>')
    .option('--json', 'one JSON object for each problem and warning')
    .addHelpText('after', '\nExample:\n  causeway config check desk.yaml')
    .action((file: string, options: { json?: boolean }) =>
      runs(async () => {
        const { checkConfig } = await import('./config-check.ts');
        return checkConfig(file, { json: options.json === true });
      }),
    );
}

function doctorCommand(program: Command, runs: Runner): void {
  command(program, 'doctor')
    .summary('examine machine, folders, keys and venues before a desk trades on them')
    .description(
      'Examines Node, ulimits, configuration, file system, disk flush time, modes, ports, clock and the ' +
        'reach of each venue. Each line is ok, warn or fail, with its remedy. Sends no order.',
    )
    .option('--config <file>', 'of the desk', 'data/desk.yaml')
    .option('--json', 'one JSON object for each line')
    .addHelpText(
      'after',
      `
Examples:
  causeway doctor
  causeway doctor --config desk.yaml --json

Exit codes: 0 nothing failed, 1 a line says fail.`,
    )
    .action((options: { config: string; json?: boolean }) =>
      runs(async () => {
        const { examine } = await import('./doctor.ts');
        return examine(options.config, { json: options.json === true });
      }),
    );
}

function orderCommand(program: Command, runs: Runner): void {
  const order = session(command(program, 'order'))
    .summary('send one order over FIX and show what becomes of it')
    .description('Sends one order over FIX and shows its reports as they come.')
    .argument('<side>', 'buy or sell', side)
    .argument('<quantity>', 'in the base currency, such as 0.01')
    .argument('<symbol>', 'such as BTC/USDT')
    .option('--limit <price>', 'a limit order')
    .option('--market', 'a market order; the default without --limit')
    .addOption(
      new Option('--tif <tif>', 'time in force: day unless said, ioc for a market order').choices([
        'day',
        'gtc',
        'ioc',
        'fok',
      ]),
    )
    .option('--account <id>', "default: the session's first")
    .option('--cl-ord-id <id>', 'ClOrdID(11); default: a new one')
    .option('--venue <name>', 'ExDestination(100): there only')
    .option('--include <names>', 'only venues of this list, separated by commas')
    .option('--exclude <names>', 'no venue of this list')
    .option('--cancel-after <ms>', 'ask for its cancel so long after it was sent', milliseconds)
    .option('--wait', 'stay until it has ended, though it rests')
    .addHelpText(
      'after',
      `
Examples:
  causeway order buy 0.01 BTC/USDT --limit 70000 --tif ioc
  causeway order buy 1 ETH/USDT --limit 3000 --tif gtc --exclude kraken
  causeway order replace ORD-1-17 --limit 3001
  causeway order cancel ORD-1-17

Exit codes: 3 it was rejected, 4 the desk cannot be reached, 5 sent and its outcome is not known.`,
    )
    .action((asked: OrderArguments['side'], qty: string, symbol: string, options: OrderOptions) =>
      runs(async () => {
        const { sendOrder } = await import('./order.ts');
        return sendOrder({ ...options, side: asked, qty, symbol, json: options.json === true });
      }),
    );
  amendCommand(order, runs, 'cancel')
    .summary('ask for the cancel of an open order')
    .description("Asks for the cancel of one of the session's open orders.")
    .addHelpText('after', '\nExample:\n  causeway order cancel ORD-1-17');
  amendCommand(order, runs, 'replace')
    .summary('replace quantity or limit of an open order')
    .description("Replaces quantity or limit of one of the session's open orders; the rest stays.")
    .option('--qty <quantity>', 'the new whole quantity, what is filled included')
    .option('--limit <price>', 'the new limit')
    .addHelpText('after', '\nExample:\n  causeway order replace ORD-1-17 --qty 2 --limit 3001');
}

function amendCommand(order: Command, runs: Runner, name: 'cancel' | 'replace'): Command {
  const type = name === 'cancel' ? 'Cancel' : 'Replace';
  return command(order, name)
    .argument('<id>', 'OrderID(37) or ClOrdID(11)')
    .action((id: string, _own: object, self: Command) =>
      runs(async () => {
        const { amendOrder } = await import('./order-amend.ts');
        // Its parent takes the same options, and may have taken them.
        const options = self.optsWithGlobals<SessionFlags & { qty?: string; limit?: string }>();
        return amendOrder({ ...options, type, id, json: options.json === true });
      }),
    );
}

type SessionFlags = SessionArguments & { json?: boolean };

/** A command that speaks FIX as a client. */
function session(one: Command): Command {
  return one
    .option('--config <file>', 'of the desk, for address and password', 'data/desk.yaml')
    .option('--session <id>', 'the client session of that file', 'CLI')
    .option('--host <host>', 'call another host than that file says')
    .option('--port <port>', 'call another port than that file says', portNumber)
    .option('--json', 'one JSON object for each report');
}

type OrderOptions = Omit<OrderArguments, 'side' | 'qty' | 'symbol' | 'json'> & { json?: boolean };

function routeCommand(program: Command, runs: Runner): void {
  command(program, 'route')
    .summary('show how an order would be split in a given situation, and why')
    .description('Shows how the router would split an order in a given situation. Sends nothing.')
    .requiredOption('--input <file>', 'the situation as JSON; - reads standard input')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
A situation, its decimals in quotes:
  {"order": {"side": "buy", "orderQty": "12", "limit": null},
   "venues": [
     {"name": "A", "kind": "book", "tick": "0.01", "lot": "0.000001", "minQty": "0.001",
      "takerFeeBps": "10", "asks": [["100.00", "2"], ["100.05", "20"]], "bids": []},
     {"name": "P", "kind": "v2", "reserves": {"base": "5000", "quote": "500100"},
      "feeBps": "5", "gasCost": "0.60"}]}
Optional: limitBasis gross or allIn; maxQty, minNotional, makerFeeBps of a book; lot, minQty of a
pool. A v3 pool has decimals, baseIsToken0, sqrtPriceX96, tick, liquidity, tickSpacing, feePips and
ticks, such as [[-60, "1000"], [60, "-1000"]].

Examples:
  causeway route --input situation.json
  causeway route --input - --json < situation.json

Exit codes: 0 the plan is shown, whatever it fills; 1 the situation cannot be read.`,
    )
    .action((options: { input: string; json?: boolean }) =>
      runs(async () => {
        const { showRoute } = await import('./route.ts');
        return showRoute(options.input, { json: options.json === true });
      }),
    );
}

function replayCommand(program: Command, runs: Runner): void {
  command(program, 'replay')
    .summary("lead a recorded capture through the venue's adapter")
    .description(
      "Leads recorded market data through the venue's own adapter: books, trades, gaps, checksums, and " +
        'the top of each book at the end of each second. Reads the files only.',
    )
    .addArgument(new Argument('<venue>', 'whose form it has').choices(['binance', 'kraken']))
    .argument('<file...>', 'of one capture, merged by time')
    .option('--json', 'one JSON object for each trade, top, gap, differing checksum and book')
    .addHelpText(
      'after',
      `
A line is <unix seconds>: <frame>, <address> <-> <unix seconds> where the recorder connected, or
<address> -> <unix seconds>: <body> for an answer over HTTP, such as a snapshot.

Examples:
  causeway replay binance spot.ws spot.http
  causeway replay kraken book.ws --json

Exit codes: 0 nothing is missing, 1 a gap, a differing checksum or a line that cannot be read.`,
    )
    .action((venue: 'binance' | 'kraken', files: string[], options: { json?: boolean }) =>
      runs(async () => {
        const { replayCapture } = await import('./replay.ts');
        return replayCapture(venue, files, { json: options.json === true });
      }),
    );
}

function storyCommand(program: Command, runs: Runner): void {
  command(program, 'story')
    .summary('tell what became of one order, out of the journal')
    .description(
      'Tells one order out of the journal: its request, checks, children, fills, reports.',
    )
    .argument('<id>', 'OrderID(37) or ClOrdID(11)')
    .option('--data <folder>', 'the data folder; a gateway may be running on it', DATA_FOLDER)
    .option('--json', 'one JSON object for each step')
    .addHelpText('after', '\nExample:\n  causeway story ORD-1-17 --data data/journal')
    .action((id: string, options: { data: string; json?: boolean }) =>
      runs(async () => {
        const { tellStory } = await import('./story.ts');
        return tellStory(id, { folder: options.data, json: options.json === true });
      }),
    );
}

interface ViewFlags {
  readonly data: string;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly working?: boolean;
}

function viewOf({ data, json, watch }: ViewFlags) {
  return { data, json: json === true, watch: watch === true };
}

/** A command that looks at a running desk. */
function viewed(one: Command): Command {
  return one
    .option('--data <folder>', 'the data folder of the desk', DATA_FOLDER)
    .option('--json', 'one JSON object for each row')
    .option('--watch', 'look again each second');
}

function venuesCommand(program: Command, runs: Runner): void {
  const venues = viewed(command(program, 'venues'))
    .summary('venues of a running desk: state, books, doubts, quarantines')
    .description('Shows the venues of a running desk; resumes one that is quarantined.')
    .addHelpText(
      'after',
      '\nExamples:\n  causeway venues --watch\n  causeway venues resume binance --reason "ticket 4711: fixed"',
    )
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, venuesView } = await import('./desk-views.ts');
        return showView(venuesView, viewOf(options));
      }),
    );
  command(venues, 'resume')
    .summary('lift a quarantine')
    .description(
      'Lifts the quarantine of a venue: its orders and fills are asked for again, and it gets new orders.',
    )
    .argument('<venue>')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExample:\n  causeway venues resume binance --reason "ticket 4711: fixed"',
    )
    .action((venue: string, options: { reason: string; yes?: boolean }, self: Command) =>
      runs(async () => {
        const { data, json } = self.optsWithGlobals<ViewFlags>();
        const { resumeVenue } = await import('./venues-resume.ts');
        const { reason, yes } = options;
        return resumeVenue(venue, { data, reason, yes: yes === true, json: json === true });
      }),
    );
}

function viewCommands(program: Command, runs: Runner): void {
  viewed(command(program, 'orders'))
    .summary('open orders of a running desk')
    .description('Shows the orders that are open at a running desk.')
    .option('--working', 'only those with an order at a venue')
    .addHelpText('after', '\nExample:\n  causeway orders --working --json')
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, ordersView } = await import('./desk-views.ts');
        return showView(ordersView(options.working === true), viewOf(options));
      }),
    );
  viewed(command(program, 'sessions'))
    .summary('client sessions of a running desk')
    .description('Shows the client sessions of a running desk.')
    .addHelpText('after', '\nExample:\n  causeway sessions --watch')
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, sessionsView } = await import('./desk-views.ts');
        return showView(sessionsView, viewOf(options));
      }),
    );
  viewed(command(program, 'positions'))
    .summary('positions of a running desk')
    .description('Shows the positions that a running desk has booked.')
    .addHelpText('after', '\nExample:\n  causeway positions --json')
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, positionsView } = await import('./desk-views.ts');
        return showView(positionsView, viewOf(options));
      }),
    );
}

function bookCommand(program: Command, runs: Runner): void {
  viewed(command(program, 'book'))
    .summary('books of all venues of a running desk as one ladder')
    .description(
      "Shows an instrument's books at all its venues as one ladder: each venue's part and age, and which " +
        'are stale or crossed and therefore not traded on.',
    )
    .argument('<instrument>', 'such as BTC/USDT')
    .option('--depth <levels>', 'levels a side, 1 to 50', bookDepth, 10)
    .option('--all-in', "with taker's fees: what a buyer pays and a seller gets")
    .addHelpText(
      'after',
      `
Examples:
  causeway book ETH/USDT --depth 10 --all-in
  causeway book BTC/USDT --watch

Exit codes: 2 no such instrument, 4 the desk cannot be reached.`,
    )
    .action((symbol: string, options: ViewFlags & { depth: number; allIn?: boolean }) =>
      runs(async () => {
        const { showView } = await import('./desk-views.ts');
        const { bookView } = await import('./book.ts');
        const view = bookView(symbol, { depth: options.depth, allIn: options.allIn === true });
        return showView(view, viewOf(options));
      }),
    );
}

function killCommand(program: Command, runs: Runner): void {
  command(program, 'kill')
    .summary('stop orders and cancel what is open: firm, account, session, venue, instrument')
    .description(
      'Throws a kill switch: no new order and no replace is taken in its scope, all that is open there is cancelled, and the ' +
        'venues are asked what is left. It stays over restarts until it is lifted. Without a scope: what is active.',
    )
    .argument('[list]', 'show what is active', listWord)
    .option('--firm', 'everything')
    .option('--account <id>', 'orders of an account')
    .option('--session <id>', 'orders of a client session')
    .option('--venue <id>', 'what goes to a venue: orders go over the others')
    .option('--instrument <symbol>', 'orders in an instrument')
    .option('--rearm', 'lift the switch of that scope')
    .option('--reason <text>', 'why, for the record')
    .option('--yes', 'do not ask')
    .option('--wait <seconds>', 'so long for what is open to end', wholeSeconds, 10)
    .option('--data <folder>', 'the data folder of the desk', DATA_FOLDER)
    .option('--json', 'one JSON object for each switch, or for what is left')
    .addHelpText(
      'after',
      `
Examples:
  causeway kill
  causeway kill --account A1 --reason "runaway"
  causeway kill --venue kraken --reason "wrong fills, ticket 88" --yes
  causeway kill --rearm --account A1 --reason "client has fixed it"

Exit codes: 0 nothing is left open, 3 refused, 4 the desk cannot be reached,
5 something is left, or it is in doubt whether it was done.`,
    )
    .action((_list: string | undefined, options: KillFlags) =>
      runs(async () => {
        const { kill } = await import('./kill.ts');
        return kill({ ...options, json: options.json === true });
      }),
    );
}

function limitsCommand(program: Command, runs: Runner): void {
  const shown = (one: Command): Command =>
    one
      .option('--session <id>', 'only those of a session')
      .option('--account <id>', 'only those of an account')
      .option('--instrument <symbol>', 'only those of an instrument')
      .option('--data <folder>', 'the data folder of the desk', DATA_FOLDER)
      .option('--json', 'one JSON object for each limit');
  const show = (_options: unknown, self: Command): Promise<void> =>
    runs(async () => {
      const { showLimits } = await import('./limits.ts');
      const options = self.optsWithGlobals<LimitsFlags>();
      return showLimits({ ...options, json: options.json === true });
    });
  const limits = shown(command(program, 'limits'))
    .summary('limits of a running desk: what is taken, what is left, who changed them')
    .description('Shows the limits that hold; changes one while the desk runs.')
    .addHelpText(
      'after',
      `
Examples:
  causeway limits --account A1
  causeway limits set account/A1 maxOrderNotional=2000000 --reason "client call"
  causeway limits reset account/A1 maxOrderNotional --reason "as agreed"`,
    )
    .action(show);
  command(limits, 'show').summary('the same as without it').action(show);
  changing(command(limits, 'set'), runs, 'set')
    .summary('change a limit at once')
    .description(
      'Changes one limit at once: new orders are judged by it, open ones stay. The change stands over restarts ' +
        "until the configuration's own figure changes, or `limits reset`.",
    )
    .addHelpText(
      'after',
      `
Examples:
  causeway limits set firm maxOpenOrders=500 --reason "quiet day" --yes
  causeway limits set instrument/BTC/USDT maxOrderQty=none --reason "ticket 91"`,
    );
  changing(command(limits, 'reset'), runs, 'reset')
    .summary('take a change back')
    .description("Takes an operator's change of a limit back: the configured figure holds again.")
    .addHelpText(
      'after',
      '\nExample:\n  causeway limits reset firm maxOpenOrders --reason "day is over"',
    );
}

function changing(one: Command, runs: Runner, how: 'set' | 'reset'): Command {
  return one
    .argument('<scope>', 'firm, session/ID, account/ID or instrument/SYMBOL')
    .argument(how === 'set' ? '<limit=value>' : '<limit>', 'a name as in the configuration')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--yes', 'do not ask')
    .action(
      (scope: string, change: string, options: { reason: string; yes?: boolean }, self: Command) =>
        runs(async () => {
          const { data, json } = self.optsWithGlobals<LimitsFlags>();
          const { changeLimit } = await import('./limits.ts');
          const { reason, yes } = options;
          const given = { data, reason, yes: yes === true, json: json === true };
          return changeLimit(how, { scope, change }, given);
        }),
    );
}

type LimitsFlags = Omit<LimitsOptions, 'json'> & { readonly json?: boolean };

type KillFlags = Omit<KillOptions, 'json'> & { readonly json?: boolean };

function journalCommand(program: Command, runs: Runner): void {
  const journal = command(program, 'journal').description('Work with a journal.');
  command(journal, 'verify')
    .summary('prove that a journal is whole')
    .description(
      'Checks every checksum, sequence, hash and snapshot of a journal that no gateway has open.',
    )
    .option('--data <folder>', 'the data folder', DATA_FOLDER)
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample:\n  causeway journal verify --data data/journal')
    .action((options: { data: string; json?: boolean }) =>
      runs(async () => {
        const { verify } = await import('./journal-verify.ts');
        return verify(options.data, { json: options.json === true });
      }),
    );
}

function signerCommand(program: Command, runs: Runner): void {
  command(program, 'signer')
    .summary('hold the key of a chain account, and sign what its own limits allow')
    .description(
      'Runs the signing process of a chain account until SIGINT or SIGTERM. It takes structured swaps over a local socket ' +
        'and refuses what is not on its own list. Killing it stops trading on the chain and nothing else.',
    )
    .requiredOption('--config <file>', "the signer's own configuration, which no gateway reads")
    .option('--json', 'say where it listens as one JSON object')
    .addHelpText('after', '\nExample:\n  causeway signer --config signer.yaml')
    .action((options: { config: string; json?: boolean }) =>
      runs(async () => {
        const { runSigner } = await import('./signer.ts');
        return runSigner(options.config, { json: options.json === true });
      }),
    );
}

function command(parent: Command, name: string): Command {
  return parent
    .command(name)
    .helpCommand(false)
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .exitOverride();
}

function oneLine(text: string): string {
  return `causeway: ${text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ')}; --help says more\n`;
}

function side(text: string): OrderArguments['side'] {
  if (text === 'buy' || text === 'sell') return text;
  throw new InvalidArgumentError('It is buy or sell.');
}

function listWord(text: string): string {
  if (text === 'list') return text;
  throw new InvalidArgumentError('It is list, or nothing.');
}

function wholeSeconds(text: string): number {
  return wholeNumber(text, 3_600);
}

function milliseconds(text: string): number {
  return wholeNumber(text, 86_400_000);
}

function bookDepth(text: string): number {
  return wholeNumber(text, 50);
}

function portNumber(text: string): number {
  return wholeNumber(text, 65_535);
}

function wholeNumber(text: string, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= max) return value;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${max}.`);
}

function packageVersion(): string {
  const file = new URL('../../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}
