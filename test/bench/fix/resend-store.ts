// A session's long history in a journal, written by the gateway's own code as a desk writes it: a record a message.

import { frameMessage, MessageWriter } from '../../../gateway/fix/index.ts';
import type { Journal } from '../../../gateway/journal/index.ts';
import { putsOf } from '../../../gateway/process/fix-records.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';

/** Messages of one batch: a desk's decision has fewer, and a million of them take as long again. */
const PER_BATCH = 50;
/** Batches between two waits for the disk. */
const BATCHES_A_FLUSH = 20;

/** CompIDs of the session that asks for all of it, and of the one beside it. */
export const LONG = 'LONG';
export const SHORT = 'SHORT';
export const DESK = 'CW';

export interface History {
  readonly messages: number;
  readonly time: EpochNs;
}

/** Numbers 2 to `messages` + 1 of the session `LONG`, each a News(35=B) of about 280 bytes. */
export async function writeHistory(journal: Journal, { messages, time }: History): Promise<void> {
  const identity = {
    beginString: 'FIX.4.4',
    senderCompID: DESK,
    targetCompID: LONG,
    timePrecision: 3,
  } as const;
  const text =
    'about as long as the report of an order is: two hundred bytes and some more of them, '.repeat(
      2,
    );
  const body = new MessageWriter().begin('B').string(148, text).int(33, 1).string(58, 'x').end();
  const message = (msgSeqNum: number) => {
    const header = { msgSeqNum, sendingTime: time, origSendingTime: null } as const;
    const bytes = frameMessage(identity, { ...header, possResend: false, further: null }, body);
    return { epoch: 1, msgSeqNum, msgType: 'B', sendingTime: time, bytes };
  };
  const payload = new Uint8Array(1);
  for (let first = 2, batch = 1; first < messages + 2; first += PER_BATCH, batch += 1) {
    const count = Math.min(PER_BATCH, messages + 2 - first);
    const numbers = { epoch: 1, nextInMsgSeqNum: 1, reservedOutEnd: first + count, ticket: batch };
    const sent = Array.from({ length: count }, (_, at) => message(first + at));
    journal.append({
      firstSequence: journal.nextSequence,
      time,
      records: sent.map(() => ({ type: 7, schemaVersion: 1, payload })),
      puts: putsOf({ sessionID: `FIX.4.4:${DESK}->${LONG}`, ...numbers, messages: sent }),
    });
    if (batch % BATCHES_A_FLUSH === 0) await journal.flush();
  }
  await journal.flush();
}
