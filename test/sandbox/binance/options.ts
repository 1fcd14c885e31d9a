// What an exchange can be started with, in process or from a JSON file, and what is taken without it.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ApiKeyOptions } from './auth.ts';
import { amount } from '../exchange/decimal.ts';
import { NO_LIMITS, REAL_LIMITS } from './limits.ts';
import type { LimitOptions } from './limits.ts';
import { USUAL_PARTICIPANTS } from '../exchange/participants.ts';
import type { ParticipantOptions } from '../exchange/participants.ts';
import { REAL_KEEP_ALIVE } from '../exchange/sockets.ts';
import type { ClientOptions, ProcessOptions } from '../exchange/process.ts';
import type { FeeRates, SymbolRules } from '../exchange/terms.ts';

export interface AccountOptions extends ClientOptions {
  readonly keys: readonly ApiKeyOptions[];
}

export interface ExchangeProcessOptions extends ProcessOptions {
  readonly accounts: readonly AccountOptions[];
  readonly limits: LimitOptions;
}

/** 0.1 % for maker and taker, as for a new account at Binance. */
export const USUAL_FEES: FeeRates = { maker: 100_000n, taker: 100_000n };

const DAY_MS = 86_400_000;

/** Ticks, steps and minima in the proportions of the real symbols. */
export const USUAL_SYMBOLS: readonly SymbolRules[] = [
  symbol('BTC', { tickSize: '0.01', stepSize: '0.00001', maxPrice: '1000000', maxQty: '9000' }),
  symbol('ETH', { tickSize: '0.01', stepSize: '0.0001', maxPrice: '1000000', maxQty: '9000' }),
  symbol('SOL', { tickSize: '0.01', stepSize: '0.001', maxPrice: '100000', maxQty: '90000' }),
];

/** Everything that a caller does not say: usual symbols, usual market, Binance's own limits. */
export function withUsual(options: Partial<ExchangeProcessOptions>): ExchangeProcessOptions {
  return {
    host: '127.0.0.1',
    port: 0,
    controlPort: 0,
    seed: 1,
    symbols: USUAL_SYMBOLS,
    accounts: [],
    participants: USUAL_PARTICIPANTS,
    limits: REAL_LIMITS,
    keepAlive: REAL_KEEP_ALIVE,
    connectionLifeMs: DAY_MS,
    stateFile: null,
    ...options,
  };
}

const decimalText = z.string().regex(/^\d{1,12}(\.\d{1,8})?$/, 'expected a decimal such as "1.5"');
const assetName = z.string().regex(/^[A-Z0-9]{1,20}$/);
const port = z.int().min(0).max(65_535);

const keySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('HMAC'), apiKey: z.string().min(1), secretFile: z.string() }),
  z.strictObject({
    type: z.literal('Ed25519'),
    apiKey: z.string().min(1),
    publicKeyFile: z.string(),
  }),
]);

const feesSchema = z.strictObject({ maker: decimalText, taker: decimalText });

const configSchema = z.strictObject({
  host: z.string().optional(),
  port: port.optional(),
  controlPort: port.optional(),
  seed: z.int().min(0).optional(),
  accounts: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        balances: z.record(assetName, decimalText),
        fees: feesSchema.optional(),
        keys: z.array(keySchema),
      }),
    )
    .optional(),
  symbols: z
    .array(
      z.strictObject({
        symbol: z.string().regex(/^[A-Z0-9]{1,20}$/),
        baseAsset: assetName,
        quoteAsset: assetName,
        tickSize: decimalText,
        minPrice: decimalText,
        maxPrice: decimalText,
        stepSize: decimalText,
        minQty: decimalText,
        maxQty: decimalText,
        minNotional: decimalText,
        maxNumOrders: z.int().min(1),
        amendAllowed: z.boolean(),
      }),
    )
    .optional(),
  participants: z
    .union([
      z.literal(false),
      z.strictObject({
        prices: z.record(z.string(), decimalText).optional(),
        paceMs: z.int().min(1).optional(),
        levels: z.int().min(1).max(500).optional(),
        volatilityBps: z.number().min(0).optional(),
        halfSpreadBps: z.number().min(0).optional(),
        gapBps: z.number().gt(0).optional(),
        tradeChance: z.number().min(0).max(1).optional(),
        quoteValue: z.number().gt(0).optional(),
      }),
    ])
    .optional(),
  limits: z
    .union([
      z.enum(['real', 'none']),
      z.strictObject({
        requestWeightPerMinute: z.int().min(1),
        ordersPer10Seconds: z.int().min(1),
        ordersPerDay: z.int().min(1),
      }),
    ])
    .optional(),
});

