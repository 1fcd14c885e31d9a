// What drop copies read: the journal as far as it is durable, beside the desk and a little later.

import type { EventSource } from '../../gateway/dropcopy/index.ts';
import type { InlineJournal } from '../../gateway/journal/index.ts';
import { type Consumer, createPageReaders } from '../../gateway/process/page-readers.ts';
import type { PageSource } from '../../gateway/process/page-source.ts';
import { decodeEvent } from '../../spec/events/index.ts';
import { asSessionID } from '../../spec/terms/index.ts';
import type { Chance } from './chance.ts';
import { Broken, type Life, type World } from './world.ts';

export interface SimulatedPagesParts {
  readonly world: World;
  readonly life: Life;
  readonly chance: Chance;
  readonly journal: InlineJournal;
  readonly consumers: readonly Consumer[];
  readonly clients: readonly string[];
}

/** One worker: it answers in the order in which it was asked, or says after a while that it could not. */
export function simulatedPages(parts: SimulatedPagesParts): PageSource {
  const { world, life, chance, journal, consumers, clients } = parts;
  const compIDs = clients.map((name) => [asSessionID(name), name] as const);
  const readers = createPageReaders(eventsOf(journal), consumers, compIDs);
  return {
    read(consumer, { after, through }, done) {
      const later = (delayMs: number, run: () => void) =>
        world.after(life, delayMs, run, 'in passing');
      if (world.fault(5, 'drop copy: the journal could not be read', chance)) {
        return void later(1_000, () => done(null));
      }
      later(chance.between(1, 60), () => {
        const reader = readers.get(consumer);
        if (reader === undefined) throw new Broken('a drop copy is known', consumer);
        done(reader.read(after, through));
      });
    },
    close: () => Promise.resolve(),
  };
}

function eventsOf(journal: InlineJournal): EventSource {
  return {
    newestSnapshot: (before) => journal.newestSnapshot(before),
    *events(from, through) {
      for (const { sequence, time, type, schemaVersion, payload } of journal.replay(from)) {
        if (sequence > through) return;
        yield { sequence, at: time, event: decodeEvent(type, schemaVersion, payload) };
      }
    },
  };
}
