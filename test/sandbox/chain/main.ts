// The simulated chain as a process of its own: it lives on when the gateway dies.

import { parseArgs } from 'node:util';
import type { Hex } from './artifacts.ts';
import { type ChainOptions, startChain } from './chain.ts';
import { serveControl } from './control.ts';
import { USUAL_PARTICIPANTS } from './participants.ts';
import { endOnSignals } from '../end-with-us.ts';

const USAGE = `node dist/test/sandbox/chain/main.js [options]
  --port N              where the node (through its proxy) listens, on 127.0.0.1 (any free port)
  --control-port N      where the control interface listens, on 127.0.0.1 (any free port)
  --chain-id N          (1337)
  --block-time N        whole seconds between two blocks (1)
  --seed N              seed of the others' swaps and of the base fee (1)
  --state FILE          the chain is kept there over a restart
  --fund ADDRESS        gets tokens and coin of the chain; may be given several times
  --prices-from URL     control interface of a simulated exchange whose prices the others follow
  --no-participants     nobody else swaps
  --liquidity N         per cent of the usual that lie in the pools (100)
  --gas N               per cent of the usual that gas costs (100)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'control-port': { type: 'string' },
      'chain-id': { type: 'string' },
      'block-time': { type: 'string' },
      seed: { type: 'string' },
      state: { type: 'string' },
      fund: { type: 'string', multiple: true },
      'prices-from': { type: 'string' },
      'no-participants': { type: 'boolean' },
      liquidity: { type: 'string' },
      gas: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(USAGE);
  const seed = whole('--seed', values.seed ?? '1');
  const liquidity = whole('--liquidity', values.liquidity ?? '100') / 100;
  // Others swap as much as there is room for: in a shallow pool a usual swap would move the price by per cents.
  const largestSwap = USUAL_PARTICIPANTS.largestSwap * liquidity;
  const options: Partial<ChainOptions> = {
    seed,
    ...(values.port === undefined ? {} : { port: whole('--port', values.port) }),
    ...(values['chain-id'] === undefined
      ? {}
      : { chainId: whole('--chain-id', values['chain-id']) }),
    ...(values['block-time'] === undefined
      ? {}
      : { blockTimeS: whole('--block-time', values['block-time']) }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values['prices-from'] === undefined ? {} : { pricesFrom: values['prices-from'] }),
    liquidity,
    gas: whole('--gas', values.gas ?? '100') / 100,
    funded: (values.fund ?? []).map(address),
    participants:
      values['no-participants'] === true ? null : { ...USUAL_PARTICIPANTS, seed, largestSwap },
  };
  const handsOver = endOnSignals();
  const chain = await startChain(options);
  const control = await serveControl(chain, whole('--control-port', values['control-port'] ?? '0'));
  const listening = { rpc: chain.proxy.url, node: chain.node.url, control: control.url };
  const said = { listening, deployment: chain.deployment, pid: process.pid };
  process.stdout.write(`${JSON.stringify(said)}\n`);
  let stopping = false;
  handsOver();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void control
        .stop()
        .then(() => chain.stop())
        .then(() => process.exit(0));
    });
  }
  chain.node.process.once('exit', (code) => {
    if (stopping) return;
    process.stderr.write(`the node ended with ${code}\n`);
    process.exit(1);
  });
}

function whole(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new Error(`${option}: found "${value}", expected a whole number`);
  return Number(value);
}

function address(value: string): Hex {
  if (!/^0x[0-9a-fA-F]{40}$/.test(value)) throw new Error(`--fund: "${value}" is no address`);
  return value as Hex;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
