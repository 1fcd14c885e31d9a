import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldIn, raw, shown, whole } from '../wire-text.ts';
import { MemoryWire, Pair } from './pair.ts';

function types(wire: MemoryWire | null): string[] {
  return (wire?.written ?? []).map((bytes) => `${fieldIn(bytes, 35)} ${fieldIn(bytes, 34)}`);
}

describe('the durability gate', () => {
  /** Logged on, with a disk that commits when told. */
  function lazy() {
    const pair = new Pair({ gateway: { lazyDisk: true } });
    pair.connect();
    pair.carry();
    pair.gateway.flush();
    pair.settle();
    pair.gateway.flush();
    return pair;
  }

  test('I1: an application message leaves when its change is released, not before', () => {
    const pair = lazy();
    pair.gateway.send('fill');
    expect(types(pair.gateway.wire)).toEqual([]);
    pair.gateway.flush();
    expect(types(pair.gateway.wire)).toEqual(['B 2']);
  });

  test('numbers leave in order: a heartbeat behind a waiting report waits too', () => {
    const pair = lazy();
    pair.gateway.send('fill');
    pair.gateway.driver.receive(pair.client.wire?.written[0] ?? new Uint8Array(0));
    pair.pass(31);
    pair.settle();
    expect(types(pair.gateway.wire)).toEqual([]);
    pair.gateway.flush();
    expect(types(pair.gateway.wire)).toEqual(['B 2', '0 3']);
  });

  test('a heartbeat below the reserved end waits for nothing', () => {
    const pair = lazy();
    pair.pass(30);
    expect(types(pair.gateway.wire)).toEqual(['0 2']);
  });

  test('one change has the used-up number, the messages with their bytes, and the reserved end', () => {
    const pair = lazy();
    pair.client.send('order');
    pair.carry();
    pair.gateway.send('ack');
    const change = pair.gateway.driver.takeChanges();
    expect(change).toMatchObject({ sessionID: 'FIX.4.4:CW->ACME', epoch: 1, nextInMsgSeqNum: 3 });
    expect(change?.messages.map(({ msgSeqNum, msgType }) => [msgSeqNum, msgType])).toEqual([
      [2, 'B'],
    ]);
    expect(shown(change?.messages[0]?.bytes ?? new Uint8Array(0))).toContain('|148=ack|');
    expect(change?.reservedOutEnd).toBeGreaterThan(3);
    expect(pair.gateway.driver.takeChanges()).toBeNull();
  });

  test('a release lets out its own ticket and those before, no later one', () => {
    const pair = lazy();
    pair.gateway.send('one');
    const first = pair.gateway.driver.takeChanges();
    pair.gateway.send('two');
    pair.gateway.driver.takeChanges();
    pair.gateway.driver.release(first?.ticket ?? 0);
    expect(types(pair.gateway.wire)).toEqual(['B 2']);
  });

  test('a Logon answer waits for a commit of its own, though it brings the store no other news', () => {
    const pair = lazy();
    pair.gateway.crash();
    const { driver } = pair.gateway;
    // A report behind a restart asks for a further block of numbers, and is not on disk yet.
    pair.gateway.send('fill');
    const first = driver.takeChanges();
    const wire = new MemoryWire();
    driver.open(wire);
    // The Logon comes with a gap: the number that is expected stays the same.
    driver.receive(whole('35=A|49=ACME|56=CW|34=9|52=20261121-12:00:00.000|98=0|108=30|'));
    const second = driver.takeChanges();
    driver.release(first?.ticket ?? 0);
    expect(types(wire)).toEqual([]);
    expect(second).not.toBeNull();
    driver.release(second?.ticket ?? 0);
    expect(types(wire).map((one) => one.split(' ')[0])).toEqual(['A', '2']);
  });

  test('a resend waits for what is not durable yet, and does not fill it as a gap', () => {
    const pair = lazy();
    pair.gateway.send('fill');
    pair.gateway.driver.receive(
      whole('35=2|49=ACME|56=CW|34=2|52=20261121-12:00:00.000|7=1|16=0|'),
    );
    expect(pair.gateway.driver.state.resend).not.toBeNull();
    expect(types(pair.gateway.wire)).toEqual([]);
    pair.gateway.flush();
    expect(types(pair.gateway.wire)).toEqual(['B 2', '4 1', 'B 2']);
  });

  test('a resend waits for a heartbeat that waits for its block of numbers', () => {
    const pair = new Pair({ gateway: { lazyDisk: true, settings: { reserveBlock: 4 } } });
    pair.connect();
    pair.carry();
    pair.gateway.flush();
    const receive = (msgType: string, msgSeqNum: number, body: string) =>
      pair.gateway.driver.receive(
        whole(`35=${msgType}|49=ACME|56=CW|34=${msgSeqNum}|52=20261121-12:00:00|${body}`),
      );
    for (let msgSeqNum = 2; msgSeqNum <= 6; msgSeqNum += 1) receive('1', msgSeqNum, '112=x|');
    expect(types(pair.gateway.wire)).toEqual(['A 1', '0 2', '0 3', '0 4', '0 5']);
    receive('2', 7, '7=1|16=0|');
    expect(types(pair.gateway.wire)).toHaveLength(5);
    pair.gateway.flush();
    expect(types(pair.gateway.wire).slice(5)).toEqual(['0 6', '4 1']);
  });

  test('a resend waits for a report that was made while nobody was there, and is not durable yet', () => {
    const pair = lazy();
    pair.cut();
    pair.gateway.flush();
    pair.gateway.send('fill');
    pair.connect();
    pair.settle();
    expect(pair.gateway.driver.state.phase).toBe('LoggedOn');
    expect(pair.gateway.driver.state.resend).not.toBeNull();
    expect(pair.client.received).toEqual([]);
    pair.gateway.flush();
    pair.settle();
    expect(pair.client.received).toEqual(['fill']);
  });

  test('what is sent before the peer’s Logon has come follows it', () => {
    const pair = new Pair();
    pair.connect();
    pair.client.send('order');
    expect(types(pair.client.wire)).toEqual(['A 1']);
    pair.carry();
    expect(types(pair.client.wire)).toEqual(['B 2']);
    pair.settle();
    expect(pair.gateway.received).toEqual(['order']);
  });

  test('a Disconnect waits for what goes before it', () => {
    const pair = new Pair({ gateway: { lazyDisk: true, settings: { closeAfterLogout: true } } });
    pair.connect();
    pair.carry();
    pair.gateway.flush();
    pair.settle();
    pair.gateway.send('fill');
    pair.client.driver.logout('bye');
    pair.carry();
    expect(pair.gateway.wire?.isEnded).toBe(false);
    pair.gateway.flush();
    expect(types(pair.gateway.wire)).toEqual(['B 2', '5 3']);
    expect(pair.gateway.wire?.isEnded).toBe(true);
  });
});

