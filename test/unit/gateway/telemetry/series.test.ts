// A desk's metrics over its life: what is counted grows, how many series there are does not.

import { expect, test } from '@jest/globals';
import { deskTelemetry } from '../../../../gateway/cli/desk-telemetry.ts';
import { embeddedDefaults } from '../../../../gateway/config/index.ts';
import type { Decision } from '../../../../gateway/desk/index.ts';
import { createMetrics } from '../../../../gateway/telemetry/metrics.ts';
import { asSessionID } from '../../../../spec/terms/index.ts';
import { manualPorts, running } from './ports.ts';

const config = embeddedDefaults({
  folder: '/nonexistent',
  fixPort: 0,
  httpPort: 0,
  venues: [
    {
      adapter: 'binance',
      restURL: 'http://127.0.0.1:1',
      ordersURL: 'ws://127.0.0.1:1',
      marketURL: 'ws://127.0.0.1:1',
      apiKey: 'k',
      secret: 's',
      fees: { takerBps: '10', makerBps: '10' },
    },
  ],
  passwords: { CLI: 'x', ACME: 'y' },
  chain: null,
});

/** An order that was refused, its ids and texts its own, as an unkind client would write them. */
function refused(order: number): Decision {
  const own = `order-${order}`;
  const event = {
    type: 'OrderRejected',
    check: order % 2 === 0 ? 'maxOrderQty' : '',
    ordRejReason: 'UnknownSymbol',
    clOrdID: own,
    account: own,
    symbol: own,
    text: own,
  };
  const recorded = [{ sequence: order, event }];
  return { command: { type: 'EnterOrder', clOrdID: own }, recorded } as unknown as Decision;
}

async function seriesAfter(orders: number): Promise<{ series: number; text: string }> {
  const { clock } = manualPorts();
  const metrics = createMetrics({
    version: '0.1.0',
    desk: 1,
    sessions: ['CLI', 'ACME'],
    venues: ['binance'],
    dropCopies: ['RISK'],
  });
  const desk = deskTelemetry(config, clock, () => metrics);
  for (let order = 1; order <= orders; order += 1) {
    desk.ports.decided(refused(order));
    desk.ports.messageSeen(asSessionID('ACME'), 'in', 'D');
    desk.ports.messageSeen(asSessionID('ACME'), 'out', '8');
    desk.ports.messageSeen(asSessionID(`guest-${order}`), 'in', `U${order}`);
    metrics.observeOrderAck(order);
    metrics.observeJournalFlush(order);
  }
  const text = await metrics.text(running, 0);
  return { series: text.split('\n').filter((line) => /^causeway_/.test(line)).length, text };
}

test('the number of series is the same after 10 and after 10,000 orders', async () => {
  const [few, many] = [await seriesAfter(10), await seriesAfter(10_000)];
  expect(few.series).toBeGreaterThan(50);
  expect(many.series).toBe(few.series);
  expect(many.text).toContain('causeway_risk_refusals_total{reason="maxOrderQty"} 5000\n');
  expect(many.text).not.toMatch(/order-\d|guest-\d/);
});
