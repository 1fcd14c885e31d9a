// What the proofs of spec/proof ask at run time.
import { describe, expect, test } from '@jest/globals';
import {
  asDurable,
  asReserved,
  err,
  InvariantBroken,
  invariant,
  ok,
  unreachable,
} from '../../../../spec/proof/index.ts';

describe('invariant', () => {
  test('passes in silence when it holds', () => {
    expect(() => invariant(1 + 1 === 2, 'I3', {})).not.toThrow();
  });

  test('throws the invariant by name, with the facts, when it does not hold', () => {
    const broken = thrownBy(() => invariant(false, 'I3', { clOrdID: 'A1', leavesQty: 2n }));
    expect(broken).toBeInstanceOf(InvariantBroken);
    expect(broken).toMatchObject({
      name: 'InvariantBroken',
      invariant: 'I3',
      facts: { clOrdID: 'A1', leavesQty: 2n },
      message: 'I3 broken: clOrdID=A1 leavesQty=2',
    });
  });
});

describe('unreachable', () => {
  test('names the type of a union member that no case took', () => {
    expect(() => unreachable({ type: 'Surprise' } as never)).toThrow('unreachable: Surprise');
  });

  test('names a bare value that no case took', () => {
    expect(() => unreachable('Surprise' as never)).toThrow('unreachable: Surprise');
  });
});

describe('Result', () => {
  test('ok carries the value', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 });
  });

  test('err carries every problem', () => {
    const problems = [
      { place: 'desk.yaml:14', found: '1e6', expected: 'an amount with its currency' },
      { place: 'desk.yaml:31', found: 'mode 0644', expected: '0600' },
    ];
    expect(err(problems)).toEqual({ ok: false, error: problems });
  });
});

describe('evidence', () => {
  test('Durable and Reserved are the value itself: the proof is the compiler’s alone', () => {
    const order = { clOrdID: 'A1' };
    expect(asDurable(order)).toBe(order);
    expect(asReserved(order)).toBe(order);
  });

  test('a bare value is neither Durable nor Reserved', () => {
    const send = (order: ReturnType<typeof asDurable<{ clOrdID: string }>>) => order.clOrdID;
    // @ts-expect-error Only the journal's release makes a Durable (I1).
    expect(send({ clOrdID: 'A1' })).toBe('A1');
  });
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
