// Commands that look at a running desk.

import type { Command } from 'commander';
import { type AddCommand, DATA_FOLDER, command, wholeNumber } from './command.ts';

interface ViewFlags {
  readonly data: string;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly working?: boolean;
  readonly client?: string;
  readonly account?: string;
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

export const venuesCommand: AddCommand = (program, runs) => {
  const venues = viewed(command(program, 'venues'))
    .summary('venues of a running desk: state, books, doubts, quarantines')
    .description('Shows the venues of a running desk; resumes one that is quarantined.')
    .addHelpText(
      'after',
      '\nExamples:\n  causeway venues --watch\n  causeway venues resume binance --reason "ticket 4711: fixed"',
    )
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, venuesView } = await import('../desk-views.ts');
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
        const { resumeVenue } = await import('../venues-resume.ts');
        const { reason, yes } = options;
        return resumeVenue(venue, { data, reason, yes: yes === true, json: json === true });
      }),
    );
};

export const reconCommand: AddCommand = (program, runs) => {
  const recon = viewed(command(program, 'recon'))
    .summary('what venues say that we have, beside what the desk has booked')
    .description(
      'Compares each balance that a venue tells with what was agreed once and every fill since; takes the word of a person ' +
        'that a difference is explained.',
    )
    .option('--venue <venue>', 'only this venue')
    .addHelpText(
      'after',
      '\nExamples:\n  causeway recon --venue binance --watch\n  causeway recon accept binance USDT --reason "paid in 50,000, ticket 91"',
    )
    .action((options: ViewFlags & { readonly venue?: string }) =>
      runs(async () => {
        const { showView } = await import('../desk-views.ts');
        const { reconView } = await import('../recon.ts');
        return showView(reconView(options.venue ?? null), viewOf(options));
      }),
    );
  command(recon, 'accept')
    .summary('a difference is explained')
    .description(
      'Takes what the venue says now into the books: what differed counts as paid in or out. No order and no position changes.',
    )
    .argument('<venue>')
    .argument('<asset>')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExample:\n  causeway recon accept binance USDT --reason "paid in 50,000, ticket 91"',
    )
    .action(
      (venue: string, asset: string, options: { reason: string; yes?: boolean }, self: Command) =>
        runs(async () => {
          const { data, json } = self.optsWithGlobals<ViewFlags>();
          const { acceptBalance } = await import('../recon.ts');
          const { reason, yes } = options;
          return acceptBalance(venue, asset, {
            data,
            reason,
            yes: yes === true,
            json: json === true,
          });
        }),
    );
};

export const viewCommands: AddCommand = (program, runs) => {
  viewed(command(program, 'orders'))
    .summary('open orders of a running desk')
    .description('Shows the orders that are open at a running desk.')
    .option('--working', 'only those with an order at a venue')
    .option('--client <session>', 'only those of a client session')
    .option('--account <id>', 'only those of an account')
    .addHelpText(
      'after',
      '\nExamples:\n  causeway orders --working --client ACME --watch\n  causeway orders --json',
    )
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, ordersView } = await import('../desk-views.ts');
        const { client = null, account = null, working = false } = options;
        return showView(ordersView({ client, account, working }), viewOf(options));
      }),
    );
  viewed(command(program, 'sessions'))
    .summary('client sessions of a running desk')
    .description('Shows the client sessions of a running desk.')
    .addHelpText('after', '\nExample:\n  causeway sessions --watch')
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, sessionsView } = await import('../desk-views.ts');
        return showView(sessionsView, viewOf(options));
      }),
    );
  viewed(command(program, 'positions'))
    .summary('positions of a running desk')
    .description('Shows the positions that a running desk has booked.')
    .addHelpText('after', '\nExample:\n  causeway positions --json')
    .action((options: ViewFlags) =>
      runs(async () => {
        const { showView, positionsView } = await import('../desk-views.ts');
        return showView(positionsView, viewOf(options));
      }),
    );
};

export const bookCommand: AddCommand = (program, runs) => {
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
        const { showView } = await import('../desk-views.ts');
        const { bookView } = await import('../book.ts');
        const view = bookView(symbol, { depth: options.depth, allIn: options.allIn === true });
        return showView(view, viewOf(options));
      }),
    );
};

function bookDepth(text: string): number {
  return wholeNumber(text, 50);
}
