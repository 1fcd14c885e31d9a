// `causeway signer`: the process that holds the key of a chain account, until it is told to stop.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readSignerConfig, startSigner } from '../../adapters/signer/index.ts';
import { realClock } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { isFileError } from './file-errors.ts';
import { createOutput } from './output.ts';

export async function runSigner(
  file: string,
  options: { readonly json: boolean },
): Promise<ExitCode> {
  const out = createOutput(options);
  try {
    const read = readSignerConfig(parse(readFileSync(file, 'utf8')), resolve(file));
    if (!read.ok) {
      for (const { place, found, expected } of read.error) {
        out.error(`${place}  found ${found}  expected ${expected}`);
      }
      return ExitCode.FailedCheck;
    }
    const signer = await startSigner(read.value, {
      clock: realClock(),
      answered: ({ what, refusal }) => {
        if (refusal !== null) out.error(`causeway signer: ${what} refused: ${refusal}`);
      },
    });
    const told = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    const { socket, policy } = read.value;
    out.object({ type: 'Listening', socket, account: signer.account, chainID: policy.chainID });
    out.error(`causeway signer: account ${signer.account} on chain ${policy.chainID}, ${socket}`);
    await told;
    await signer.stop();
    return ExitCode.Done;
  } catch (error) {
    const where = isFileError(error) && error.path === undefined ? `${file}: ` : '';
    const cause = error instanceof Error ? error.message : String(error);
    out.error(`causeway signer: ${where}${cause}`);
    return ExitCode.Refused;
  }
}
