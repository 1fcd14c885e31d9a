// A key that Kraken no longer takes, or takes for less than orders.

import { describe, expect, test } from '@jest/globals';
import { CONFIG, ONE, ScriptedKraken, child } from './scripted-line.ts';

/** Without spread, so that a wait is what it is called. */
function kraken(): ScriptedKraken {
  return new ScriptedKraken({ ...CONFIG, backoff: { ...CONFIG.backoff, spread: 0 } });
}

/** Until the next line is opened, in ms. */
function waitForLine(line: ScriptedKraken): number {
  const opened = line.opened.length;
  let waited = 0;
  for (; line.opened.length === opened && waited < 120_000; waited += 100) line.wait(100);
  return waited;
}

function credentials(line: ScriptedKraken): string[] {
  return line.notices.flatMap((one) =>
    one.type === 'CredentialsJudged' ? [one.refused?.request ?? 'taken'] : [],
  );
}

describe('an order that is refused for its key', () => {
  test.each(['EAPI:Invalid key', 'EAPI:Invalid signature', 'EGeneral:Permission denied'])(
    '%s: it ends rejected, the venue is not ready, and a line with a new token is',
    (error) => {
      const line = kraken().ready();
      const first = line.channel;
      line.refuse(line.submit(ONE), error);
      expect(line.reports).toMatchObject([{ type: 'Refused', text: error }]);
      expect([line.state(), credentials(line)]).toEqual(['Reconciling', ['Place']]);
      expect(waitForLine(line)).toBe(1_000);
      const tokens = line.paths.filter((path) => path === 'GetWebSocketsToken').length;
      line.connect();
      expect(line.paths.filter((path) => path === 'GetWebSocketsToken')).toHaveLength(tokens + 1);
      expect(line.state()).toBe('Ready');
      line.wait(100);
      expect(line.closed).toEqual([first]);
    },
  );

  test('the wait grows although each token is given, until an order is taken', () => {
    const line = kraken().ready();
    const waits: number[] = [];
    for (let intent = 1; intent <= 8; intent += 1) {
      line.refuse(line.submit(child(intent)), 'EGeneral:Permission denied');
      waits.push(waitForLine(line));
      line.frames.splice(0);
      line.connect();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(credentials(line)).toEqual(['Place']);
    line.answer(line.submit(child(9)), { order_id: 'O9' });
    expect(credentials(line)).toEqual(['Place', 'taken']);
    line.refuse(line.submit(child(10)), 'EGeneral:Permission denied');
    expect(waitForLine(line)).toBe(1_000);
  });

  test('maintenance that ends meanwhile does not make the venue ready', () => {
    const line = kraken().ready();
    line.refuse(line.submit(ONE), 'EGeneral:Permission denied');
    const told = (system: string): void =>
      line.frame({ channel: 'status', type: 'update', data: [{ system }] });
    told('maintenance');
    told('online');
    expect(line.state()).toBe('Reconciling');
  });
});

test.each([
  ['cancel_order', 'Cancel'],
  ['amend_order', 'Amend'],
])('%s that is refused for its key leaves the venue not ready', (method, kind) => {
  const line = kraken().ready();
  line.answer(line.submit(ONE), { order_id: 'O1' });
  if (kind === 'Cancel') line.cancel(ONE.childID);
  else line.amend(ONE.childID, '100', '1');
  line.refuse(line.take(method), 'EGeneral:Permission denied');
  expect([line.state(), credentials(line)]).toEqual(['Reconciling', [kind]]);
});

// The right to place is another than the right to cancel: each order would end the wait, each cancel begin it at 1 s.
test('a key that may place and not cancel waits longer each time, whatever orders are taken', () => {
  const line = kraken().ready();
  const waits: number[] = [];
  for (let intent = 1; intent <= 4; intent += 1) {
    line.answer(line.submit(child(intent)), { order_id: `O${intent}` });
    line.cancel(child(intent).childID);
    line.refuse(line.take('cancel_order'), 'EGeneral:Permission denied');
    line.executed({
      order_id: `O${intent}`,
      exec_type: 'expired',
      order_status: 'expired',
      cum_qty: 0,
    });
    waits.push(waitForLine(line));
    line.frames.splice(0);
    line.connect();
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('a token that is refused for its key is asked for later and later, a minute at most', () => {
  const line = kraken();
  line.step({ type: 'Started', now: line.now });
  const waits: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
    line.reply(line.takeHttp('GetWebSocketsToken'), { error: ['EAPI:Invalid key'] });
    waits.push(waitForLine(line));
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  line.connect();
  expect(credentials(line)).toEqual(['Token', 'taken']);
  expect(line.state()).toBe('Ready');
});

// A key may lack the right to see the account and be good for orders.
test('balances that the key may not see leave the venue ready', () => {
  const line = kraken();
  line.step({ type: 'Started', now: line.now });
  line.step({ type: 'ChannelOpened', channel: line.channel, now: line.now });
  line.serve();
  const ping = line.take('ping');
  line.frame({ method: 'pong', req_id: ping.req_id, time_in: '2023-11-14T22:13:20.000000Z' });
  line.answer(line.take('subscribe'), { channel: 'executions' });
  line.frame({ channel: 'executions', type: 'snapshot', sequence: 1, data: [] });
  line.refuse(line.take('subscribe'), 'EGeneral:Permission denied');
  line.serve();
  expect([line.state(), credentials(line)]).toEqual(['Ready', []]);
});
