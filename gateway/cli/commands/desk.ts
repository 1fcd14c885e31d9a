// Commands that run something, or examine what it is to run on.

import { InvalidArgumentError } from 'commander';
import { type AddCommand, command, packageVersion, wholeNumber } from './command.ts';

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

export const credentialsCommand: AddCommand = (program, runs) => {
  const credentials = command(program, 'credentials')
    .summary("make the hash of a client's password")
    .description('Work with passwords of FIX sessions.')
    .addHelpText(
      'after',
      '\nExample:\n  causeway credentials hash < password > secrets/acme.password',
    );
  command(credentials, 'hash')
    .summary("make the hash of a client's password")
    .description(
      'Reads a password from standard input and writes its hash, by scrypt with a salt of its own: what a passwordFile ' +
        'may hold in place of the password.',
    )
    .option('--cost <log2>', 'memory and time, from 12 to 18: each step doubles both', cost, 13)
    .addHelpText(
      'after',
      `
Examples:
  causeway credentials hash --cost 16 < password > secrets/acme.password
  (umask 077; read -rs P; printf %s "$P" | causeway credentials hash > secrets/acme.password)

Exit codes: 2 what came is no password.`,
    )
    .action((options: { cost: number }) =>
      runs(async () => {
        const { hashFromInput } = await import('../credentials.ts');
        return hashFromInput(options.cost);
      }),
    );
};

function cost(text: string): number {
  const value = wholeNumber(text, 18);
  if (value < 12) throw new InvalidArgumentError('It is from 12 to 18.');
  return value;
}

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
