// The simulated exchange as a process of its own: it lives on when the gateway dies.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  USUAL_BALANCES,
  participantsFrom,
  readKeyFile,
  runMain,
  serveUntilSignal,
  wholes,
} from '../exchange/command-line.ts';
import { NO_LIMITS } from './limits.ts';
import { readConfig, USUAL_FEES } from './options.ts';
import type { AccountOptions, ExchangeProcessOptions } from './options.ts';
import { USUAL_PARTICIPANTS } from '../exchange/participants.ts';
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
  --market FILE             JSON with further figures of the market, such as {"tradeChance": 0.5}
  --pace-ms N               time between two steps of the other participants (250)
  --common-seed N           prices near a path that every exchange with this seed has at the same time
  --no-limits               neither request weight nor order count is limited
  --state FILE              clients' orders, trades and balances are kept there over a restart
  --quiet                   only the line that says where it listens
`;

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
      market: { type: 'string' },
      'pace-ms': { type: 'string' },
      'common-seed': { type: 'string' },
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
    ...wholes(values, { port: 'port', 'control-port': 'controlPort', seed: 'seed' }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values['no-limits'] === true ? { limits: NO_LIMITS } : {}),
    ...participantsFrom(values, USUAL_PARTICIPANTS),
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
  serveUntilSignal(running, { quiet: values.quiet === true, name: 'Binance Spot' });
}

function accountOf(files: {
  readonly hmacKeyFile: string | undefined;
  readonly ed25519ApiKey: string | undefined;
  readonly ed25519PublicKey: string | undefined;
}): AccountOptions | null {
  const keys: AccountOptions['keys'][number][] = [];
  if (files.hmacKeyFile !== undefined)
    keys.push({ type: 'HMAC', ...readKeyFile(files.hmacKeyFile) });
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

runMain(main);
