// One simulated exchange for each test, and an order that rests there.

import { afterEach } from '@jest/globals';
import type { RunningExchange } from '../../../sandbox/binance/index.ts';
import { startQuiet } from './client.ts';

let running: RunningExchange | null = null;

/** It is stopped behind the test. */
export async function start(
  options: Parameters<typeof startQuiet>[0] = {},
): Promise<RunningExchange> {
  running = await startQuiet(options);
  return running;
}

/** To be called once by a file of tests. */
export function stopEach(): void {
  afterEach(async () => {
    await running?.stop();
    running = null;
  });
}

export const LIMIT_BUY = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  price: '23416.10',
  quantity: '0.00847',
  newClientOrderId: 'abc-1',
};
