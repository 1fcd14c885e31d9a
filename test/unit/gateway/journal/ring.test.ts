// The queue between the desk's thread and the journal's, both ends of it in one thread but where one waits for the other.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import {
  type RingMemory,
  RingReader,
  RingWriter,
  ringMemory,
} from '../../../../gateway/journal/ring.ts';

const MIB = 1024 * 1024;

interface Ends {
  readonly memory: RingMemory;
  readonly writer: RingWriter;
  readonly reader: RingReader;
  /** What the writer left for the end of this turn of the event loop. */
  readonly soon: (() => void)[];
}

function ring(capacity: number): Ends {
  const memory = ringMemory(capacity);
  const soon: (() => void)[] = [];
  const writer = new RingWriter(memory, (run) => soon.push(run));
  return { memory, writer, reader: new RingReader(memory), soon };
}

/** A frame of so many bytes: its length in the first four, and its mark in those at its end. */
function frame(length: number, mark: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(mark, Math.max(0, length - 64)); // Megabytes take their time.
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

/** By length and mark: megabytes compared byte by byte take seconds. */
function frames(taken: Uint8Array | null): readonly (readonly [number, number])[] {
  if (taken === null) return [];
  const view = new DataView(taken.buffer, taken.byteOffset, taken.byteLength);
  const found: (readonly [number, number])[] = [];
  for (let at = 0; at < taken.length; at += view.getUint32(at)) {
    const length = view.getUint32(at);
    found.push([length, taken[at + length - 1] ?? -1]);
  }
  return found;
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

test('frames come out together, whole and in their order, and are taken again until they are released', () => {
  const { writer, reader } = ring(64);
  expect(writer.write(frame(8, 1))).toBe(true);
  expect(writer.write(frame(10, 2))).toBe(true);
  const both = [...frame(8, 1), ...frame(10, 2)];
  expect([...(reader.take() ?? [])]).toEqual(both);
  expect([...(reader.take() ?? [])]).toEqual(both);
  expect(writer.queuedBytes).toBe(18);
  reader.release(8, 1);
  expect([...(reader.take() ?? [])]).toEqual([...frame(10, 2)]);
  expect(writer.queuedBytes).toBe(10);
});

test('the ring holds as many bytes as it has; what has no room is refused and leaves no trace', () => {
  const { writer, reader } = ring(32);
  expect(writer.write(frame(20, 1))).toBe(true);
  expect(writer.write(frame(13, 2))).toBe(false);
  expect(writer.queuedBytes).toBe(20);
  expect(writer.write(frame(12, 3))).toBe(true);
  expect(writer.queuedBytes).toBe(32);
  expect(writer.write(frame(4, 4))).toBe(false);
  expect([...(reader.take() ?? [])]).toEqual([...frame(20, 1), ...frame(12, 3)]);
  reader.release(32, 2);
  expect(writer.write(frame(32, 5))).toBe(true);
});

test('a frame goes on at the beginning where the ring ends, and comes out in one piece', () => {
  const { writer, reader } = ring(16);
  writer.write(frame(10, 1));
  reader.take();
  reader.release(10, 1);
  const wrapped = Uint8Array.from([0, 0, 0, 12, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(writer.write(wrapped)).toBe(true);
  expect([...(reader.take() ?? [])]).toEqual([...wrapped]);
});

test('positions go on behind 2^32 bytes', () => {
  const { memory, writer, reader } = ring(64);
  new Int32Array(memory.control).fill(-8, 0, 2); // Both ends eight bytes before it.
  expect(writer.queuedBytes).toBe(0);
  for (const mark of [1, 2, 3]) {
    expect(writer.write(frame(12, mark))).toBe(true);
    expect(writer.queuedBytes).toBe(12);
    expect([...(reader.take() ?? [])]).toEqual([...frame(12, mark)]);
    reader.release(12, mark);
  }
});

test('a group is at most 8 MiB, cut where a frame ends; one larger frame is a group of its own', () => {
  const { writer, reader } = ring(32 * MIB);
  const sizes = [4 * MIB, 4 * MIB, 4 * MIB, 9 * MIB, 5, 8];
  sizes.forEach((size, index) => writer.write(frame(size, index + 1)));
  const groups = [];
  for (let left = 4; left > 0; left -= 1) {
    const group = reader.take();
    groups.push(frames(group));
    reader.release(group?.length ?? 0, 0);
  }
  expect(groups).toEqual([
    [
      [4 * MIB, 1],
      [4 * MIB, 2],
    ],
    [[4 * MIB, 3]],
    [[9 * MIB, 4]],
    [
      [5, 5],
      [8, 6],
    ],
  ]);
});

test('a group is cut at a frame whose length lies across the end of the ring', () => {
  const { writer, reader } = ring(16 * MIB);
  writer.write(frame(16 * MIB - 2, 1));
  reader.take();
  reader.release(16 * MIB - 2, 1);
  writer.write(frame(5 * MIB, 2));
  writer.write(frame(5 * MIB, 3));
  expect(frames(reader.take())).toEqual([[5 * MIB, 2]]);
});

test('what was taken stays as it is while its room is written over', () => {
  const { writer, reader } = ring(16);
  writer.write(frame(16, 1));
  const taken = reader.take();
  reader.release(16, 1);
  writer.write(frame(16, 2));
  expect([...(taken ?? [])]).toEqual([...frame(16, 1)]);
});

test('the reader is woken once a turn, however many frames came in it', () => {
  const { writer, soon } = ring(64);
  writer.write(frame(8, 1));
  writer.write(frame(8, 2));
  expect(soon).toHaveLength(1);
  soon[0]?.();
  writer.write(frame(8, 3));
  expect(soon).toHaveLength(2);
  writer.wake(); // Someone waits: not at the end of the turn.
  writer.write(frame(8, 4));
  expect(soon).toHaveLength(3);
});

test('what is durable is what the reader said last, at its start or with what it released', () => {
  const { writer, reader } = ring(64);
  expect(writer.durableSequence).toBe(0);
  reader.start(2 ** 40);
  expect(writer.durableSequence).toBe(2 ** 40);
  writer.write(frame(8, 1));
  reader.release(8, 2 ** 40 + 3);
  expect(writer.durableSequence).toBe(2 ** 40 + 3);
});

test('whoever watches is told after each release, until it has heard enough', async () => {
  const { writer, reader } = ring(64);
  const heard: number[] = [];
  writer.watch(() => heard.push(writer.durableSequence) < 3);
  expect(heard).toEqual([0]);
  for (const sequence of [1, 2]) {
    reader.release(0, sequence);
    while (heard.length <= sequence) await turn();
  }
  reader.release(0, 3); // Enough was heard.
  for (let turns = 0; turns < 20; turns += 1) await turn();
  expect(heard).toEqual([0, 1, 2]);
});

test('a stop leaves nothing behind: what waits is taken first', () => {
  const { writer, reader } = ring(64);
  writer.write(frame(8, 1));
  writer.stop();
  expect([...(reader.take() ?? [])]).toEqual([...frame(8, 1)]);
  reader.release(8, 1);
  expect(reader.take()).toBeNull();
});

/** Writes one frame 50 ms after it was told to, and 50 ms later stops. */
const slowWriter = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.ring).then(({ RingWriter }) => {
  const writer = new RingWriter(workerData.memory, (run) => run());
  const write = () => {
    writer.write(Uint8Array.from([0, 0, 0, 6, 7, 8]));
    setTimeout(() => writer.stop(), 50);
  };
  parentPort.once('message', () => setTimeout(write, 50));
  parentPort.postMessage('ready');
});`;

test('an empty ring holds the reader up until there is a frame, and then until the stop', async () => {
  const { memory, reader } = ring(64);
  const module = new URL('../../../../gateway/journal/ring.js', import.meta.url);
  const workerData = { memory, ring: module.href };
  const worker = new Worker(slowWriter, { eval: true, workerData });
  const ended = once(worker, 'exit');
  await once(worker, 'message');
  worker.postMessage('write');
  expect([...(reader.take() ?? [])]).toEqual([0, 0, 0, 6, 7, 8]);
  reader.release(6, 1);
  expect(reader.take()).toBeNull();
  await ended;
});
