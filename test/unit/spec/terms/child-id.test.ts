// A child's id at its venue: a UUIDv4 in form, the same for the same intent, and no stranger's.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ChildIntent, childIDOf, intentOfChildID } from '../../../../spec/terms/index.ts';

const anyIntent = (): fc.Arbitrary<ChildIntent> =>
  fc.record({
    desk: fc.integer({ min: 0, max: 2 ** 16 - 1 }),
    epoch: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
    intent: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  });

describe('childIDOf', () => {
  test('an id says which intent it is', () => {
    fc.assert(
      fc.property(anyIntent(), (intent) => {
        expect(intentOfChildID(childIDOf(intent))).toEqual(intent);
      }),
    );
  });

  test('two intents never have one id', () => {
    fc.assert(
      fc.property(anyIntent(), anyIntent(), (a, b) => {
        const isSame = a.desk === b.desk && a.epoch === b.epoch && a.intent === b.intent;
        expect(childIDOf(a) === childIDOf(b)).toBe(isSame);
      }),
    );
  });

  test('has the form of a UUIDv4 (RFC 9562, 5.4): version 4, variant 10', () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    fc.assert(fc.property(anyIntent(), (intent) => form.test(childIDOf(intent))));
  });

  test.each([
    [{ desk: 65_536, epoch: 0, intent: 0 }, 'desk'],
    [{ desk: 0, epoch: 16_777_216, intent: 0 }, 'epoch'],
    [{ desk: 0, epoch: 0, intent: 2 ** 48 }, 'intent'],
    [{ desk: -1, epoch: 0, intent: 0 }, 'desk'],
    [{ desk: 0.5, epoch: 0, intent: 0 }, 'desk'],
  ])('refuses %p: the part does not fit its bits', (intent, part) => {
    expect(() => childIDOf(intent)).toThrow(new RegExp(`^${part} `));
  });
});

describe('intentOfChildID', () => {
  test("a stranger's random UUIDv4 is none of ours", () => {
    const uuid = fc.uuid({ version: 4 });
    // One in 2^34 would pass.
    fc.assert(fc.property(uuid, (text) => intentOfChildID(text) === null));
  });

  test('one flipped bit of an id is found', () => {
    const digits = [...Array(36).keys()].filter((at) => ![8, 13, 14, 18, 19, 23].includes(at));
    fc.assert(
      fc.property(
        anyIntent(),
        fc.constantFrom(...digits),
        fc.integer({ min: 0, max: 3 }),
        (...a) => {
          const [intent, at, bit] = a;
          const id = childIDOf(intent);
          const digit = (Number.parseInt(id.charAt(at), 16) ^ (1 << bit)).toString(16);
          expect(intentOfChildID(id.slice(0, at) + digit + id.slice(at + 1))).toBeNull();
        },
      ),
    );
  });

  test.each(['', 'x', '00000000-0000-0000-0000-000000000000', 'ORD-1-1'])('null for %p', (text) =>
    expect(intentOfChildID(text)).toBeNull(),
  );

  test('the dashes are required, capitals are not ours', () => {
    const id = childIDOf({ desk: 1, epoch: 2, intent: 3 });
    expect(intentOfChildID(id.replaceAll('-', ''))).toBeNull();
    expect(intentOfChildID(id.toUpperCase())).toBeNull();
  });
});
