import { describe, expect, test } from '@jest/globals';
import {
  ONE,
  ScriptedLine,
  adopted,
  execution,
  orderResult,
  placed,
  trade,
} from './scripted-line.ts';

describe('an order', () => {
  test('is sent in the step that submits it, once, with exact figures', () => {
    const line = new ScriptedLine().ready();
    const output = line.machine.step({ type: 'Submit', child: ONE as never, now: line.now });
    expect(output.actions).toHaveLength(1);
    const frame =
      output.actions[0]?.type === 'SendFrame' ? JSON.parse(output.actions[0].text) : null;
    expect(frame.method).toBe('order.place');
    expect(frame.params).toMatchObject({
      symbol: 'BTCUSDT',
      side: 'BUY',
      type: 'LIMIT',
      timeInForce: 'GTC',
      price: '100.5',
      quantity: '1',
      newClientOrderId: ONE.childID,
      recvWindow: 5000,
    });
    expect(ONE.childID).toMatch(/^[a-zA-Z0-9-_]{1,36}$/);
  });

  test('is refused, and never sent later, while the venue is not ready', () => {
    const line = new ScriptedLine();
    line.submit(ONE);
    expect(line.reports).toEqual([
      {
        type: 'Refused',
        childID: ONE.childID,
        text: 'not sent: venue not connected (Down)',
        notSent: true,
      },
    ]);
    line.ready();
    line.wait(5_000);
    expect(line.count('order.place')).toBe(0);
  });

  test('submitted twice is sent once', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.submit(ONE);
    expect(line.count('order.place')).toBe(1);
    expect(line.heard()).toEqual([]);
  });

  test('answered and shown on the stream is acknowledged once', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    expect(line.heard()).toEqual([]);
  });

  test('may be filled before it is acknowledged', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
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
    const answer = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'FILLED',
      executedQty: '1',
    });
    line.answer(line.take('order.place'), answer);
    expect(line.heard()).toEqual(['Acknowledged 7', 'Filled child 3 1@100.5', 'Ended Filled 1']);
  });

  test('IOC: what was not filled expires', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.event(execution({ c: ONE.childID, x: 'NEW', X: 'NEW', i: 7, z: '0' }));
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'PARTIALLY_FILLED',
        i: 7,
        z: '0.4',
        l: '0.4',
        L: '100',
        t: 3,
      }),
    );
    line.event(
      execution({
        c: ONE.childID,
        x: 'EXPIRED',
        X: 'EXPIRED',
        i: 7,
        z: '0.4',
        eR: 'UNFILLED_IOC_QUANTITY_EXPIRED',
      }),
    );
    expect(line.reports.at(-1)).toMatchObject({
      type: 'Ended',
      how: 'Expired',
      text: 'UNFILLED_IOC_QUANTITY_EXPIRED',
    });
    expect(line.heard()).toEqual(['Acknowledged 7', 'Filled child 3 0.4@100', 'Ended Expired 0.4']);
  });

  test('a prevented trade is never a fill; the order it ends has expired', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE_PREVENTION',
        X: 'NEW',
        i: 7,
        z: '0',
        l: '0.2',
        L: '100',
        pl: '0.2',
        t: -1,
      }),
    );
    expect(line.heard()).toEqual([]);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE_PREVENTION',
        X: 'EXPIRED_IN_MATCH',
        i: 7,
        z: '0',
        v: 3,
        A: '1',
        t: -1,
      }),
    );
    expect(line.heard()).toEqual(['Ended Expired 0']);
    expect(line.remarks()).toContain('the venue prevented a trade of ours with ourselves');
  });

  test('the same fill comes once; with another quantity it is passed on', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    const fill = execution({
      c: ONE.childID,
      x: 'TRADE',
      X: 'PARTIALLY_FILLED',
      i: 7,
      z: '0.4',
      l: '0.4',
      L: '100',
      t: 3,
    });
    line.event(fill);
    line.event(fill);
    line.event({ ...fill, l: '0.5' });
    expect(line.heard()).toEqual(['Filled child 3 0.4@100', 'Filled child 3 0.5@100']);
  });

  test('order ids beyond 2^53 stay exact', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const answer = JSON.stringify(
      orderResult({ orderId: 1, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }),
    );
    const request = line.take('order.place');
    line.frame(
      `{"id":"${request.id}","status":200,"result":${answer.replace('"orderId":1', '"orderId":9007199254740993')}}`,
    );
    expect(line.heard()).toEqual(['Acknowledged 9007199254740993']);
    const output = line.machine.step({
      type: 'Cancel',
      childID: ONE.childID as never,
      now: line.now,
    });
    expect(output.actions[0]).toMatchObject({
      text: expect.stringContaining('"orderId":9007199254740993') as unknown,
    });
  });

  test("a fill of nobody we know is shown once, as a stranger's", () => {
    const line = new ScriptedLine().ready();
    const fill = execution({
      c: 'web_1',
      x: 'TRADE',
      X: 'FILLED',
      i: 99,
      z: '1',
      l: '1',
      L: '100',
      t: 5,
    });
    line.event(fill);
    line.event(fill);
    expect(line.heard()).toEqual(['Filled stranger 5 1@100']);
  });

  test('a late fill finds a child that was forgotten', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }));
    line.step({ type: 'Forget', childID: ONE.childID, now: line.now });
    line.wait(60_000);
    line.heard();
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'CANCELED',
        i: 7,
        z: '1',
        l: '1',
        L: '100',
        t: 5,
      }),
    );
    expect(line.heard()).toEqual(['Filled child 5 1@100']);
    line.wait(600_000);
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'CANCELED',
        i: 7,
        z: '1',
        l: '0.1',
        L: '100',
        t: 6,
      }),
    );
    expect(line.heard()).toEqual(['Filled child 6 0.1@100']); // Its client id says whose it is.
  });
});

