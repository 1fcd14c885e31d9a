// Commands about orders: sent as a client sends them, and told out of the journal.

import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { OrderArguments } from '../order.ts';
import type { SessionArguments } from '../order-session.ts';
import { type AddCommand, DATA_FOLDER, type Runner, command, wholeNumber } from './command.ts';

export const orderCommand: AddCommand = (program, runs) => {
  const order = session(command(program, 'order'))
    .summary('send one order over FIX and show what becomes of it')
    .description('Sends one order over FIX and shows its reports as they come.')
    .addArgument(new Argument('<side>').choices(['buy', 'sell']).argParser(side))
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

Exit codes: 3 it was rejected, 4 the desk cannot be reached, 5 sent and its outcome is not known.`,
    )
    .action((asked: OrderArguments['side'], qty: string, symbol: string, options: OrderOptions) =>
      runs(async () => {
        const { sendOrder } = await import('../order.ts');
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
};

type OrderOptions = Omit<OrderArguments, 'side' | 'qty' | 'symbol' | 'json'> & { json?: boolean };

function amendCommand(order: Command, runs: Runner, name: 'cancel' | 'replace'): Command {
  const type = name === 'cancel' ? 'Cancel' : 'Replace';
  return command(order, name)
    .argument('<id>', 'OrderID(37) or ClOrdID(11)')
    .action((id: string, _own: object, self: Command) =>
      runs(async () => {
        const { amendOrder } = await import('../order-amend.ts');
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
    .option('--config <file>', 'for address and password', 'data/desk.yaml')
    .option('--session <id>', 'the client session of that file; default: CLI')
    .option('--fix-version <v>', 'of its sessions one in 4.2, 4.3, … 5.0SP2', fixVersion)
    .option('--host <host>', 'call another host than that file says')
    .option('--port <port>', 'call another port than that file says', portNumber)
    .option('--tls [file]', 'over TLS; with a PEM file of certificate and key')
    .option('--json', 'one JSON object for each report');
}

function side(text: string): OrderArguments['side'] {
  if (text === 'buy' || text === 'sell') return text;
  throw new InvalidArgumentError('It is buy or sell.');
}

/** Those that sessions may speak, as a test says: a dictionary is too much to load for a command line. */
export const FIX_VERSIONS: readonly string[] = ['4.2', '4.3', '4.4', '5.0', '5.0SP1', '5.0SP2'];

function fixVersion(text: string): string {
  if (FIX_VERSIONS.includes(text)) return text;
  throw new InvalidArgumentError(`It is one of ${FIX_VERSIONS.join(', ')}.`);
}

function milliseconds(text: string): number {
  return wholeNumber(text, 86_400_000);
}

function portNumber(text: string): number {
  return wholeNumber(text, 65_535);
}

export const storyCommand: AddCommand = (program, runs) => {
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
        const { tellStory } = await import('../story.ts');
        return tellStory(id, { folder: options.data, json: options.json === true });
      }),
    );
};