describe('bounds', () => {
  function loggedOn(limits: ConstructorParameters<typeof Pair>[0] = {}) {
    const pair = new Pair(limits);
    pair.connect();
    pair.settle();
    return pair;
  }

  test('THR-05: a peer that does not read is cut at the bound, and has it all later', () => {
    const pair = loggedOn({ gateway: { limits: { maxQueuedBytes: 2000 } } });
    if (pair.gateway.wire !== null) pair.gateway.wire.isStuck = true;
    const texts = Array.from({ length: 50 }, (_, at) => `fill ${at}`);
    for (const text of texts) pair.gateway.send(text);
    expect(pair.gateway.wire?.isDestroyed).toBe(true);
    pair.cut();
    pair.connect();
    pair.settle();
    expect(pair.client.received).toEqual(texts);
  });

  test('a resend pauses while the peer’s wire is full', () => {
    const pair = loggedOn({
      gateway: { limits: { resendPageMessages: 2, resendHighWaterBytes: 300 } },
    });
    pair.cut();
    for (let at = 0; at < 20; at += 1) pair.gateway.send(`fill ${at}`);
    pair.connect();
    const { wire } = pair.gateway;
    if (wire !== null) wire.isStuck = true;
    for (const chunk of pair.client.wire?.written ?? []) pair.gateway.driver.receive(chunk);
    if (pair.client.wire !== null) pair.client.wire.written = [];
    for (const chunk of wire?.written.splice(0) ?? []) pair.client.driver.receive(chunk);
    for (const chunk of pair.client.wire?.written.splice(0) ?? [])
      pair.gateway.driver.receive(chunk);
    expect(pair.gateway.driver.state.resend).not.toBeNull();
    expect(wire?.written.length).toBeLessThan(6);
    if (wire !== null) wire.isStuck = false;
    pair.gateway.driver.drained();
    expect(pair.gateway.driver.state.resend).toBeNull();
    pair.settle();
    expect(pair.client.received).toHaveLength(20);
  });

  describe('while a resend waits for the peer to read', () => {
    /** All messages are asked for; the wire is full behind the first page. */
    function stuck(messages = 20) {
      const pair = loggedOn({
        gateway: { limits: { resendPageMessages: 2, resendHighWaterBytes: 300 } },
      });
      pair.cut();
      for (let at = 0; at < messages; at += 1) pair.gateway.send(`fill ${at}`);
      pair.connect();
      const { wire } = pair.gateway;
      if (wire === null || pair.client.wire === null) throw new Error('no wire');
      wire.isStuck = true;
      for (const chunk of pair.client.wire.written.splice(0)) pair.gateway.driver.receive(chunk);
      for (const chunk of wire.written.splice(0)) pair.client.driver.receive(chunk);
      for (const chunk of pair.client.wire.written.splice(0)) pair.gateway.driver.receive(chunk);
      const { resend } = pair.gateway.driver.state;
      if (resend === null) throw new Error('no resend');
      return { pair, wire, end: resend.end };
    }

    test('nothing with a number above its end is written, and all of it follows the end, in order', () => {
      const { pair, wire, end } = stuck();
      pair.gateway.send('new');
      pair.gateway.driver.requestTest('ours');
      pair.pass(20);
      pair.pass(11); // A Heartbeat or a TestRequest would be due.
      pair.gateway.send('newer');
      const before = wire.written.map((bytes) => Number(fieldIn(bytes, 34)));
      expect(Math.max(...before)).toBeLessThanOrEqual(end);
      wire.isStuck = false;
      pair.gateway.driver.drained();
      const numbers = wire.written.map((bytes) => Number(fieldIn(bytes, 34)));
      expect(numbers.indexOf(end)).toBeGreaterThan(0);
      expect(numbers.slice(numbers.indexOf(end) + 1)).toEqual(
        Array.from(
          { length: pair.gateway.driver.state.nextOutMsgSeqNum - 1 - end },
          (_, at) => end + 1 + at,
        ),
      );
      pair.settle();
      expect(pair.client.received.slice(-2)).toEqual(['new', 'newer']);
    });

    test('a peer that reads nothing and says nothing is disconnected in time all the same', () => {
      const { pair, wire } = stuck();
      for (let seconds = 0; seconds < 80; seconds += 1) pair.pass(1);
      expect(pair.gateway.driver.state.phase).toBe('Disconnected');
      pair.pass(10);
      expect(wire.isEnded || wire.isDestroyed).toBe(true);
    });

    test('one that reads, however slowly, is not: the TestRequest is still behind the resend', () => {
      const { pair, wire } = stuck(100);
      for (let tens = 0; tens < 15; tens += 1) {
        wire.written.splice(0); // It has read what was there, and sends nothing.
        pair.gateway.driver.drained();
        pair.pass(10);
      }
      expect(pair.gateway.driver.state.resend).not.toBeNull();
      expect(pair.gateway.driver.state.phase).toBe('LoggedOn');
    });
  });

  test.each([
    ['no FIX', 'GET / HTTP/1.1'],
    ['BodyLength beyond the bound', '8=FIX.4.4|9=100000000|'],
    ['garbled before logon', '8=FIX.4.4|9=5|35=A|10=000|'],
  ])('%s is cut without a word', (_, text) => {
    const pair = new Pair();
    const wire = new MemoryWire();
    pair.gateway.driver.open(wire);
    pair.gateway.driver.receive(raw(text));
    expect(wire.isDestroyed).toBe(true);
    expect(wire.written).toEqual([]);
    expect(pair.gateway.driver.isConnected).toBe(false);
  });
});

