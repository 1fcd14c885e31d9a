// Commands that bound what a desk does: kill switches and limits.

import { Argument, type Command } from 'commander';
import type { KillOptions } from '../kill.ts';
import type { LimitsOptions } from '../limits.ts';
import { type AddCommand, DATA_FOLDER, type Runner, command, wholeNumber } from './command.ts';

export const killCommand: AddCommand = (program, runs) => {
  command(program, 'kill')
    .summary('stop orders and cancel what is open: firm, account, session, venue, instrument')
    .description(
      'Throws a kill switch: no new order and no replace is taken in its scope, all that is open there is cancelled, and the ' +
        'venues are asked what is left. It stays over restarts until it is lifted. Without a scope: what is active.',
    )
    .addArgument(new Argument('[list]', 'show what is active').choices(['list']))
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
        const { kill } = await import('../kill.ts');
        return kill({ ...options, json: options.json === true });
      }),
    );
};

type KillFlags = Omit<KillOptions, 'json'> & { readonly json?: boolean };

export const limitsCommand: AddCommand = (program, runs) => {
  const shown = (one: Command): Command =>
    one
      .option('--session <id>', 'only those of a session')
      .option('--account <id>', 'only those of an account')
      .option('--instrument <symbol>', 'only those of an instrument')
      .option('--data <folder>', 'the data folder of the desk', DATA_FOLDER)
      .option('--json', 'one JSON object for each limit');
  const show = (_options: unknown, self: Command): Promise<void> =>
    runs(async () => {
      const { showLimits } = await import('../limits.ts');
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
  command(limits, 'show')
    .summary('the same as without it')
    .description('Shows the limits that hold.')
    .addHelpText('after', '\nExample:\n  causeway limits show --json')
    .action(show);
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
};

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
          const { changeLimit } = await import('../limits.ts');
          const { reason, yes } = options;
          const given = { data, reason, yes: yes === true, json: json === true };
          return changeLimit(how, { scope, change }, given);
        }),
    );
}

type LimitsFlags = Omit<LimitsOptions, 'json'> & { readonly json?: boolean };

function wholeSeconds(text: string): number {
  return wholeNumber(text, 3_600);
}
