import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MessageWriter } from '../../../../../gateway/fix/codec/message-writer.ts';
import type { SentMessage } from '../../../../../gateway/fix/store.ts';
import { fieldIn } from '../wire-text.ts';
import { loggedOn, type Machine, of, sent } from './machine.ts';

function report(text: string) {
  return new MessageWriter().begin('B').string(148, text).int(33, 1).string(58, text).end();
}

function sendReport(session: Machine, text: string, possResend = false): SentMessage {
  const input = {
    type: 'SendApplication',
    body: report(text),
    possResend,
    headerFields: null,
  } as const;
  const [send] = of(session.input(input), 'Send');
  if (send === undefined) throw new Error('nothing was sent');
  return send.message;
}

/** Number 1 is the Logon; 2 and 4 are reports, 3 and 5 heartbeats. */
function history() {
  const session = loggedOn();
  const messages = [sendReport(session, 'two')];
  session.receive('1', 2, '112=a|');
  messages.push(sendReport(session, 'four'));
  session.receive('1', 3, '112=b|');
  return { session, messages };
}

describe('a ResendRequest', () => {
  test('SEQ-06: messages of the application again, the rest as gap fills', () => {
    const { session, messages } = history();
    expect(of(session.receive('2', 4, '7=1|16=0|'), 'Resend')).toEqual([
      { type: 'Resend', fromSeqNum: 1, toSeqNum: 5 },
    ]);
    const page = session.input({ type: 'ResendPage', messages, toSeqNum: 5 });
    expect(sent(page, 43, 123, 36, 58)).toEqual([
      '4 1 43=Y 123=Y 36=2',
      'B 2 43=Y 58=two',
      '4 3 43=Y 123=Y 36=4',
      'B 4 43=Y 58=four',
      '4 5 43=Y 123=Y 36=6',
    ]);
    expect(session.state.resend).toBeNull();
    expect(session.state.nextOutMsgSeqNum).toBe(6);
  });

  test('SEQ-06: what is sent again carries its first time', () => {
    const { session, messages } = history();
    session.clock = 60;
    session.receive('2', 4, '7=2|16=2|');
    const [again] = of(session.input({ type: 'ResendPage', messages, toSeqNum: 2 }), 'Send');
    const bytes = again?.message.bytes ?? new Uint8Array(0);
    expect(fieldIn(bytes, 122)).toBe('20261121-12:00:00.000');
    expect(fieldIn(bytes, 52)).toBe('20261121-12:01:00.000');
  });

  test('pages join without a seam', () => {
    const { session, messages } = history();
    session.receive('2', 4, '7=1|16=0|');
    const pages = messages.flatMap((message) => [
      ...session.input({ type: 'ResendPage', messages: [message], toSeqNum: message.msgSeqNum }),
    ]);
    pages.push(...session.input({ type: 'ResendPage', messages: [], toSeqNum: 5 }));
    expect(sent(pages, 36)).toEqual(['4 1 36=2', 'B 2', '4 3 36=4', 'B 4', '4 5 36=6']);
  });

  test.each([
    ['begins after the last number', '7=6|16=0|', 7],
    ['begins at 0', '7=0|16=0|', 7],
    ['ends before it begins', '7=3|16=2|', 16],
  ])('SEQ-07: one that %s is rejected with its tag', (_, range, tag) => {
    const { session } = history();
    expect(sent(session.receive('2', 4, range), 371, 373)).toEqual([`3 6 371=${tag} 373=5`]);
    expect(session.state.resend).toBeNull();
  });

  test('SEQ-07: an end beyond the last number means the last', () => {
    const { session } = history();
    expect(of(session.receive('2', 4, '7=1|16=999999|'), 'Resend')[0]?.toSeqNum).toBe(5);
  });

  test('SEQ-07: a thousand at once are one that runs and one that waits', () => {
    const { session, messages } = history();
    const resends = Array.from({ length: 1000 }, (_, turn) =>
      of(session.receive('2', 4 + turn, '7=1|16=0|'), 'Resend'),
    ).flat();
    expect(resends).toHaveLength(1);
    const first = session.input({ type: 'ResendPage', messages, toSeqNum: 5 });
    expect(of(first, 'Resend')).toHaveLength(1);
    session.input({ type: 'ResendPage', messages, toSeqNum: 5 });
    expect(session.state.resend).toBeNull();
  });

  test('with a number that was had it is answered all the same', () => {
    const { session } = history();
    expect(of(session.receive('2', 3, '7=1|16=0|'), 'Resend')).toHaveLength(1);
    expect(session.state.nextInMsgSeqNum).toBe(4);
  });

  test('HB-02: a TestRequest is answered while a resend runs', () => {
    const { session } = history();
    session.receive('2', 4, '7=1|16=0|');
    expect(sent(session.receive('1', 5, '112=now|'), 112)).toEqual(['0 6 112=now']);
  });
});

