// How a line comes to the user stream, and what it does when the stream has a gap.

import { describe, expect, test } from '@jest/globals';
import { epochNs } from '../../../../spec/units/index.ts';
import { ONE, ScriptedKraken, TOKEN } from './scripted-line.ts';

describe('a line', () => {
  test('asks for a token, the time and the subscription, and then for what is open', () => {
    const line = new ScriptedKraken();
    line.step({ type: 'Started', now: line.now });
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    const token = line.takeHttp('GetWebSocketsToken');
    expect([token.method, token.headers['API-Key'], token.headers['API-Sign']]).toEqual([
      'POST',
      'KEY',
      'SIGNED',
    ]);
    line.reply(token, { error: [], result: { token: TOKEN, expires: 900 } });
    const ping = line.take('ping');
    line.frame({ method: 'pong', req_id: ping.req_id, time_in: '2023-11-14T22:13:20.000000Z' });
    expect(line.take('subscribe').params).toEqual({
      channel: 'executions',
      snap_orders: true,
      snap_trades: true,
      token: TOKEN,
    });
  });

  test('with no token is given up and opened again, later and later, 15 s at most', () => {
    const line = new ScriptedKraken();
    line.step({ type: 'Started', now: line.now });
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
      line.reply(line.takeHttp('GetWebSocketsToken'), { error: ['EService:Unavailable'] });
      const before = line.opened.length;
      let waited = 0;
      for (; line.opened.length === before; waited += 100) line.wait(100, false);
      waits.push(waited);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_100);
    expect(Math.min(...waits.slice(5))).toBeGreaterThanOrEqual(10_500);
    expect(line.closed).toHaveLength(9);
  });

  test('private questions go one at a time, each nonce above the one before', () => {
    const line = new ScriptedKraken();
    const nonces: bigint[] = [];
    line.step({ type: 'Started', now: line.now });
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.serve = () => {
      for (let next = line.https.shift(); next !== undefined; next = line.https.shift()) {
        if (next.method === 'POST') {
          expect(line.https.filter(({ method }) => method === 'POST')).toEqual([]);
          nonces.push(BigInt(new URLSearchParams(next.body ?? '').get('nonce') ?? '0'));
        }
        const result = next.url.includes('Token') ? { token: TOKEN } : { open: {}, trades: {} };
        line.reply(next, { error: [], result });
      }
    };
    line.serve();
    line.frame({ method: 'pong', req_id: 1, time_in: '2023-11-14T22:13:20.000000Z' });
    line.subscribe();
    line.serve();
    line.answer(line.submit(ONE), { order_id: 'O1' }); // It is audited from now on.
    line.now = epochNs(line.now - 5_000_000_000n); // A clock that goes back.
    line.wait(60_000);
    expect(nonces.length).toBeGreaterThan(2);
    expect(nonces).toEqual([...new Set(nonces)].toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('the token is in no report and in no notice', () => {
    const line = new ScriptedKraken().ready();
    line.submit(ONE);
    line.frame('not JSON');
    line.drop();
    line.wait(1_000);
    const said = JSON.stringify([line.reports, line.notices], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(said).toContain('Unknown');
    expect(said).not.toContain(TOKEN);
  });

  test('a gap in the sequence: a new subscription on the same line, and no order until it is whole', () => {
    const line = new ScriptedKraken().ready();
    expect(line.state()).toBe('Ready');
    line.lose();
    line.executed({ order_id: 'O1', exec_type: 'status' });
    expect(line.state()).not.toBe('Ready');
    expect(line.take('unsubscribe').params).toMatchObject({ channel: 'executions' });
    line.subscribe();
    line.serve();
    expect(line.state()).toBe('Ready');
    expect(line.opened).toHaveLength(1);
  });

  test('a message that is said again is nothing new', () => {
    const line = new ScriptedKraken().ready();
    line.executed({ order_id: 'O1', exec_type: 'status' });
    line.frame({ channel: 'executions', type: 'update', sequence: 2, data: [] });
    expect(line.has('unsubscribe')).toBe(false);
  });
});
