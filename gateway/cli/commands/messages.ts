// The command that finds FIX messages and makes them readable.

import { InvalidArgumentError, Option } from 'commander';
import type { MessagesOptions } from '../messages.ts';
import { type AddCommand, DATA_FOLDER, command, wholeNumber } from './command.ts';

type Flags = Omit<MessagesOptions, 'file' | 'form' | 'json'> & {
  readonly short?: boolean;
  readonly raw?: boolean;
  readonly json?: boolean;
};

export const messagesCommand: AddCommand = (program, runs) => {
  command(program, 'messages')
    .summary('find FIX messages and make them readable: of the store, of a log, of a pipe')
    .description(
      'Shows FIX messages with the names of their fields and values. Without a file: those of the store, in and out.',
    )
    .argument(
      '[file]',
      'any text with messages in it (SOH, |, ^A or \\x01 between fields); - is a pipe',
    )
    .option('--data <folder>', 'the data folder; a gateway may be running on it', DATA_FOLDER)
    .option('--session <id>', 'a CompID of either side, or FIX.4.4:CAUSEWAY->ACME')
    .option('--type <types>', 'by code or name: D,8 or NewOrderSingle')
    .option('--clordid <id>', 'in ClOrdID(11) or OrigClOrdID(41)')
    .option(
      '--field <tag=value>',
      'by number or name, also without a value; each must be there',
      each,
    )
    .option('--since <time>', '2026-11-28T14:03:07Z, 14:03 of today (UTC), or 10m ago')
    .option('--until <time>', 'the same')
    .addOption(new Option('--direction <way>', 'as the gateway sees it').choices(['in', 'out']))
    .option('--app', 'no Logons, Heartbeats and other session messages')
    .option('--limit <count>', 'the last of those that fit', count)
    .option('--follow', 'go on with what comes')
    .option('--short', 'a line for each message')
    .option('--raw', 'the message as it is, | between fields')
    .option('--json', 'one JSON object for each message')
    .addHelpText(
      'after',
      `
Examples:
  causeway messages --clordid ABC1
  causeway messages --session ACME --since 10m --short --follow
  causeway messages --type 8 --field OrdStatus=8 --limit 20
  cat venue.log | causeway messages - --type 3,j

Exit codes: 2 what was asked is not understood, 3 nothing to read there.`,
    )
    .action((file: string | undefined, options: Flags) =>
      runs(async () => {
        const { showMessages } = await import('../messages.ts');
        const { short, raw, json, ...rest } = options;
        const form = raw === true ? 'raw' : short === true ? 'short' : 'full';
        const named = file === undefined ? {} : { file };
        return showMessages({ ...rest, ...named, form, json: json === true });
      }),
    );
};

function each(text: string, before: readonly string[] = []): readonly string[] {
  if (text === '') throw new InvalidArgumentError('It is a tag, or tag=value.');
  return [...before, text];
}

function count(text: string): number {
  return wholeNumber(text, 1_000_000);
}
