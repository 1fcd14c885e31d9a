// Commands that send nothing: what the router would do, and what an adapter makes of a recording.

import { Argument } from 'commander';
import { type AddCommand, command } from './command.ts';

export const routeCommand: AddCommand = (program, runs) => {
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
        const { showRoute } = await import('../route.ts');
        return showRoute(options.input, { json: options.json === true });
      }),
    );
};

export const replayCommand: AddCommand = (program, runs) => {
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
        const { replayCapture } = await import('../replay.ts');
        return replayCapture(venue, files, { json: options.json === true });
      }),
    );
};
