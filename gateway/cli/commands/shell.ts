// Commands for the shell.

import { Argument } from 'commander';
import type { Shell } from '../completion-script.ts';
import { type AddCommand, command } from './command.ts';

export const completionCommand: AddCommand = (program, runs) => {
  command(program, 'completion')
    .summary('write a script with which a shell completes commands, options and values')
    .description('Writes a script with which a shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      `
Examples:
  source <(causeway completion bash)
  causeway completion fish > ~/.config/fish/completions/causeway.fish`,
    )
    .action((shell: Shell) =>
      runs(async () => {
        const { writeCompletion } = await import('../completion-script.ts');
        return writeCompletion(shell);
      }),
    );
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) =>
      runs(async () => {
        const { complete } = await import('../complete.ts');
        return complete(program, words);
      }),
    );
};
