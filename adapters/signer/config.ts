// The signer's own configuration: a file that the gateway neither reads nor writes.

import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { addressOf } from '../chain/index.ts';
import { type Problem, type Result, err, ok } from '../../spec/proof/index.ts';
import { parseDecimal } from '../../spec/units/index.ts';
import type { SigningPolicy, TokenLimit } from './policy.ts';

export interface SignerConfig {
  /** Absolute; the socket is made with mode 0600. */
  readonly socket: string;
  readonly key:
    | { readonly type: 'File'; readonly file: string }
    | { readonly type: 'Keystore'; readonly file: string; readonly passwordFile: string };
  /** Keeps what an hour has spent over a restart. */
  readonly spentFile: string;
  readonly policy: SigningPolicy;
}

const address = z.string().transform((text, context) => {
  const found = addressOf(text);
  if (found !== null) return found;
  context.addIssue({ code: 'custom', message: 'expected an address of 40 hexadecimal digits' });
  return z.NEVER;
});
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'expected a decimal such as "1.5"');

const token = z.strictObject({
  symbol: z.string().min(1).max(20),
  address,
  decimals: z.int().min(0).max(18),
  perSwap: amount,
  perHour: amount,
});

const schema = z.strictObject({
  socket: z.string().min(1),
  chainID: z.int().min(1),
  keyFile: z.string().optional(),
  keystoreFile: z.string().optional(),
  passwordFile: z.string().optional(),
  spentFile: z.string().optional(),
  routers: z.strictObject({ v2: address.optional(), v3: address.optional() }),
  tokens: z.array(token).min(2),
  maxFeePerGasGwei: z.int().min(1).max(1_000_000),
  maxGasLimit: z.int().min(21_000).max(16_777_216),
  maxDeadlineS: z.int().min(1).max(3_600),
});

const WEI_PER_GWEI = 1_000_000_000n;

/** `written` is the file's content as data; relative paths start at its folder. */
export function readSignerConfig(written: unknown, file: string): Result<SignerConfig> {
  const parsed = schema.safeParse(written);
  if (!parsed.success) {
    return err(
      parsed.error.issues.map((issue): Problem => {
        const place = `${file} ${issue.path.join('.')}`;
        return { place, found: 'another value', expected: issue.message };
      }),
    );
  }
  const { data } = parsed;
  const at = (path: string): string => resolve(dirname(file), path);
  const key = keyOf(data, at);
  const problems: Problem[] = key === null ? [keyProblem(file)] : [];
  const tokens: TokenLimit[] = [];
  for (const one of data.tokens) {
    const perSwap = tokenAmount(one.perSwap, one.decimals);
    const perHour = tokenAmount(one.perHour, one.decimals);
    if (perSwap === null || perHour === null) {
      const found = `${one.perSwap} and ${one.perHour}`;
      const expected = `amounts with at most ${one.decimals} decimals`;
      problems.push({ place: `${file} tokens.${one.symbol}`, found, expected });
    } else tokens.push({ address: one.address, symbol: one.symbol, perSwap, perHour });
  }
  if (key === null || problems.length > 0) return err(problems);
  return ok({
    socket: at(data.socket),
    key,
    spentFile: at(data.spentFile ?? `${data.socket}.spent`),
    policy: {
      chainID: data.chainID,
      routers: { v2: data.routers.v2 ?? null, v3: data.routers.v3 ?? null },
      tokens,
      maxFeePerGas: BigInt(data.maxFeePerGasGwei) * WEI_PER_GWEI,
      maxGasLimit: data.maxGasLimit,
      maxDeadlineS: data.maxDeadlineS,
    },
  });
}

function keyOf(
  data: Pick<z.infer<typeof schema>, 'keyFile' | 'keystoreFile' | 'passwordFile'>,
  at: (path: string) => string,
): SignerConfig['key'] | null {
  const { keyFile, keystoreFile, passwordFile } = data;
  if (keyFile !== undefined && keystoreFile === undefined && passwordFile === undefined) {
    return { type: 'File', file: at(keyFile) };
  }
  if (keyFile !== undefined || keystoreFile === undefined || passwordFile === undefined)
    return null;
  return { type: 'Keystore', file: at(keystoreFile), passwordFile: at(passwordFile) };
}

function keyProblem(file: string): Problem {
  return {
    place: `${file} keyFile`,
    found: 'no key, or more than one',
    expected: 'keyFile, or keystoreFile with passwordFile',
  };
}

/** Null where it has more digits than the token. */
function tokenAmount(text: string, decimals: number): bigint | null {
  const value = parseDecimal(text);
  if (value.type !== 'Exact') return null;
  const unit = 10n ** BigInt(18 - decimals);
  return value.value % unit === 0n ? value.value / unit : null;
}
