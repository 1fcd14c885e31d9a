// I8: whatever a peer says, no password of it is in the data folder or in a log.

import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sleep } from '../counterparties/rig.ts';
import { withDesk } from './desk.ts';
import { RawPeer } from './raw-peer.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;

const SECRETS = [
  'hunter2-right',
  'hunter2-wrong',
  'hunter2-new',
  'hunter2-raw',
  'hunter2-encrypted',
];

/** Files with one of the texts in them, relative to `folder`. */
function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return texts.some((text) => bytes.includes(text));
    })
    .map((file) => relative(folder, file));
}

test(
  'Password(554), NewPassword(925), RawData(96), EncryptedPassword(1402) and (1404) are nowhere',
  async () => {
    await withDesk({}, async (rig, folder) => {
      await rig.startGateway();
      await rig.healthy();
      const wrong = await RawPeer.connect(rig.fixPort);
      wrong.say('A', [
        [98, '0'],
        [108, '30'],
        [141, 'Y'],
        [95, '11'],
        [96, 'hunter2-raw'],
        [553, 'ACME'],
        [554, 'hunter2-wrong'],
      ]);
      expect(await wrong.hear()).toContain('|35=5|');
      wrong.close();
      const peer = await RawPeer.loggedOn(rig.fixPort);
      peer.say('BE', [
        [923, 'R1'],
        [924, '3'],
        [553, 'ACME'],
        [554, 'hunter2-right'],
        [925, 'hunter2-new'],
      ]);
      peer.say('B', [
        [148, 'news'],
        [33, '1'],
        [58, 'text'],
        [95, '11'],
        [96, 'hunter2-raw'],
      ]);
      peer.say('D', [
        [554, 'hunter2-right'],
        [1401, '17'],
        [1402, 'hunter2-encrypted'],
        [1403, '17'],
        [1404, 'hunter2-encrypted'],
      ]);
      peer.say('BE', [
        [924, 'hunter2-x'],
        [554, 'hunter2-right'],
      ]);
      const garbled = peer.framed('BE', [[554, 'hunter2-right']]).replace(/10=\d{3}/, '10=999');
      peer.write(garbled);
      peer.nextOut -= 1;
      peer.say(
        'D',
        [
          [58, 'behind a gap'],
          [554, 'hunter2-right'],
        ],
        { 34: '900' },
      );
      await peer.answers();
      peer.close('end');
      await sleep(300);
      await rig.stopGateway();
      // Proof that the search can find: a message that was kept, in the store.
      expect(filesWith(folder, ['behind a gap'])).toContain('journal/store/data.mdb');
      expect(filesWith(folder, SECRETS)).toEqual([]);
      expect(filesWith(folder, ['ACME-password'])).toEqual(['secrets/ACME.password']);
    });
  },
  PATIENCE_MS,
);
