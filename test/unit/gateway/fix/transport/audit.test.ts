// The audit's port: every message that no store and no application keeps, once, in its order.
import { expect, test } from '@jest/globals';
import { fix44, Tag } from '../../../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../../../spec/ports/index.ts';
import type { MessageAudit } from '../../../../../gateway/fix/audit.ts';
import { MessageWriter } from '../../../../../gateway/fix/codec/message-writer.ts';
import { defaultSessionSettings } from '../../../../../gateway/fix/session/settings.ts';
import { memoryStore } from '../../../../../gateway/fix/store.ts';
import { SessionDriver } from '../../../../../gateway/fix/transport/driver.ts';
import { memoryGate } from '../../../../../gateway/fix/transport/memory-gate.ts';
import { fieldIn, raw, whole } from '../wire-text.ts';
import { MemoryWire, noon } from './pair.ts';

const news = '148=x|33=1|58=x|';
const from = (type: string, msgSeqNum: number, rest = '') =>
  whole(`35=${type}|49=ACME|56=CW|34=${msgSeqNum}|52=20261121-12:00:00|${rest}`);

function audited() {
  const heard: string[] = [];
  const audit: MessageAudit = {
    received: (bytes, _at, how) => void heard.push(`in ${fieldIn(bytes, 35)} ${how}`),
    sent: (bytes) => void heard.push(`out ${fieldIn(bytes, 35)}`),
    sentAgain: ({ msgSeqNum }) => void heard.push(`again ${msgSeqNum}`),
  };
  const store = memoryStore();
  const driver = new SessionDriver({
    rules: {
      settings: {
        ...defaultSessionSettings,
        role: 'Acceptor',
        beginString: 'FIX.4.4',
        senderCompID: 'CW',
        targetCompID: 'ACME',
      },
      dictionary: fix44,
      authenticate: () => true,
    },
    store,
    application: {
      deliver: ({ view }) => void heard.push(`delivered ${view.msgType}`),
      loggedOn() {},
      loggedOff() {},
    },
    gate: memoryGate(store),
    clock: { now: () => noon as EpochNs },
    log: { error() {}, warn() {}, info() {}, debug() {} },
    audit,
  });
  driver.open(new MemoryWire());
  driver.receive(from('A', 1, '98=0|108=30|'));
  return { driver, heard };
}

test('admin messages both ways, what came before its answer', () => {
  const { driver, heard } = audited();
  driver.receive(from('1', 2, '112=x|'));
  driver.receive(from('5', 3));
  expect(heard).toEqual(['in A Taken', 'out A', 'in 1 Taken', 'out 0', 'in 5 Taken', 'out 5']);
});

test('what is delivered is the application’s to keep; what is rejected is not', () => {
  const { driver, heard } = audited();
  driver.receive(from('B', 2, news));
  driver.receive(from('B', 3));
  expect(heard.slice(2)).toEqual(['delivered B', 'in B Taken', 'out 3']);
});

test('a message behind a gap is heard as it comes, and delivered when its turn comes', () => {
  const { driver, heard } = audited();
  driver.receive(from('B', 3, news));
  driver.receive(from('B', 2, news));
  expect(heard.slice(2)).toEqual(['in B Early', 'out 2', 'delivered B', 'delivered B']);
});

test('a garbled message is heard as one', () => {
  const { driver, heard } = audited();
  driver.receive(raw('8=FIX.4.4|9=5|35=0|10=000|'));
  expect(heard.slice(2)).toEqual(['in 0 Garbled']);
});

test('a resend: what was sent again by its number, gap fills as they are', () => {
  const { driver, heard } = audited();
  const body = new MessageWriter().begin('B').string(Tag.Headline, 'x').end();
  driver.send(body);
  driver.send(body);
  driver.receive(from('2', 2, '7=1|16=0|'));
  expect(heard.slice(2)).toEqual(['in 2 Taken', 'out 4', 'again 2', 'again 3']);
});
