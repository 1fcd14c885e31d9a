import { describe, expect, test } from '@jest/globals';
import { ONE, ScriptedLine, child, orderResult, placed } from './scripted-line.ts';

describe('the rate budget', () => {
  test("an order beyond the venue's count is refused, not sent", () => {
    const line = new ScriptedLine().ready();
    for (let intent = 1; intent <= 51; intent += 1) line.submit(child(intent));
    expect(line.count('order.place')).toBe(50);
    expect(line.reports).toMatchObject([{ type: 'Refused', text: 'not sent: rate budget' }]);
    line.wait(10_000);
    line.submit(child(60));
    expect(line.count('order.place')).toBe(51);
  });

  test("the venue's own count wins", () => {
    const line = new ScriptedLine().ready();
    line.submit(ONE);
    const answer = orderResult({
      orderId: 7,
      clientOrderId: ONE.childID,
      status: 'NEW',
      executedQty: '0',
    });
    line.answer(line.take('order.place'), answer, {
      rateLimits: [
        { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 50, count: 50 },
      ],
    });
    line.submit(child(2));
    expect(line.count('order.place')).toBe(1);
  });

  test('cancels find room where orders and questions find none', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.frame({
      id: 'none',
      status: 200,
      result: {},
      rateLimits: [
        {
          rateLimitType: 'REQUEST_WEIGHT',
          interval: 'MINUTE',
          intervalNum: 1,
          limit: 6000,
          count: 5990,
        },
      ],
    });
    line.submit(child(2));
    line.resolve(ONE.childID);
    line.cancel(ONE.childID);
    expect(line.count('order.place')).toBe(1);
    expect(line.has('order.status')).toBe(false);
    expect(line.has('order.cancel')).toBe(true);
  });

  test('418: nothing is sent before the ban is over, then all goes on', () => {
    const line = new ScriptedLine().ready();
    placed(line);
    line.submit(child(2));
    line.refuse(
      line.take('order.place'),
      418,
      -1003,
      'Way too much request weight used; IP banned until 1700000180000.',
      {
        serverTime: 1_700_000_000_000,
        retryAfter: 1_700_000_180_000,
      },
    );
    expect(line.heard()).toEqual(['Refused']);
    line.cancel(ONE.childID);
    line.submit(child(3));
    line.drop();
    line.wait(179_000);
    expect(line.opened).toHaveLength(1);
    expect(line.has('order.cancel')).toBe(false);
    line.wait(2_000);
    expect(line.opened).toHaveLength(2);
    line.connect([{ orderId: 7, clientOrderId: ONE.childID, status: 'NEW', executedQty: '0' }]);
    expect(line.has('order.cancel')).toBe(true);
  });
});
