// The table of commands: help, completion and the bin are made from it. A new command is one entry.

import { Command } from 'commander';
import { type AddCommand, type Runner, oneLine, packageVersion } from './command.ts';
import {
  configCommand,
  credentialsCommand,
  doctorCommand,
  signerCommand,
  startCommand,
} from './desk.ts';
import { journalCommand } from './journal.ts';
import { messagesCommand } from './messages.ts';
import { orderCommand, storyCommand } from './orders.ts';
import { resolveCommand } from './resolve.ts';
import { killCommand, limitsCommand } from './risk.ts';
import { replayCommand, routeCommand } from './router.ts';
import { completionCommand } from './shell.ts';
import { bookCommand, reconCommand, venuesCommand, viewCommands } from './views.ts';

/** In the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  startCommand,
  configCommand,
  doctorCommand,
  orderCommand,
  storyCommand,
  messagesCommand,
  bookCommand,
  viewCommands,
  venuesCommand,
  reconCommand,
  limitsCommand,
  killCommand,
  resolveCommand,
  routeCommand,
  replayCommand,
  journalCommand,
  credentialsCommand,
  signerCommand,
  completionCommand,
];

export function commandTable(runs: Runner): Command {
  const program = new Command('causeway')
    .helpCommand(false)
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
  for (const add of COMMANDS) add(program, runs);
  return program;
}
