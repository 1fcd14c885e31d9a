// The simulated Kraken as a process of its own: it lives on when the gateway dies.

import { parseArgs } from 'node:util';
import {
  USUAL_BALANCES,
  participantsFrom,
  readKeyFile,
  runMain,
  serveUntilSignal,
  wholes,
} from '../exchange/command-line.ts';
import {
  DESK_FEES,
  KRAKEN_PARTICIPANTS,
  type LimitOptions,
  NO_LIMITS,
  REAL_LIMITS,
  TIERS,
} from './options.ts';
import { startKraken } from './server.ts';

const USAGE = `node dist/test/sandbox/kraken/main.js [options]
  --host HOST --port N      where REST and the sockets listen (127.0.0.1, any free port)
  --control-port N          where the control interface listens, on 127.0.0.1 (any free port)
  --seed N                  seed of the market and of generated ids (1)
  --key-file FILE           JSON {"apiKey": "...", "secret": "..."} of the account "causeway"
  --no-participants         nobody else quotes or trades
  --market FILE             JSON with further figures of the market, such as {"tradeChance": 0.5}
  --pace-ms N               time between two steps of the other participants (250)
  --common-seed N           prices near a path that every exchange with this seed has at the same time
  --tier TIER               what the account may ask: starter (the usual one), intermediate or pro
  --no-limits               the rate counters are not limited
  --state FILE              clients' orders, trades and balances are kept there over a restart
  --quiet                   nothing on the standard error
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      port: { type: 'string' },
      'control-port': { type: 'string' },
      seed: { type: 'string' },
      'key-file': { type: 'string' },
      'no-participants': { type: 'boolean' },
      market: { type: 'string' },
      'pace-ms': { type: 'string' },
      'common-seed': { type: 'string' },
      tier: { type: 'string', default: 'starter' },
      'no-limits': { type: 'boolean' },
      state: { type: 'string' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(USAGE);
  const keyFile = values['key-file'];
  const keys = keyFile === undefined ? [] : [readKeyFile(keyFile)];
  const running = await startKraken({
    ...(values.host === undefined ? {} : { host: values.host }),
    ...wholes(values, { port: 'port', 'control-port': 'controlPort', seed: 'seed' }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    limits: values['no-limits'] === true ? NO_LIMITS : limitsOf(values.tier),
    ...participantsFrom(values, KRAKEN_PARTICIPANTS),
    accounts: [{ name: 'causeway', balances: USUAL_BALANCES, fees: DESK_FEES, keys }],
  });
  serveUntilSignal(running, { quiet: values.quiet === true, name: 'Kraken' });
}

function limitsOf(said: string): LimitOptions {
  const tier = TIERS.find((one) => one === said);
  if (tier !== undefined) return REAL_LIMITS[tier];
  throw new Error(`--tier: found "${said}", expected one of ${TIERS.join(', ')}`);
}

runMain(main);
