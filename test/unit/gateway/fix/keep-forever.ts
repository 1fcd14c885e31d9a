// Keeps one change after another, two messages each, until it is killed; says each one's number when it is kept.
// Run: node keep-forever.js FOLDER

import { diskStore, storeTables } from '../../../../gateway/fix/index.ts';
import { openLmdbDisk } from '../../../../gateway/journal/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';

const [, , folder = ''] = process.argv;
const disk = openLmdbDisk({ folder, tables: Object.values(storeTables), durability: 'os' });
const store = diskStore({ disk });

function keep(count: number): void {
  store.apply({
    sessionID: 'FIX.4.4:CW->ACME',
    epoch: 1,
    nextInMsgSeqNum: count,
    reservedOutEnd: 2 * count + 1,
    ticket: count,
    messages: [2 * count - 1, 2 * count].map((msgSeqNum) => ({
      epoch: 1,
      msgSeqNum,
      msgType: '8',
      sendingTime: 0n as EpochNs,
      bytes: Uint8Array.of(count % 256),
    })),
  });
  process.stdout.write(`${count}\n`);
  setImmediate(keep, count + 1);
}

keep(1);
