// A gateway with a planted failure, and what stands in its journal.

import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Event, EventOf } from '../../spec/events/index.ts';
import { type Rig, sleep } from '../counterparties/rig.ts';
import { productFolders } from '../tools/rooms.ts';
import { type DeskOptions, type LabClient, labClient, tradable, withDesk } from './desk.ts';
import { openJournalFile } from './kill/journal-file.ts';

/** `planted` is put behind the first place where `before` stands in `file`. */
export interface Plant {
  readonly file: string;
  readonly before: string;
  readonly planted: string;
}

/** A copy of the build with all of these in it. */
export function patched(plants: readonly Plant[]): { dist: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-poison-'));
  const dist = join(folder, 'dist');
  for (const room of productFolders.filter((one) => existsSync(join('dist', one)))) {
    cpSync(join('dist', room), join(dist, room), { recursive: true });
  }
  cpSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const { file, before, planted } of plants) {
    const target = join(dist, file);
    const source = readFileSync(target, 'utf8');
    if (!source.includes(before)) throw new Error(`${file} has no "${before}"`);
    writeFileSync(
      target,
      source.replace(before, () => `${before}\n${planted}`),
    );
  }
  return { dist, remove: () => rmSync(folder, { recursive: true, maxRetries: 10 }) };
}

export async function withPoison(
  poison: Plant,
  use: (rig: Rig, client: LabClient) => Promise<void>,
  options: DeskOptions = {},
): Promise<void> {
  const { dist, remove } = patched([poison]);
  await withDesk({ dist, ...options }, async (rig, folder) => {
    await rig.startGateway();
    const client = labClient(rig, folder);
    await rig.healthy();
    await tradable(client);
    await use(rig, client);
    await client.fix.stop();
  });
  remove();
}

export function eventsIn(rig: Rig): readonly Event[] {
  const journal = openJournalFile(rig.dataFolder);
  const found = [...journal.events(1)].map(({ event }) => event);
  void journal.close();
  return found;
}

export function refusals(rig: Rig): readonly EventOf<'CommandRefused'>[] {
  return eventsIn(rig).filter((event) => event.type === 'CommandRefused');
}

export function orderIn(rig: Rig, clOrdID: string): EventOf<'OrderAccepted'> {
  const found = eventsIn(rig).find(
    (event) => event.type === 'OrderAccepted' && event.clOrdID === clOrdID,
  );
  if (found?.type !== 'OrderAccepted') throw new Error(`no order ${clOrdID} in the journal`);
  return found;
}

export async function untilJournaled(
  rig: Rig,
  what: string,
  fits: (event: Event) => boolean,
): Promise<void> {
  const until = Date.now() + 15_000;
  while (!eventsIn(rig).some(fits)) {
    if (Date.now() > until) throw new Error(`not journaled within 15 s: ${what}`);
    await sleep(100);
  }
}
