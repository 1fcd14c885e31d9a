// Commands that run something, or examine what it is to run on.

import { type AddCommand, DATA_FOLDER, command, packageVersion } from './command.ts';

export const startCommand: AddCommand = (program, runs) => {
  command(program, 'start')
    .summary('run a desk until it is told to stop')
    .description('Runs a desk until SIGINT or SIGTERM: recovers, then listens.')
    .requiredOption('--config <file>', 'configuration; `causeway config check` checks it')
    .option('--json', 'say where it listens as one JSON object')
    .addHelpText('after', '\nExample:\n  causeway start --config desk.yaml')
    .action((options: { config: string; json?: boolean }) =>
      runs(async () => {
        const { start } = await import('../start.ts');
        const running = { json: options.json === true, version: packageVersion() };
        const code = await start(options.config, running);
        // All is closed; a timer of the FIX acceptor would keep the process for ten seconds more.
        process.exit(code);
      }),
    );
};

export const configCommand: AddCommand = (program, runs) => {
  const config = command(program, 'config')
    .summary('check a configuration')
    .description('Work with a configuration.')
    .addHelpText('after', '\nExample:\n  causeway config check desk.yaml');
  command(config, 'check')
    .summary('check a configuration, and say all that is wrong with it')
    .description('Checks a configuration and says all that is wrong with it, each with its line.')
    .argument('<file>')
    .option('--json', 'one JSON object for each problem and warning')
    .addHelpText('after', '\nExample:\n  causeway config check desk.yaml')
    .action((file: string, options: { json?: boolean }) =>
      runs(async () => {
        const { checkConfig } = await import('../config-check.ts');
        return checkConfig(file, { json: options.json === true });
      }),
    );
};

export const doctorCommand: AddCommand = (program, runs) => {
  command(program, 'doctor')
    .summary('examine machine, folders, keys and venues before a desk trades on them')
    .description(
      'Examines Node, ulimits, configuration, file system, disk flush time, modes, ports, clock and the ' +
        'reach of each venue. Each line is ok, warn or fail, with its remedy. Sends no order.',
    )
    .option('--config <file>', 'of the desk', 'data/desk.yaml')
    .option('--json', 'one JSON object for each line')
    .addHelpText(
      'after',
      `
Examples:
  causeway doctor
  causeway doctor --config desk.yaml --json

Exit codes: 0 nothing failed, 1 a line says fail.`,
    )
    .action((options: { config: string; json?: boolean }) =>
      runs(async () => {
        const { examine } = await import('../doctor.ts');
        return examine(options.config, { json: options.json === true });
      }),
    );
};

export const journalCommand: AddCommand = (program, runs) => {
  const journal = command(program, 'journal')
    .summary('prove that a journal is whole')
    .description('Work with a journal.')
    .addHelpText('after', '\nExample:\n  causeway journal verify --data data/journal');
  command(journal, 'verify')
    .summary('prove that a journal is whole')
    .description(
      'Checks every checksum, sequence, hash and snapshot of a journal that no gateway has open.',
    )
    .option('--data <folder>', 'the data folder', DATA_FOLDER)
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample:\n  causeway journal verify --data data/journal')
    .action((options: { data: string; json?: boolean }) =>
      runs(async () => {
        const { verify } = await import('../journal-verify.ts');
        return verify(options.data, { json: options.json === true });
      }),
    );
};

export const signerCommand: AddCommand = (program, runs) => {
  command(program, 'signer')
    .summary('hold the key of a chain account, and sign what its own limits allow')
    .description(
      'Runs the signing process of a chain account until SIGINT or SIGTERM. It takes structured swaps over a local socket ' +
        'and refuses what is not on its own list. Killing it stops trading on the chain and nothing else.',
    )
    .requiredOption('--config <file>', "the signer's own configuration, which no gateway reads")
    .option('--json', 'say where it listens as one JSON object')
    .addHelpText('after', '\nExample:\n  causeway signer --config signer.yaml')
    .action((options: { config: string; json?: boolean }) =>
      runs(async () => {
        const { runSigner } = await import('../signer.ts');
        return runSigner(options.config, { json: options.json === true });
      }),
    );
};
