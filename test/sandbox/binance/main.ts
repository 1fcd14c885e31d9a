// The simulated exchange as a process of its own: it lives on when the gateway dies.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NO_LIMITS } from './limits.ts';
import { readConfig, USUAL_FEES } from './options.ts';
import type { AccountOptions, ExchangeProcessOptions } from './options.ts';
import { USUAL_PARTICIPANTS } from './participants.ts';
import { startExchange } from './server.ts';

const USAGE = `node dist/test/sandbox/binance/main.js [options]
  --config FILE             a JSON file; what the options below say counts over it
  --host HOST --port N      where REST, WS API and streams listen (127.0.0.1, any free port)
  --control-port N          where the control interface listens, on 127.0.0.1 (any free port)
  --seed N                  seed of the market and of generated ids (1)
  --hmac-key-file FILE      JSON {"apiKey": "...", "secret": "..."} of the account "causeway"
  --ed25519-api-key KEY --ed25519-public-key FILE
                            API key and PEM of the public key of the account "causeway"
  --no-participants         nobody else quotes or trades
  --pace-ms N               time between two steps of the other participants (250)
  --no-limits               neither request weight nor order count is limited
  --state FILE              clients' orders, trades and balances are kept there over a restart
  --quiet                   only the line that says where it listens
`;

/** What the account "causeway" begins with where no configuration says otherwise. */
const USUAL_BALANCES = { BTC: '100', ETH: '2000', SOL: '40000', USDT: '10000000' };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      'control-port': { type: 'string' },
      seed: { type: 'string' },
      'hmac-key-file': { type: 'string' },
      'ed25519-api-key': { type: 'string' },
      'ed25519-public-key': { type: 'string' },
      'no-participants': { type: 'boolean' },
      'pace-ms': { type: 'string' },
      'no-limits': { type: 'boolean' },
      state: { type: 'string' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(USAGE);
  const options: Partial<ExchangeProcessOptions> = {
    ...(values.config === undefined ? {} : readConfig(values.config)),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.port === undefined ? {} : { port: whole('--port', values.port) }),
    ...(values['control-port'] === undefined
      ? {}
      : { controlPort: whole('--control-port', values['control-port']) }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.seed === undefined ? {} : { seed: whole('--seed', values.seed) }),
    ...(values['no-limits'] === true ? { limits: NO_LIMITS } : {}),
    ...(values['no-participants'] === true ? { participants: null } : {}),
    ...(values['pace-ms'] === undefined
      ? {}
      : { participants: { ...USUAL_PARTICIPANTS, paceMs: whole('--pace-ms', values['pace-ms']) } }),
  };
  const account = accountOf({
    hmacKeyFile: values['hmac-key-file'],
    ed25519ApiKey: values['ed25519-api-key'],
    ed25519PublicKey: values['ed25519-public-key'],
  });
  const accounts = account === null ? options.accounts : [account, ...(options.accounts ?? [])];
  const running = await startExchange({
    ...options,
    ...(accounts === undefined ? {} : { accounts }),
  });
  process.stdout.write(`${JSON.stringify({ listening: running.urls, pid: process.pid })}\n`);
  if (values.quiet !== true) {
    process.stderr.write(
      `simulated Binance Spot for ${[...running.exchange.markets.keys()].join(', ')}\n`,
    );
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

function accountOf(files: {
  readonly hmacKeyFile: string | undefined;
  readonly ed25519ApiKey: string | undefined;
  readonly ed25519PublicKey: string | undefined;
}): AccountOptions | null {
  const keys: AccountOptions['keys'][number][] = [];
  if (files.hmacKeyFile !== undefined) keys.push(hmacKey(files.hmacKeyFile));
  if ((files.ed25519ApiKey === undefined) !== (files.ed25519PublicKey === undefined)) {
    throw new Error('--ed25519-api-key and --ed25519-public-key are given together or not at all');
  }
  if (files.ed25519ApiKey !== undefined && files.ed25519PublicKey !== undefined) {
    const publicKeyPem = readFileSync(files.ed25519PublicKey, 'utf8');
    keys.push({ type: 'Ed25519', apiKey: files.ed25519ApiKey, publicKeyPem });
  }
  if (keys.length === 0) return null;
  return { name: 'causeway', balances: USUAL_BALANCES, fees: USUAL_FEES, keys };
}

function hmacKey(file: string): AccountOptions['keys'][number] {
  const { apiKey, secret } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof apiKey !== 'string' || typeof secret !== 'string') {
    throw new Error(`${file}: expected {"apiKey": "...", "secret": "..."}`);
  }
  return { type: 'HMAC', apiKey, secret };
}

function whole(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new Error(`${option}: found "${value}", expected a whole number`);
  return Number(value);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
