#!/usr/bin/env node
// The `causeway` bin: what there is to ask for. Each command's own code is loaded when it is asked for.

import { CommanderError } from 'commander';
import { commandTable } from './commands/table.ts';
import { ExitCode } from './exit-codes.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(ExitCode.Done); // Whoever read has seen enough, as `head` does.
});

process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = ExitCode.Done;
  const program = commandTable(async (run) => {
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