describe('hostile peers', () => {
  const kinds = ['A', '0', '1', '2', '3', '4', '5', 'D', 'B', '8', 'zz'];
  const number = fc.constantFrom(
    '0',
    '-1',
    '1',
    '2',
    '3',
    '9',
    '2147483648',
    '9007199254740993',
    'x',
    '',
  );
  const field = fc.constantFrom(
    ...[
      '7=1|16=0|',
      '7=2|16=1|',
      '36=5|',
      '36=1|123=Y|',
      '123=Y|',
      '43=Y|',
      '122=20261121-12:00:00|',
    ],
    ...['141=Y|', '98=0|108=30|', '112=x|', '453=2|448=A|', '95=3|96=abc|', '95=9|96=abc|', '58=|'],
  );
  const message = fc
    .tuple(fc.constantFrom(...kinds), number, fc.array(field, { maxLength: 3 }))
    .map(([kind, msgSeqNum, fields]) =>
      whole(`35=${kind}|49=ACME|56=CW|34=${msgSeqNum}|52=20261121-12:00:00|${fields.join('')}`),
    );

  test('no message, whatever its type, number and fields, throws or makes the session grow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(message, fc.uint8Array({ maxLength: 60 })), { maxLength: 40 }),
        (messages) => {
          const pair = new Pair({ gateway: { settings: { maxEarlyMessages: 4 } } });
          const wire = new MemoryWire();
          pair.gateway.driver.open(wire);
          pair.gateway.driver.receive(
            whole('35=A|49=ACME|56=CW|34=1|52=20261121-12:00:00|98=0|108=30|'),
          );
          for (const bytes of messages) {
            pair.gateway.driver.receive(bytes);
            pair.pass(1);
          }
          const { early, nextOutMsgSeqNum, askedOutEnd } = pair.gateway.driver.state;
          expect(early.length).toBeLessThanOrEqual(4);
          expect(askedOutEnd).toBeGreaterThanOrEqual(nextOutMsgSeqNum);
          expect(pair.gateway.driver.queuedBytes).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a thousand ResendRequests in one chunk are two resends', () => {
    const pair = new Pair();
    pair.connect();
    pair.settle();
    pair.gateway.send('fill');
    pair.settle();
    const requests = Array.from({ length: 1000 }, (_, at) =>
      whole(`35=2|49=ACME|56=CW|34=${at + 2}|52=20261121-12:00:00|7=1|16=0|`),
    );
    pair.gateway.driver.receive(Uint8Array.from(requests.flatMap((bytes) => [...bytes])));
    expect(types(pair.gateway.wire)).toEqual(['4 1', 'B 2', '4 1', 'B 2']);
  });

  test('a decision that throws leaves its message to be asked for again', () => {
    const pair = new Pair();
    pair.connect();
    pair.settle();
    pair.gateway.fails = true;
    pair.client.send('poison');
    expect(() => pair.settle()).toThrow('decided badly');
    expect(pair.gateway.store.load('FIX.4.4:CW->ACME')?.nextInMsgSeqNum).toBe(2);
  });
});

