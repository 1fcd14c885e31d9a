// What the command lines of all simulated exchanges have in common.

import { readFileSync } from 'node:fs';
import type { RunningCore } from './core.ts';
import type { ParticipantOptions } from './participants.ts';

/** What the account "causeway" begins with. */
export const USUAL_BALANCES = { BTC: '100', ETH: '2000', SOL: '40000', USDT: '10000000' };

/** Throws on anything but a whole number. */
export function whole(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new Error(`${option}: found "${value}", expected a whole number`);
  return Number(value);
}

/** The options that are whole numbers, under their names in `as`; those that were not given are left out. */
export function wholes(
  values: Readonly<Record<string, string | boolean | undefined>>,
  as: Readonly<Record<string, string>>,
): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [option, name] of Object.entries(as)) {
    const value = values[option];
    if (typeof value === 'string') found[name] = whole(`--${option}`, value);
  }
  return found;
}

/** `--no-participants`, `--market`, `--pace-ms` and `--common-seed`, where one of them was given. */
export function participantsFrom(
  values: Readonly<Record<string, string | boolean | undefined>>,
  usual: ParticipantOptions,
): { readonly participants?: ParticipantOptions | null } {
  if (values['no-participants'] === true) return { participants: null };
  const file = values['market'];
  const said = {
    ...(typeof file === 'string' ? marketIn(file, usual) : {}),
    ...wholes(values, { 'pace-ms': 'paceMs', 'common-seed': 'commonSeed' }),
  };
  return Object.keys(said).length === 0 ? {} : { participants: { ...usual, ...said } };
}

/** Figures of the usual market that a file has others of, such as `{"tradeChance": 0.5}`. */
function marketIn(file: string, usual: ParticipantOptions): Record<string, number> {
  const said: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  const known = new Map(Object.entries(usual));
  const read: Record<string, number> = {};
  for (const [name, value] of Object.entries(said)) {
    if (typeof value !== 'number' || typeof known.get(name) !== 'number') {
      throw new Error(`${file}: ${name} is no figure of a market`);
    }
    read[name] = value;
  }
  return read;
}

/** A file with an HMAC key. Throws without a word of what is in it. */
export function readKeyFile(file: string): { readonly apiKey: string; readonly secret: string } {
  const { apiKey, secret } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof apiKey !== 'string' || typeof secret !== 'string') {
    throw new Error(`${file}: expected {"apiKey": "...", "secret": "..."}`);
  }
  return { apiKey, secret };
}

/** Says where it listens, as a line of JSON, and runs until a signal. */
export function serveUntilSignal(
  running: RunningCore & { readonly urls: object },
  of: { readonly quiet: boolean; readonly name: string },
): void {
  process.stdout.write(`${JSON.stringify({ listening: running.urls, pid: process.pid })}\n`);
  if (!of.quiet) {
    const symbols = [...running.exchange.markets.keys()].join(', ');
    process.stderr.write(`simulated ${of.name} for ${symbols}\n`);
  }
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void running.stop().then(() => process.exit(0));
    });
  }
}

/** Runs a command line; what goes wrong is one line and exit code 2. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
}
