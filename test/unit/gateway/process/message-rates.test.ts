import { expect, test } from '@jest/globals';
import { createMessageRates } from '../../../../gateway/process/message-rates.ts';
import { asSessionID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';

const ACME = asSessionID('ACME');
const at = (ms: number) => epochNs(1_795_262_400_000_000_000n + BigInt(ms) * 1_000_000n);

test('a message counts for a second from its arrival, orders and replaces among the messages', () => {
  const rates = createMessageRates();
  rates.count(ACME, 'D', at(0));
  rates.count(ACME, 'F', at(300));
  rates.count(ACME, 'G', at(600));
  rates.count(ACME, 'H', at(600));
  expect(rates.of(ACME, at(600))).toEqual({ messages: 4, orders: 2 });
  expect(rates.of(ACME, at(999))).toEqual({ messages: 4, orders: 2 });
  expect(rates.of(ACME, at(1_000))).toEqual({ messages: 3, orders: 1 });
  expect(rates.of(ACME, at(1_600))).toEqual({ messages: 0, orders: 0 });
});

test('each session is counted for itself', () => {
  const rates = createMessageRates();
  rates.count(ACME, 'D', at(0));
  expect(rates.of(asSessionID('OTHER'), at(0))).toEqual({ messages: 0, orders: 0 });
});

test('a steady flow is counted right however long it lasts', () => {
  const rates = createMessageRates();
  for (let ms = 0; ms < 20_000; ms += 2) rates.count(ACME, 'D', at(ms));
  expect(rates.of(ACME, at(19_998))).toEqual({ messages: 500, orders: 500 });
});
