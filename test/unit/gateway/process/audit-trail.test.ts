// What no other table keeps waits for the next batch, without its secrets and with its time.
import { expect, test } from '@jest/globals';
import {
  createAuditTrail,
  decodeAudit,
  auditKey,
} from '../../../../gateway/process/audit-trail.ts';
import { decodeIncoming } from '../../../../gateway/process/fix-records.ts';
import type { BatchPut } from '../../../../gateway/journal/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import { raw, shown, whole } from '../fix/wire-text.ts';

const at = (ns: bigint) => epochNs(1_795_262_400_000_000_000n + ns);
const heartbeat = whole('35=0|49=ACME|56=CW|34=2|52=20261121-12:00:00|');

/** A put's key and value, as the journal would write them. */
function written({ key, value }: BatchPut): readonly [Uint8Array, Uint8Array] {
  if (!ArrayBuffer.isView(key) || value === null || ArrayBuffer.isView(value)) throw new Error();
  const bytes = value.flatMap((part) => {
    if (ArrayBuffer.isView(part)) return [...part];
    const word = Buffer.alloc(8);
    word.writeBigUInt64BE(BigInt(part));
    return [...word];
  });
  return [key, Uint8Array.from(bytes)];
}

const entries = (puts: readonly BatchPut[]) => puts.map((put) => decodeAudit(...written(put)));

test('messages come back with direction, time and reception', () => {
  const trail = createAuditTrail(() => undefined);
  const audit = trail.of('FIX.4.4:CW->ACME');
  audit.received(heartbeat, at(1n), 'Taken');
  audit.sent(heartbeat, at(2n));
  audit.received(raw('8=FIX.4.4|9=1|'), at(3n), 'Garbled');
  const found = entries(trail.take());
  expect(found.map((one) => [one.type, one.at])).toEqual([
    ['Message', at(1n)],
    ['Message', at(2n)],
    ['Message', at(3n)],
  ]);
  expect(found).toMatchObject([
    { direction: 'in', reception: 'Taken' },
    { direction: 'out' },
    { direction: 'in', reception: 'Garbled' },
  ]);
  expect(trail.take()).toEqual([]);
});

test('a password is masked before anything waits', () => {
  const trail = createAuditTrail(() => undefined);
  trail.of('S').received(whole('35=A|49=ACME|56=CW|34=1|554=hunter2|'), at(0n), 'Taken');
  const [entry] = entries(trail.take());
  if (entry?.type !== 'Message') throw new Error('no message');
  expect(shown(entry.bytes)).toContain('|554=***|');
});

test('numbers that go out again one after the other are one entry', () => {
  const trail = createAuditTrail(() => undefined);
  const audit = trail.of('S');
  for (let msgSeqNum = 5; msgSeqNum < 105; msgSeqNum += 1)
    audit.sentAgain({ epoch: 3, msgSeqNum }, at(BigInt(msgSeqNum)));
  audit.sentAgain({ epoch: 3, msgSeqNum: 7 }, at(200n));
  expect(entries(trail.take())).toEqual([
    { type: 'SentAgain', at: at(5n), epoch: 3, fromSeqNum: 5, toSeqNum: 104 },
    { type: 'SentAgain', at: at(200n), epoch: 3, fromSeqNum: 7, toSeqNum: 7 },
  ]);
});

test('keys sort by session, then time, then the order of their coming', () => {
  const keys = [
    auditKey('A', at(1n), 9),
    auditKey('A', at(1n), 10),
    auditKey('A', at(2n), 0),
    auditKey('B', at(0n), 0),
  ];
  expect([...keys].reverse().sort(Buffer.compare)).toEqual(keys);
});

test('too much that waits asks for a batch of its own', () => {
  let asked = 0;
  const trail = createAuditTrail(() => {
    asked += 1;
    trail.take();
  });
  const large = whole(`35=B|49=ACME|56=CW|34=1|58=${'x'.repeat(60_000)}|`);
  for (let count = 0; count < 9; count += 1) trail.of('S').received(large, at(0n), 'Taken');
  expect(asked).toBe(1);
});

test('what waits on a quiet desk is due after ten seconds', () => {
  const trail = createAuditTrail(() => undefined);
  expect(trail.isDue(at(0n))).toBe(false);
  trail.of('S').sent(heartbeat, at(0n));
  expect(trail.isDue(at(10_000_000_000n))).toBe(false);
  expect(trail.isDue(at(10_000_000_001n))).toBe(true);
});

test('a message of an older build has no time', () => {
  expect(decodeIncoming(heartbeat)).toEqual({ at: null, bytes: heartbeat });
});
