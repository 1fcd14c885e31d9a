// What the balances at venues leave of an order: its own refusal, and what goes where. Figures by hand.
import { describe, expect, test } from '@jest/globals';
import {
  type Bench,
  acknowledged,
  childOf,
  ended,
  enter,
  filled,
  newBench,
  orderOf,
  qty,
  replace,
  says,
  venueID,
} from '../../../fixtures/desk.ts';
import { rest, tick } from './arrangement.ts';
import { childAt, children, gtc, ioc, twoBooks } from './two-books.ts';

const refusal = (
  bench: Bench,
  ...order: Parameters<typeof enter> extends [Bench, ...infer R] ? R : never
) => {
  const [event] = bench.events(enter(bench, ...order));
  return event?.type === 'OrderRejected' ? [event.check, event.ordRejReason, event.text] : null;
};

describe('one venue', () => {
  test('a buy takes its worst cost with the fee; exactly that is enough', () => {
    const bench = newBench();
    bench.fees = { taker: qty('0.001') as never, maker: 0n as never };
    bench.balances.set('sandbox USDT', qty('1000.999')); // 10 at 100 and 10 bps are 1001.
    expect(refusal(bench, 'A')).toEqual([
      'venueBalance',
      'OrderExceedsLimit',
      'our free balances cover 9.99999000999000999 of 10 BTC: 1000.999 USDT at sandbox',
    ]);
    bench.balances.set('sandbox USDT', qty('1001'));
    expect(refusal(bench, 'B')).toBeNull();
  });

  test('a sell takes base, and a balance in the other asset does not matter', () => {
    const bench = newBench();
    bench.balances.set('sandbox BTC', qty('9.999')).set('sandbox USDT', qty('0'));
    expect(refusal(bench, 'A', { side: 'sell' })?.[2]).toBe(
      'our free balances cover 9.999 of 10 BTC: 9.999 BTC at sandbox',
    );
    expect(refusal(bench, 'B', { side: 'sell', orderQty: qty('9.999') })).toBeNull();
  });

  test('what children there may still take is not free, in doubt too; what has ended is', () => {
    const bench = newBench();
    bench.balances.set('sandbox USDT', qty('1500'));
    expect(refusal(bench, 'A')).toBeNull(); // 1000 of 1500.
    bench.send(says({ type: 'Unknown', childID: childOf(bench, 'A'), cause: 'time-out' }));
    expect(refusal(bench, 'B', { orderQty: qty('5.001') })?.[2]).toBe(
      'our free balances cover 5 of 5.001 BTC: 500 USDT at sandbox',
    );
    bench.send(acknowledged(childOf(bench, 'A')));
    bench.send(filled(childOf(bench, 'A'), 'e1', 4)); // 600 open; 400 are paid.
    bench.balances.set('sandbox USDT', qty('1100'));
    expect(refusal(bench, 'C', { orderQty: qty('5.001') })).not.toBeNull();
    bench.send(ended(childOf(bench, 'A'), 'Canceled', 4));
    expect(refusal(bench, 'D', { orderQty: qty('11') })).toBeNull();
  });

  test('that tells none limits nothing', () => {
    const bench = newBench();
    bench.balances.set('other USDT', qty('0'));
    expect(refusal(bench, 'A')).toBeNull();
  });

  test('a replace up is judged as an order; one that lowers its risk is not', () => {
    const bench = newBench();
    bench.balances.set('sandbox USDT', qty('1000'));
    rest(bench, 'A');
    expect(bench.events(replace(bench, ['B', 'A'], { orderQty: qty('10.001') }))[0]).toMatchObject({
      type: 'RequestRejected',
      cxlRejReason: 'BrokerOption',
      text: 'our free balances cover 10 of 10.001 BTC: 1000 USDT at sandbox',
    });
    bench.balances.set('sandbox USDT', qty('1'));
    expect(bench.events(replace(bench, ['C', 'A'], { orderQty: qty('9') }))[0]?.type).toBe(
      'ReplaceRequested',
    );
  });
});

describe('two venues', () => {
  test('neither gets more than it covers, and both together take the order', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.balances.set('sandbox USDT', qty('404')).set('other USDT', qty('707'));
    bench.send(enter(bench, 'A', ioc)); // 10 within 101: 4 and 7 are covered.
    expect(children(bench, 'A')).toEqual(['other 6 IOC Sent', 'sandbox 4 IOC Sent']);
  });

  test('what all together do not cover is refused, each with what it has', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.balances.set('sandbox USDT', qty('404')).set('other USDT', qty('505'));
    expect(refusal(bench, 'A', ioc)?.[2]).toBe(
      'our free balances cover 9 of 10 BTC: 404 USDT at sandbox, 505 USDT at other',
    );
  });

  test('one that has nothing is left alone, and the order goes to the other', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.balances.set('sandbox USDT', qty('0'));
    bench.send(enter(bench, 'A', ioc));
    expect(children(bench, 'A')).toEqual(['other 10 IOC Sent']);
    const routed = bench.recorded.find(({ event }) => event.type === 'RouteDecided');
    expect(routed?.event).toMatchObject({
      unused: [{ venueID, why: 'has only 0 USDT of ours free' }],
    });
  });

  test('a rest whose funds are gone meanwhile waits until they are back', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.balances.set('sandbox USDT', qty('2000')).set('other USDT', qty('0'));
    bench.send(enter(bench, 'A', gtc));
    bench.balances.set('sandbox USDT', qty('0'));
    bench.send(
      says({ type: 'Refused', childID: childAt(bench, 'A', venueID), text: 'no', notSent: true }),
    );
    bench.now += 2_000_000_000n;
    bench.send(tick);
    expect(orderOf(bench, 'A')).toMatchObject({ endedHow: null, children: [{ phase: 'Ended' }] });
    bench.balances.set('other USDT', qty('2000'));
    bench.send(tick);
    expect(children(bench, 'A').at(-1)).toBe('other 10 GTC Sent');
  });

  test('a child that ends in the very turn in which its quantity goes out again is not counted twice', () => {
    const bench = twoBooks({ here: '0', there: '0' });
    bench.balances.set('sandbox USDT', qty('1010')).set('other USDT', qty('0'));
    bench.send(enter(bench, 'A', gtc)); // 10 at 101: all of it.
    const childID = childAt(bench, 'A', venueID);
    bench.send(says({ type: 'Unknown', childID, cause: 'time-out' }));
    bench.send(says({ type: 'Absent', childID, evidence: 'history' }));
    expect(children(bench, 'A')).toEqual(['sandbox 10 GTC Ended', 'sandbox 10 GTC Sent']);
  });
});
