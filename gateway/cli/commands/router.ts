// Commands that send nothing: what the router would do, and what an adapter makes of a recording.

import { Argument } from 'commander';
import { type AddCommand, DATA_FOLDER, command } from './command.ts';

export const routeCommand: AddCommand = (program, runs) => {
  command(program, 'route')
    .summary('show how an order would be split, now or in a given situation, and why')
    .description(
      "Shows how the router would split an order over a running desk's books as they stand, or in a given " +
        'situation. Sends nothing.',
    )
    .addArgument(new Argument('[side]').choices(['buy', 'sell']))
    .argument('[quantity]', 'in the base currency, such as 50')
    .argument('[symbol]', 'such as ETH/USDT')
    .option('--limit <price>', 'default: any price')
    .option('--all-in', 'the limit bounds the price with fees')
    .option('--situation', 'write the situation, for --input, instead of the plan')
    .option('--data <folder>', 'the data folder of the desk', DATA_FOLDER)
    .option('--input <file>', 'a situation as JSON; - reads standard input')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
A situation, its decimals in quotes; docs/examples/situation.json has each kind of venue:
  {"order": {"side": "buy", "orderQty": "12", "limit": null},
   "venues": [
     {"name": "A", "kind": "book", "tick": "0.01", "lot": "0.000001", "minQty": "0.001",
      "takerFeeBps": "10", "asks": [["100.00", "2"], ["100.05", "20"]], "bids": []}]}

Examples:
  causeway route buy 50 ETH/USDT
  causeway route --input situation.json

Exit codes: 0 the plan is shown, whatever it fills; 1 the situation cannot be read; 2 usage;
3 no venue can be asked; 4 the desk cannot be reached.`,
    )
    .action(
      (
        side: string | undefined,
        orderQty: string | undefined,
        symbol: string | undefined,
        flags: RouteFlags,
      ) =>
        runs(async () => {
          const { input, json = false, allIn = false, situation = false, ...rest } = flags;
          const { misusedRoute, showRoute } = await import('../route.ts');
          if (input !== undefined && side === undefined) return showRoute(input, { json });
          if (
            input !== undefined ||
            side === undefined ||
            orderQty === undefined ||
            symbol === undefined
          ) {
            return misusedRoute();
          }
          const { routeLive } = await import('../route-live.ts');
          return routeLive({ ...rest, side, orderQty, symbol, allIn, situation, json });
        }),
    );
};

interface RouteFlags {
  readonly input?: string;
  readonly limit?: string;
  readonly allIn?: boolean;
  readonly situation?: boolean;
  readonly data: string;
  readonly json?: boolean;
}

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