type Config = z.infer<typeof configSchema>;

/** Reads a configuration file. Throws with every problem in it, without a secret in the message. */
export function readConfig(file: string): Partial<ExchangeProcessOptions> {
  const parsed = configSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${issue.message}`,
    );
    throw new Error(`${file}: ${problems.join('; ')}`);
  }
  return fromConfig(parsed.data);
}

function fromConfig(config: Config): Partial<ExchangeProcessOptions> {
  const { host, port: publicPort, controlPort, seed } = config;
  return {
    ...(host === undefined ? {} : { host }),
    ...(publicPort === undefined ? {} : { port: publicPort }),
    ...(controlPort === undefined ? {} : { controlPort }),
    ...(seed === undefined ? {} : { seed }),
    ...(config.accounts === undefined ? {} : { accounts: config.accounts.map(accountFrom) }),
    ...(config.symbols === undefined ? {} : { symbols: config.symbols.map(rulesFrom) }),
    ...(config.participants === undefined
      ? {}
      : { participants: participantsFrom(config.participants) }),
    ...(config.limits === undefined ? {} : { limits: limitsFrom(config.limits) }),
  };
}

function accountFrom(account: NonNullable<Config['accounts']>[number]): AccountOptions {
  const fees = account.fees;
  return {
    name: account.name,
    balances: account.balances,
    fees:
      fees === undefined ? USUAL_FEES : { maker: amount(fees.maker), taker: amount(fees.taker) },
    keys: account.keys.map((key) =>
      key.type === 'HMAC'
        ? { type: 'HMAC', apiKey: key.apiKey, secret: readFileSync(key.secretFile, 'utf8').trim() }
        : {
            type: 'Ed25519',
            apiKey: key.apiKey,
            publicKeyPem: readFileSync(key.publicKeyFile, 'utf8'),
          },
    ),
  };
}

function rulesFrom(rules: NonNullable<Config['symbols']>[number]): SymbolRules {
  return {
    ...rules,
    tickSize: amount(rules.tickSize),
    minPrice: amount(rules.minPrice),
    maxPrice: amount(rules.maxPrice),
    stepSize: amount(rules.stepSize),
    minQty: amount(rules.minQty),
    maxQty: amount(rules.maxQty),
    minNotional: amount(rules.minNotional),
  };
}

function participantsFrom(config: NonNullable<Config['participants']>): ParticipantOptions | null {
  if (config === false) return null;
  const said = Object.entries(config).filter(([, value]) => value !== undefined);
  return { ...USUAL_PARTICIPANTS, ...Object.fromEntries(said) };
}

function limitsFrom(config: NonNullable<Config['limits']>): LimitOptions {
  if (config === 'real') return REAL_LIMITS;
  return config === 'none' ? NO_LIMITS : config;
}

function symbol(
  baseAsset: string,
  of: {
    readonly tickSize: string;
    readonly stepSize: string;
    readonly maxPrice: string;
    readonly maxQty: string;
  },
): SymbolRules {
  return {
    symbol: `${baseAsset}USDT`,
    baseAsset,
    quoteAsset: 'USDT',
    tickSize: amount(of.tickSize),
    minPrice: amount(of.tickSize),
    maxPrice: amount(of.maxPrice),
    stepSize: amount(of.stepSize),
    minQty: amount(of.stepSize),
    maxQty: amount(of.maxQty),
    minNotional: amount('5'),
    maxNumOrders: 10_000,
    amendAllowed: true,
  };
}