describe('a cancel', () => {
  test("names the venue's order, and its answer ends the child with the final quantity", () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.cancel(ONE.childID);
    const request = line.take('order.cancel');
    expect(request.params).toMatchObject({ symbol: 'BTCUSDT', orderId: 7 });
    const result = {
      ...orderResult({ orderId: 7, clientOrderId: 'new1', status: 'CANCELED', executedQty: '0' }),
      origClientOrderId: ONE.childID,
    };
    line.answer(request, result);
    line.event(
      execution({ c: 'new1', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0']);
  });

  test('on CANCELED the child is found by the original id, C', () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    line.event(
      execution({ c: 'web_9', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }),
    );
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Canceled 0']);
  });

  test("refused with -2011: the venue's word, then what is", () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.cancel(ONE.childID);
    line.refuse(line.take('order.cancel'), 400, -2011, 'Unknown order sent.');
    expect(line.heard()).toEqual(['CancelRefused']);
    const status = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'FILLED',
      executedQty: '1',
    });
    line.answer(line.take('order.status'), status);
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Filled 1']);
    line.wait(1_100); // Its fill did not come by the stream.
    line.answer(line.take('myTrades'), [trade(3, 7, '1')]);
    expect(line.heard()).toEqual(['Filled child 3 1@100.5']);
  });

  test('lost: its outcome is unknown, and it may be repeated', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.cancel(ONE.childID);
    line.drop();
    expect(line.heard()).toEqual(['CancelUnknown']);
    line.wait(1_000);
    line.connect([{ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }]);
    line.cancel(ONE.childID);
    expect(line.count('order.cancel')).toBe(2);
  });

  test('waits for a line, and goes out before the reconciliation is done', () => {
    const line = new ScriptedLine();
    line.adopt([adopted()]);
    line.cancel(ONE.childID);
    line.start();
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.answer(line.take('time'), { serverTime: 1_700_000_000_000 });
    expect(line.has('order.cancel')).toBe(false);
    line.answer(line.take('userDataStream.subscribe.signature'), { subscriptionId: 0 });
    expect(line.has('order.cancel')).toBe(true);
    expect(line.states().at(-1)).toBe('Reconciling');
  });

  test('of an ended child is answered with its end', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }));
    line.heard();
    line.cancel(ONE.childID);
    expect(line.heard()).toEqual(['Acknowledged 7', 'Ended Canceled 0']);
    expect(line.count('order.cancel')).toBe(0);
  });

  test('then a fill: it is passed on', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.event(execution({ c: 'x', C: ONE.childID, x: 'CANCELED', X: 'CANCELED', i: 7, z: '0' }));
    line.event(
      execution({
        c: ONE.childID,
        x: 'TRADE',
        X: 'CANCELED',
        i: 7,
        z: '0.3',
        l: '0.3',
        L: '100',
        t: 3,
      }),
    );
    expect(line.heard()).toEqual(['Ended Canceled 0', 'Filled child 3 0.3@100']);
  });
});
