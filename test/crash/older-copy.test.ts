// Yesterday's store put back: the desk does not start on it, and no client is told a number too low.

import { expect, test } from '@jest/globals';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newOrder, reports, tradable, trading, withDesk } from './desk.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const REFUSED = 3;

test.each([
  ['its store', 'store'],
  ['its whole folder', '.'],
])(
  'a desk of which %s was put back is refused before it listens, with a plain word',
  async (_name, part) => {
    await withDesk({}, async (rig, folder) => {
      const client = await trading(rig, folder);
      expect(await rig.stopGateway()).toBe(0);
      const [kept, place] = [join(folder, 'yesterday'), join(rig.dataFolder, part)];
      cpSync(place, kept, { recursive: true });
      await rig.startGateway();
      await tradable(client, 'TODAY');
      client.fix.send('D', newOrder('RESTS'));
      await client.until('New', reports('0', 'RESTS'));
      await rig.stopGateway(); // A kill would leave the witness some seconds behind.

      rmSync(place, { recursive: true });
      cpSync(kept, place, { recursive: true });
      const heard = client.heard.length;
      expect(await rig.runGateway()).toBe(REFUSED);
      expect(rig.gatewayLog()).toMatch(
        /had come to record \d+ of epoch 2 and now ends at record \d+/,
      );
      expect(client.heard).toHaveLength(heard);
      expect(client.violations).toEqual([]);
      await client.fix.stop();
    });
  },
  PATIENCE_MS,
);
