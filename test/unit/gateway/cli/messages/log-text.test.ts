// Messages are found in whatever text they stand, however their separators were written.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messagesIn } from '../../../../../gateway/cli/messages/log-text.ts';
import type { FoundMessage } from '../../../../../gateway/cli/messages/found.ts';
import { shown, whole } from '../../fix/wire-text.ts';

const SOH = '\x01';
const wire = (body: string): string => shown(whole(body)).replaceAll('|', SOH);
const order = wire('35=D|49=ACME|56=CW|34=7|11=ABC1|58=a text|');

async function* chunksOf(text: string, size: number): AsyncGenerator<string, void, undefined> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function found(text: string, size = 64): Promise<readonly FoundMessage[]> {
  const all: FoundMessage[] = [];
  for await (const message of messagesIn(chunksOf(text, size))) all.push(message);
  return all;
}

describe('a message is found', () => {
  test.each([SOH, '|', '^A', '\\x01', '\\u0001', ';'])(
    'with %j between its fields',
    async (mark) => {
      const text = `2026-11-21 12:00 (${order.replaceAll(SOH, mark)}) and more\n`;
      expect((await found(text)).map((one) => one.text)).toEqual([order]);
    },
  );

  test('at the end of a text, without its last separator', async () => {
    expect((await found(order.slice(0, -1))).map((one) => one.text)).toEqual([order]);
  });

  test('behind another, with nothing between them', async () => {
    expect(await found(order + order)).toHaveLength(2);
  });

  test('with the separator in a value, which BodyLength tells from the real ones', async () => {
    const text = wire('35=B|49=ACME|56=CW|34=7|148=a/b 10=123/c|').replaceAll(SOH, '|');
    const written = text.replaceAll('/', '|');
    expect((await found(written)).map((one) => one.text.replaceAll(SOH, '!'))).toEqual([
      text.replaceAll('|', '!').replaceAll('/', '|'),
    ]);
  });

  test('cut off by the end of its line, and the next one too', async () => {
    const texts = (await found(`8=FIX.4.4|9=100|35=0|49=A|\n${order.replaceAll(SOH, '|')}\n`)).map(
      (one) => one.text,
    );
    expect(texts).toEqual(['8=FIX.4.4|9=100|35=0|49=A|'.replaceAll('|', SOH), order]);
  });
});

test.each([
  ['<20261121, FIX.4.4:ACME->CW, incoming> ', 'in'],
  ['sent: ', 'out'],
  ['OUT ', 'out'],
  ['recv ', 'in'],
  ['12:00 [info] ', null],
  ['in and out ', null],
  ['outer ', null],
])('the words %j before it say %s', async (prefix, direction) => {
  const text = `sent earlier\n${prefix}${order}\n`;
  expect((await found(text, 1000))[0]?.direction).toBe(direction);
});

test('text without a message has none, and what only begins like one is passed over', async () => {
  expect(await found('8=FIX 8=FIX.4.4 9=x 8=FIXT.1.1|10=')).toEqual([]);
});

test('memory stays bounded by what is no message', async () => {
  const message = await found(`8=FIX.4.4|9=5|${'x'.repeat(3_000_000)}`, 100_000);
  expect(message.every(({ text }) => text.length <= 1_048_577)).toBe(true);
});

test('the size of the chunks makes no difference', async () => {
  const text = `a ${order} b ${order.replaceAll(SOH, '^A')} c ${order.replaceAll(SOH, '|')}`;
  const all = await found(text, text.length);
  expect(all).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (size) => {
      expect((await found(text, size)).map((one) => one.text)).toEqual(all.map((one) => one.text));
    }),
  );
});
