import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Framer } from '../../../../../gateway/fix/codec/framer.ts';
import { raw, shown, whole } from '../wire-text.ts';

const heartbeat = whole('35=0|49=A|56=B|34=2|52=20261121-12:00:00|');
const order = whole('35=D|49=A|56=B|34=3|52=20261121-12:00:00|11=X|');

function framesOf(chunks: readonly Uint8Array[], framer = new Framer()): string[] {
  const frames: string[] = [];
  for (const chunk of chunks) {
    framer.push(chunk);
    for (let frame = framer.next(); frame !== 'More'; frame = framer.next()) {
      const isMessage = frame === 'Message';
      frames.push(isMessage ? shown(framer.bytes.subarray(framer.start, framer.end)) : frame);
      if (frame === 'TooLong' || frame === 'NotFix') break;
    }
  }
  return frames;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('a stream is cut into messages', () => {
  test('segmentation never matters', () => {
    const stream = joined(heartbeat, order, heartbeat);
    const expected = [heartbeat, order, heartbeat].map(shown);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
        const chunks: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          chunks.push(stream.slice(at, at + size));
          at += size;
        }
        expect(framesOf(chunks)).toEqual(expected);
      }),
    );
  });

  test('a chunk that is whole is not copied', () => {
    const framer = new Framer();
    framer.push(order);
    framer.next();
    expect(framer.bytes).toBe(order);
    expect(framer.allocated).toBe(0);
  });

  test('BodyLength may be padded with zeros', () => {
    const padded = shown(heartbeat).replace(
      /9=(\d+)/,
      (_, digits: string) => `9=${digits.padStart(6, '0')}`,
    );
    expect(framesOf([raw(padded)])).toEqual([padded]);
  });
});

describe('garbled messages are passed over', () => {
  test.each(['-1', '+5', '1e3', '0x10', '', ' 5', '5.'])('BodyLength %p', (length) => {
    const bad = raw(shown(order).replace(/9=\d+/, `9=${length}`));
    const frames = framesOf([joined(heartbeat, bad, heartbeat)]);
    expect(frames.filter((frame) => frame !== 'Garbled')).toEqual([
      shown(heartbeat),
      shown(heartbeat),
    ]);
    expect(frames).toContain('Garbled');
  });

  test.each([-30, -1, 1, 7])(
    'BodyLength off by %d: the search goes on at the next 8=FIX',
    (off) => {
      const bad = raw(
        shown(order).replace(/9=(\d+)/, (_, digits: string) => `9=${Number(digits) + off}`),
      );
      const frames = framesOf([joined(heartbeat, bad, heartbeat, heartbeat)]);
      expect(frames[0]).toBe(shown(heartbeat));
      expect(frames.at(-1)).toBe(shown(heartbeat));
      expect(frames).toContain('Garbled');
      expect(frames).not.toContain(shown(bad));
    },
  );

  test('rubbish between messages', () => {
    expect(framesOf([joined(heartbeat, raw('rubbish|8=9|'), order)])).toEqual([
      shown(heartbeat),
      'Garbled',
      shown(order),
    ]);
  });
});

describe('what cannot be a message ends the connection', () => {
  test.each(['GET / HTTP/1.1\r\n', '\u0016\u0003\u0001\u0002\u0000', '9=5|', ' 8=FIX.4.4|'])(
    '%p first',
    (text) => {
      expect(framesOf([raw(text)])).toEqual(['NotFix']);
    },
  );

  test('a BodyLength beyond the bound, before its bytes are kept', () => {
    const framer = new Framer();
    expect(framesOf([raw('8=FIX.4.4|9=100000000|35=D|')], framer)).toEqual(['TooLong']);
    framer.push(new Uint8Array(1_000_000));
    expect(framer.allocated).toBeLessThan(1_048_576);
    expect(framer.next()).toBe('TooLong');
  });

  test('the bound stands on the edge', () => {
    const atBound = whole(`35=0|58=${'x'.repeat(100)}|`);
    const bodyLength = atBound.length - '8=FIX.4.4|9=109|10=000|'.length;
    expect(framesOf([atBound], new Framer({ maxBodyLength: bodyLength }))).toHaveLength(1);
    expect(framesOf([atBound], new Framer({ maxBodyLength: bodyLength }))).not.toContain('TooLong');
    expect(framesOf([atBound], new Framer({ maxBodyLength: bodyLength - 1 }))).toEqual(['TooLong']);
  });
});
