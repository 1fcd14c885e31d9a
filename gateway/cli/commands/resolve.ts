// The command by which a person says what became of a child in doubt.

import type { Command } from 'commander';
import type { Found } from '../resolve.ts';
import { type AddCommand, DATA_FOLDER, type Runner, command } from './command.ts';

interface Flags {
  readonly data: string;
  readonly json?: boolean;
}

interface WordFlags {
  readonly reason: string;
  readonly yes?: boolean;
}

export const resolveCommand: AddCommand = (program, runs) => {
  const resolve = command(program, 'resolve')
    .summary('orders at venues that are in doubt; what became of one, found out by hand')
    .description(
      "Shows each order at a venue of which it is not known what became of it, and what to look at there; takes a person's " +
        'word about one where the venue gives none. It is on record with name and reason, and acts as the word of the venue would.',
    )
    .option('--data <folder>', 'the data folder of the desk', DATA_FOLDER)
    .option('--json', 'one JSON object for each')
    .addHelpText(
      'after',
      `
Examples:
  causeway resolve
  causeway resolve absent 3f2a0001-0000-4000-8000-00010000002a --reason "not in their full history, ticket 88"
  causeway resolve filled 3f2a0001-0000-4000-8000-00010000002a --exec 9917 --qty 0.5 --price 3100.2 --reason "their trade list"
  causeway resolve ended 3f2a0001-0000-4000-8000-00010000002a --cum-qty 0.5 --reason "their order page"`,
    )
    .action((options: Flags) =>
      runs(async () => {
        const { showDoubts } = await import('../resolve.ts');
        return showDoubts({ data: options.data, json: options.json === true });
      }),
    );
  word(resolve, 'absent')
    .summary('the venue has never had it')
    .description(
      'The venue has never had it: look at open orders, closed orders and trades, by its client order id.',
    )
    .addHelpText('after', '\nExample:\n  causeway resolve absent CHILD --reason "ticket 88" --yes')
    .action((child: string, options: WordFlags, self: Command) =>
      said(runs, self, { child, found: { finding: 'absent' }, options }),
    );
  word(resolve, 'filled')
    .summary('a fill that the venue has not told')
    .description(
      "Books a fill that its venue shows and has not told. By the venue's own execution id: told later, it is known.",
    )
    .requiredOption('--exec <id>', "the venue's id of the execution")
    .requiredOption('--qty <quantity>', 'LastQty')
    .requiredOption('--price <price>', 'LastPx')
    .option('--fee <amount>', 'what the venue took', '0')
    .option('--fee-asset <asset>', "of what; else the instrument's quote")
    .option('--venue-order <id>', "the venue's id of the order, where it is not known here")
    .addHelpText(
      'after',
      '\nExample:\n  causeway resolve filled CHILD --exec 9917 --qty 0.5 --price 3100.2 --reason "their trade list"',
    )
    .action((child: string, options: WordFlags & FillFlags, self: Command) => {
      const { exec, qty, price, fee, feeAsset } = options;
      const found: Found = {
        finding: 'filled',
        venueExecID: exec,
        lastQty: qty,
        lastPx: price,
        feeAmount: fee,
        ...(feeAsset === undefined ? {} : { feeAsset }),
        ...named(options),
      };
      return said(runs, self, { child, found, options });
    });
  word(resolve, 'ended')
    .summary('it is dead at the venue')
    .description(
      'It is dead at the venue, with so much executed in all; fills that are not booked are given first.',
    )
    .requiredOption('--cum-qty <quantity>', 'what was executed of it in all')
    .option('--venue-order <id>', "the venue's id of the order, where it is not known here")
    .addHelpText(
      'after',
      '\nExample:\n  causeway resolve ended CHILD --cum-qty 0.5 --reason "their order page"',
    )
    .action((child: string, options: WordFlags & EndFlags, self: Command) => {
      const found: Found = { finding: 'ended', cumQty: options.cumQty, ...named(options) };
      return said(runs, self, { child, found, options });
    });
};

interface NamedFlags {
  readonly venueOrder?: string;
}

interface FillFlags extends NamedFlags {
  readonly exec: string;
  readonly qty: string;
  readonly price: string;
  readonly fee: string;
  readonly feeAsset?: string;
}

interface EndFlags extends NamedFlags {
  readonly cumQty: string;
}

function named({ venueOrder }: NamedFlags): { readonly venueOrderID?: string } {
  return venueOrder === undefined ? {} : { venueOrderID: venueOrder };
}

function word(parent: Command, name: Found['finding']): Command {
  return command(parent, name)
    .argument('<child>', 'its id, as `causeway resolve` shows it')
    .requiredOption('--reason <text>', 'how it was found out, for the record')
    .option('--yes', 'do not ask');
}

function said(
  runs: Runner,
  self: Command,
  word: { readonly child: string; readonly found: Found; readonly options: WordFlags },
): Promise<void> {
  return runs(async () => {
    const { data, json } = self.optsWithGlobals<Flags>();
    const { child, found, options } = word;
    const { reason, yes } = options;
    const { resolveChild } = await import('../resolve.ts');
    return resolveChild(child, found, { data, reason, yes: yes === true, json: json === true });
  });
}
