// What a command line asks of messages.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { MessageReader } from '../../../../../gateway/cli/messages/fields.ts';
import {
  type FilterArguments,
  filterOf,
  fits,
  mayFit,
} from '../../../../../gateway/cli/messages/filter.ts';
import { plain } from '../../../../../gateway/cli/messages/print.ts';
import { loadValueNames } from '../../../../../spec/dictionaries/index.ts';
import { epochNs } from '../../../../../spec/units/index.ts';
import { shown, whole } from '../../fix/wire-text.ts';

/** 2026-11-21T12:00:00Z. */
const noon = 1_795_262_400_000_000_000n;
const now = epochNs(noon);
const text = shown(whole('35=D|49=ACME|56=CW|34=7|11=ABC1|453=1|448=P1|55=BTC/USDT|')).replaceAll(
  '|',
  '\x01',
);
const message = {
  text,
  at: epochNs(noon - 60_000_000_000n),
  direction: 'in' as const,
  session: 'FIX.4.4:CW->ACME',
  notes: [],
};
let reader: MessageReader;
beforeAll(async () => {
  reader = new MessageReader(await loadValueNames());
});

describe('a message fits', () => {
  test.each<[FilterArguments, boolean]>([
    [{}, true],
    [{ session: 'ACME' }, true],
    [{ session: 'FIX.4.4:CW->ACME' }, true],
    [{ session: 'ACM' }, false],
    [{ type: 'D' }, true],
    [{ type: '8,newordersingle' }, true],
    [{ type: 'ExecutionReport' }, false],
    [{ clordid: 'ABC1' }, true],
    [{ clordid: 'ABC' }, false],
    [{ clordid: 'P1' }, false],
    [{ field: ['PartyID=P1', '55=BTC/USDT'] }, true],
    [{ field: ['PartyID=P1', '55=ETH/USDT'] }, false],
    [{ field: ['448'] }, true],
    [{ field: ['Text'] }, false],
    [{ direction: 'out' }, false],
    [{ app: true }, true],
    [{ since: '11:59' }, true],
    [{ since: '11:59:00.000000001' }, false],
    [{ since: '1m' }, true],
    [{ since: '59s' }, false],
    [{ until: '2026-11-21T11:59Z' }, true],
    [{ until: '2026-11-21' }, false],
  ])('%j: %s', (args, expected) => {
    const filter = filterOf(args, now);
    if (typeof filter === 'string') throw new Error(filter);
    expect(mayFit(filter, message) && fits(filter, message, reader.read(text))).toBe(expected);
  });
});

test.each<[FilterArguments, string]>([
  [{ type: 'Nonsense' }, 'no message type "Nonsense"'],
  [{ field: ['Nonsense=1'] }, 'no field "Nonsense" in any version'],
  [{ since: 'noon' }, 'the time "noon" is neither'],
  [{ until: '2026-13-01' }, 'the time "2026-13-01" is neither'],
])('%j is not understood', (args, sentence) => {
  expect(filterOf(args, now)).toContain(sentence);
});

test('what moves a cursor, colours, or turns the direction of writing is written out', () => {
  expect(plain('a\x1b[31mb\x07\x9bc\u0000')).toBe('a\\x1b[31mb\\x07\\x9bc\\x00');
  const utf8 = Buffer.from('Zürich \u202e\u2028', 'utf8').toString('latin1');
  expect(plain(utf8)).toBe('Zürich \\u{202e}\\u{2028}');
});
