// Errors of Node's core, under jest's vm modules, are errors as they are in production.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

class OwnError extends Error {}

describe('an error thrown by Node’s core', () => {
  test('is an Error, and no TypeError', () => {
    const missing = thrownBy(() => readFileSync('/no/such/file'));
    expect(missing instanceof Error).toBe(true);
    expect(missing instanceof TypeError).toBe(false);
  });

  test('is a TypeError and an Error for an argument of the wrong type', () => {
    const wrong = thrownBy(() => Buffer.from(undefined as never));
    expect(wrong instanceof TypeError).toBe(true);
    expect(wrong instanceof Error).toBe(true);
    expect(wrong instanceof RangeError).toBe(false);
  });

  test('is a RangeError for an offset out of range', () => {
    const outside = thrownBy(() => Buffer.alloc(1).readUInt8(9));
    expect(outside instanceof RangeError).toBe(true);
  });

  test('is not an instance of a class that a test derives from Error', () => {
    expect(thrownBy(() => readFileSync('/no/such/file')) instanceof OwnError).toBe(false);
  });
});

describe('what was right before the repair stays right', () => {
  test('an error of the test’s own context', () => {
    expect(new OwnError() instanceof OwnError).toBe(true);
    expect(new OwnError() instanceof Error).toBe(true);
    expect(new Error() instanceof OwnError).toBe(false);
  });

  test.each([null, undefined, 1, 'Error', {}, { message: 'like an error' }])(
    '%p is no Error',
    (value) => {
      expect((value as unknown) instanceof Error).toBe(false);
    },
  );
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