// SEQ-16, crash rows 1 to 3: whatever dies when, each message arrives once and in order.
describe('two processes that lose their connection, their memory, and each other', () => {
  const moment = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('client sends', 'gateway sends') },
    {
      weight: 6,
      arbitrary: fc.constantFrom('carry', 'settle', 'gateway flushes', 'client flushes'),
    },
    { weight: 2, arbitrary: fc.constantFrom('cut', 'connect', 'time passes') },
    { weight: 1, arbitrary: fc.constantFrom('gateway crashes', 'client crashes') },
  );

  function live(moments: readonly string[]) {
    const lazyDisk = {
      lazyDisk: true,
      settings: { reserveBlock: 4 },
      limits: { resendPageMessages: 2 },
    };
    const pair = new Pair({ client: lazyDisk, gateway: lazyDisk });
    const sides = { client: pair.client, gateway: pair.gateway };
    // What was sent and is durable must arrive; what died with its process never was.
    const sent = { client: [] as string[], gateway: [] as string[] };
    const durable = { client: [] as string[], gateway: [] as string[] };
    const flush = (name: 'client' | 'gateway') => {
      sides[name].flush();
      durable[name] = [...sent[name]];
    };
    const crash = (name: 'client' | 'gateway') => {
      pair.cut();
      sides[name].crash();
      sent[name] = [...durable[name]];
    };
    moments.forEach((what, at) => {
      const [name] = what.split(' ');
      const side = name === 'client' || name === 'gateway' ? name : null;
      if (what === 'carry') pair.carry();
      else if (what === 'settle') pair.settle();
      else if (what === 'cut') pair.cut();
      else if (what === 'connect' && !pair.isConnected) pair.connect();
      else if (what === 'time passes') pair.pass(31);
      else if (side !== null && what.endsWith('sends')) {
        sides[side].send(`${side} ${at}`);
        sent[side].push(`${side} ${at}`);
      } else if (side !== null && what.endsWith('flushes')) flush(side);
      else if (side !== null && what.endsWith('crashes')) crash(side);
    });
    for (let turn = 0; turn < 12; turn += 1) {
      if (!pair.isConnected) pair.connect();
      flush('client');
      flush('gateway');
      pair.settle();
      if (turn > 3) pair.pass(1);
    }
    return { pair, sent };
  }

  test('each message once, in order, in both directions', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 60 }), (moments) => {
        const { pair, sent } = live(moments);
        expect(pair.gateway.received).toEqual(sent.client);
        expect(pair.client.received).toEqual(sent.gateway);
        expect(pair.client.driver.state.phase).toBe('LoggedOn');
        expect(pair.gateway.driver.state.phase).toBe('LoggedOn');
      }),
      { numRuns: 300 },
    );
  });
});
