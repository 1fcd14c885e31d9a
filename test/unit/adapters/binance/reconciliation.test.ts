import { describe, expect, test } from '@jest/globals';
import { asVenueOrderID } from '../../../../spec/terms/index.ts';
import { asQty } from '../../../../spec/units/index.ts';
import {
  ONE,
  ScriptedLine,
  adopted,
  child,
  decimal,
  execution,
  orderResult,
  placed,
  trade,
} from './scripted-line.ts';

describe('reconciliation', () => {
  test('asks in bulk, then singly, then for the trades that are missing, and only then is ready', () => {
    const line = new ScriptedLine();
    const gone = { ...adopted(), child: child(2), venueOrderID: asVenueOrderID('8') };
    line.adopt([adopted({ cumQty: asQty(decimal('0.2')) }), gone]);
    line.start();
    line.connect([
      { orderId: 7, clientOrderId: ONE.childID, status: 'PARTIALLY_FILLED', executedQty: '0.5' },
    ]);
    expect(line.states().at(-1)).toBe('Reconciling');
    // Held back until the answers are in.
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'PARTIALLY_FILLED',
        i: 7,
        z: '0.6',
        l: '0.1',
        L: '100',
        t: 5,
      }),
    );
    expect(line.heard()).toEqual([]);
    line.answerAll('order.status', (request) =>
      orderResult({
        orderId: Number(request.params['orderId']),
        clientOrderId: 'any',
        status: request.params['orderId'] === 8 ? 'CANCELED' : 'PARTIALLY_FILLED',
        executedQty: request.params['orderId'] === 8 ? '0' : '0.5',
      }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0']);
    line.answer(line.take('myTrades'), [trade(3, 7, '0.2', '99'), trade(4, 7, '0.3', '99')]);
    expect(line.states().at(-1)).toBe('Ready');
    expect(line.heard()).toEqual([
      'Filled child 3 0.2@99',
      'Filled child 4 0.3@99',
      'Filled child 5 0.1@100',
    ]);
  });

  test('an order in flight when the line breaks is in doubt, and found by its id', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.drop();
    expect(line.heard()).toEqual(['Unknown']);
    line.wait(1_000);
    line.connect([{ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }]);
    expect(line.heard()).toEqual(['Acknowledged 7']);
    line.wait(10_000);
    expect(line.count('order.place')).toBe(1);
  });

  test('events of our own trades during it are replayed once', () => {
    const line = new ScriptedLine();
    line.adopt([adopted()]);
    line.start();
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.answer(line.take('time'), { serverTime: 1_700_000_000_000 });
    line.answer(line.take('userDataStream.subscribe.signature'), { subscriptionId: 0 });
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'FILLED',
        i: 7,
        z: '1',
        l: '1',
        L: '100.5',
        t: 3,
      }),
    );
    line.answer(line.take('openOrders.status'), []);
    line.answer(
      line.take('order.status'),
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'FILLED', executedQty: '1' }),
    );
    line.answer(line.take('myTrades'), [trade(3, 7, '1')]);
    expect(line.heard()).toEqual(['Ended Filled 1', 'Filled child 3 1@100.5']);
  });
});

describe('the audit', () => {
  test('an order that trades at once: its answer is ahead of its events, and nothing is asked', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const done = { orderId: 7, clientOrderId: ONE.childID, status: 'FILLED', executedQty: '1' };
    line.answer(line.take('order.place'), orderResult(done));
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    const fill = { l: '1', L: '100.5', z: '1', t: 3 };
    line.event(execution({ c: ONE.childID, x: 'TRADE', X: 'FILLED', i: 7, ...fill }));
    expect(line.heard()).toEqual(['Acknowledged 7', 'Filled child 3 1@100.5', 'Ended Filled 1']);
    line.wait(1_100);
    expect(line.has('myTrades')).toBe(false);
  });

  test('finds within 60 s a fill that a healthy stream did not bring', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    let waited = 0;
    while (line.reports.length === 0 && waited < 60_000) {
      line.wait(100);
      waited += 100;
      line.answerAll('openOrders.status', () => [
        orderResult({
          orderId: 7,
          clientOrderId: ONE.childID,
          status: 'PARTIALLY_FILLED',
          executedQty: '0.4',
        }),
      ]);
      line.answerAll('myTrades', () => [trade(3, 7, '0.4')]);
    }
    expect(line.heard()).toEqual(['Filled child 3 0.4@100.5']);
    expect(waited).toBeLessThan(60_000);
  });

  test('finds an end that the stream did not bring', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.wait(21_000);
    line.answer(line.take('openOrders.status'), []);
    line.answer(
      line.take('order.status'),
      orderResult({ orderId: 7, clientOrderId: ONE.childID, status: 'CANCELED', executedQty: '0' }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('a gap in the cumulative quantity is asked about at once', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'PARTIALLY_FILLED',
        i: 7,
        z: '0.7',
        l: '0.3',
        L: '100',
        t: 4,
      }),
    );
    const request = line.take('myTrades');
    expect(request.params).toMatchObject({ symbol: 'BTCUSDT', orderId: 7 });
    line.answer(request, [trade(3, 7, '0.4', '99'), trade(4, 7, '0.3', '100')]);
    expect(line.heard()).toEqual(['Filled child 4 0.3@100', 'Filled child 3 0.4@99']);
    line.wait(30_000);
    line.answerAll('openOrders.status', () => [
      orderResult({
        orderId: 7,
        clientOrderId: ONE.childID,
        status: 'PARTIALLY_FILLED',
        executedQty: '0.7',
      }),
    ]);
    expect(line.has('myTrades')).toBe(false);
  });

  test('a frame that cannot be read brings it forward', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.frame('{"subscriptionId":0,"event":{"e":"executionReport","s":"BTC');
    line.wait(100);
    expect(line.has('openOrders.status')).toBe(true);
    expect(line.remarks()).toContain('a frame of the order socket cannot be read');
  });
});
