// I1 at the journal's edge: an effect leaves when its batch is on disk, once, and in order.
import { expect, test } from '@jest/globals';
import { openInlineJournal, releaseWhenDurable } from '../../../../gateway/journal/index.ts';
import { batchOf, memoryDisk, realClock } from './support.ts';

function opened(commits: 'on-append' | 'when-told', disk = memoryDisk()) {
  return openInlineJournal({ disk, tables: [], clock: realClock, epoch: null, commits });
}

test('I1: an effect is delivered only once its batch is durable, in the order of the batches', () => {
  const journal = opened('when-told');
  const sent: string[] = [];
  const release = releaseWhenDurable<string>(journal, (effect) => void sent.push(effect));
  release.hold(journal.append(batchOf(journal, ['a', 'b'])), 'first');
  journal.commitNow();
  release.hold(journal.append(batchOf(journal, ['c'])), 'second');
  expect(sent).toEqual(['first']);
  expect(release.held).toBe(1);
  journal.commitNow();
  expect(sent).toEqual(['first', 'second']);
  expect(release.held).toBe(0);
});

test('an effect of a batch that is durable already is delivered at once', () => {
  const journal = opened('on-append');
  const sent: string[] = [];
  const release = releaseWhenDurable<string>(journal, (effect) => void sent.push(effect));
  release.hold(journal.append(batchOf(journal, ['a'])), 'first');
  expect(sent).toEqual(['first']);
});

test('I1: after a failed commit nothing is delivered any more', () => {
  const disk = memoryDisk();
  const journal = opened('when-told', disk);
  const sent: string[] = [];
  const release = releaseWhenDurable<string>(journal, (effect) => void sent.push(effect));
  disk.refusals.push(new Error('Input/output error'));
  release.hold(journal.append(batchOf(journal, ['a'])), 'first');
  journal.commitNow();
  journal.commitNow();
  expect(sent).toEqual([]);
  expect(release.held).toBe(1);
});

test('an effect that appends another batch while it is delivered keeps the order', () => {
  const journal = opened('on-append');
  const sent: string[] = [];
  const release = releaseWhenDurable<string>(journal, (effect) => {
    sent.push(effect);
    if (effect === 'first') release.hold(journal.append(batchOf(journal, ['b'])), 'second');
  });
  release.hold(journal.append(batchOf(journal, ['a'])), 'first');
  expect(sent).toEqual(['first', 'second']);
});