test('what is asked for is covered once, whatever was application and whatever the pages', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (kinds, size) => {
        const session = loggedOn();
        const stored: SentMessage[] = [];
        let inbound = 2;
        for (const isReport of kinds) {
          if (isReport) stored.push(sendReport(session, 'x'));
          else session.receive('1', inbound++, '112=a|');
        }
        const last = session.state.nextOutMsgSeqNum - 1;
        session.receive('2', inbound, '7=1|16=0|');
        const covered: number[] = [];
        while (session.state.resend !== null) {
          const { next, end } = session.state.resend;
          const messages = stored.filter(({ msgSeqNum }) => msgSeqNum >= next).slice(0, size);
          const toSeqNum = messages.length < size ? end : (messages.at(-1)?.msgSeqNum ?? end);
          for (const { message } of of(
            session.input({ type: 'ResendPage', messages, toSeqNum }),
            'Send',
          )) {
            const to = Number(fieldIn(message.bytes, 36) ?? message.msgSeqNum + 1);
            for (let number = message.msgSeqNum; number < to; number += 1) covered.push(number);
          }
        }
        expect(covered).toEqual(Array.from({ length: last }, (_, at) => at + 1));
      },
    ),
  );
});

describe('durability', () => {
  test('I1: an application message always waits for its commit', () => {
    const session = loggedOn();
    const [send] = of(
      session.input({
        type: 'SendApplication',
        body: report('x'),
        possResend: false,
        headerFields: null,
      }),
      'Send',
    );
    expect(send).toMatchObject({ category: 'application', after: 'commit', onWire: true });
  });

  test('crash row 3: an admin message below the reserved end waits for nothing, at the end for a commit', () => {
    const session = loggedOn({ reserveBlock: 8 });
    const afters: string[] = [];
    for (let msgSeqNum = 2; msgSeqNum <= 12; msgSeqNum += 1) {
      const [send] = of(session.receive('1', msgSeqNum, '112=x|'), 'Send');
      afters.push(`${send?.message.msgSeqNum} ${send?.after}`);
    }
    expect(session.state.reservedOutEnd).toBe(10);
    expect(afters.slice(7, 9)).toEqual(['9 nothing', '10 commit']);
  });

  test('a further block is asked for before the last quarter of the old one is used', () => {
    const session = loggedOn({ reserveBlock: 8 });
    const reserves: number[] = [];
    for (let msgSeqNum = 2; msgSeqNum <= 9; msgSeqNum += 1)
      reserves.push(
        ...of(session.receive('1', msgSeqNum, '112=x|'), 'Reserve').map(({ end }) => end),
      );
    expect(reserves).toEqual([17]);
  });

  test('an older epoch’s reservation says nothing of this one', () => {
    const session = loggedOn();
    session.receive('A', 1, '98=0|108=30|141=Y|');
    session.input({ type: 'ReservationDurable', epoch: 1, end: 5000 });
    expect(session.state.reservedOutEnd).toBe(1);
  });

  test('SEQ-14: a report for a peer that is not there is numbered and kept', () => {
    const session = loggedOn();
    session.input({ type: 'TransportClosed', cause: 'reset' });
    const input = {
      type: 'SendApplication',
      body: report('x'),
      possResend: false,
      headerFields: null,
    } as const;
    expect(of(session.input(input), 'Send')[0]).toMatchObject({
      onWire: false,
      message: { msgSeqNum: 2 },
    });
    session.input({ type: 'TransportOpened' });
    expect(sent(session.receive('A', 2, '98=0|108=30|'))).toEqual(['A 3']);
  });

  test('a report of an old epoch goes out under a new number with PossResend=Y', () => {
    const { bytes } = sendReport(loggedOn(), 'x', true);
    expect([fieldIn(bytes, 34), fieldIn(bytes, 97), fieldIn(bytes, 43)]).toEqual(['2', 'Y', null]);
  });
});
