// The queue between the main thread and the journal's: a ring in shared memory.
//
// One writer, one reader. Positions count bytes since the start, modulo 2^32. A frame stays in the ring until it is
// durable, so the ring's size is the bound on what may wait for the disk. Measured against postMessage with transferred
// buffers: docs/decisions/0003-journal-thread.md.

/** Disk stalls of seconds fit at 20,000 records a second. */
export const ringBytes = 64 * 1024 * 1024;
/** A group above this is cut, so that one transaction stays short. */
const groupBytes = 8 * 1024 * 1024;

const controlBytes = 64;
/** Places in the control words. */
const written = 0;
const committed = 1;
const stopping = 2;
const turn = 3;
const durableSequence = 2; // in 64-bit words: bytes 16 to 23

/** What the two threads share. */
export interface RingMemory {
  readonly control: SharedArrayBuffer;
  readonly bytes: SharedArrayBuffer;
}

interface AsyncWait {
  readonly async: boolean;
  readonly value: Promise<string> | string;
}

/** `capacity` is a power of two, so that positions and places wrap together. */
export function ringMemory(capacity: number): RingMemory {
  return {
    control: new SharedArrayBuffer(controlBytes),
    bytes: new SharedArrayBuffer(capacity),
  };
}

/** The main thread's end. */
export class RingWriter {
  readonly #control: Int32Array;
  readonly #durable: BigInt64Array;
  readonly #bytes: Uint8Array;
  readonly #soon: (run: () => void) => void;
  #isWakeDue = false;

  /** `soon`: runs it when this turn of the event loop has said what it has to say. */
  constructor(memory: RingMemory, soon: (run: () => void) => void) {
    this.#control = new Int32Array(memory.control);
    this.#durable = new BigInt64Array(memory.control);
    this.#bytes = new Uint8Array(memory.bytes);
    this.#soon = soon;
  }

  /**
   * Copies the frame in; the reader is woken soon. A venue's acknowledgement and fills come in one segment: woken by
   * the first of them, the thread committed it alone, and the waking took 13 % of the desk's thread; now 3 %. Behind
   * all sockets that were ready, and not behind each, commits are fewer: 15 % less of the thread's CPU at full speed.
   * False: there is no room.
   */
  write(frame: Uint8Array): boolean {
    if (this.queuedBytes + frame.length > this.#bytes.length) return false;
    const position = Atomics.load(this.#control, written);
    const at = (position >>> 0) % this.#bytes.length;
    const head = Math.min(frame.length, this.#bytes.length - at);
    if (head === frame.length) {
      this.#bytes.set(frame, at);
    } else {
      this.#bytes.set(frame.subarray(0, head), at);
      this.#bytes.set(frame.subarray(head), 0);
    }
    Atomics.store(this.#control, written, (position + frame.length) | 0);
    if (!this.#isWakeDue) {
      this.#isWakeDue = true;
      this.#soon(() => this.wake());
    }
    return true;
  }

  /** Wakes the reader now, if it has not been since the last frame. */
  wake(): void {
    if (!this.#isWakeDue) return;
    this.#isWakeDue = false;
    Atomics.notify(this.#control, written);
  }

  get queuedBytes(): number {
    return (Atomics.load(this.#control, written) - Atomics.load(this.#control, committed)) >>> 0;
  }

  get durableSequence(): number {
    return Number(Atomics.load(this.#durable, durableSequence));
  }

  /** Calls `committedMore` after each commit, from the event loop, until it returns false. */
  watch(committedMore: () => boolean): void {
    const seen = Atomics.load(this.#control, turn);
    if (!committedMore()) return;
    const wait = waitAsync(this.#control, turn, seen);
    void Promise.resolve(wait.value).then(() => this.watch(committedMore));
  }

  /** The reader commits what is in the ring, then stops. */
  stop(): void {
    Atomics.store(this.#control, stopping, 1);
    Atomics.notify(this.#control, written);
  }
}

/** The journal thread's end. */
export class RingReader {
  readonly #control: Int32Array;
  readonly #durable: BigInt64Array;
  readonly #bytes: Buffer;
  #copied = Buffer.allocUnsafeSlow(65_536);

  constructor(memory: RingMemory) {
    this.#control = new Int32Array(memory.control);
    this.#durable = new BigInt64Array(memory.control);
    this.#bytes = Buffer.from(memory.bytes);
  }

  /**
   * Before anything is queued: what is durable. Every page is touched at once: else the process would seem to grow
   * until the ring has gone round, with a page fault in each order's way. Here, because the main thread has other work
   * at a start: 70 ms.
   */
  start(sequence: number): void {
    this.#bytes.fill(0);
    Atomics.store(this.#durable, durableSequence, BigInt(sequence));
  }

  /**
   * Blocks until frames wait, then returns a copy of them, cut at a frame's end and valid until the next call.
   * Null: stopped, and empty.
   */
  take(): Uint8Array | null {
    for (;;) {
      const from = Atomics.load(this.#control, committed);
      const to = Atomics.load(this.#control, written);
      if (from !== to) return this.#copy(from, this.#cut(from, (to - from) >>> 0));
      if (Atomics.load(this.#control, stopping) === 1) return null;
      Atomics.wait(this.#control, written, to, stopCheckMs);
    }
  }

  /** The first `bytes` that wait are durable, up to `sequence`: their room is free, the writer hears of it. */
  release(bytes: number, sequence: number): void {
    Atomics.store(this.#durable, durableSequence, BigInt(sequence));
    Atomics.add(this.#control, committed, bytes);
    Atomics.add(this.#control, turn, 1);
    Atomics.notify(this.#control, turn);
  }

  #cut(from: number, available: number): number {
    if (available <= groupBytes) return available;
    let bytes = 0;
    while (bytes < available) {
      const frame = this.#u32((from + bytes) >>> 0);
      if (bytes > 0 && bytes + frame > groupBytes) break;
      bytes += frame;
    }
    return bytes;
  }

  #copy(from: number, length: number): Uint8Array {
    if (length > this.#copied.length) this.#copied = Buffer.allocUnsafeSlow(length * 2);
    const copy = this.#copied.subarray(0, length);
    const at = (from >>> 0) % this.#bytes.length;
    const head = Math.min(length, this.#bytes.length - at);
    this.#bytes.copy(copy, 0, at, at + head);
    this.#bytes.copy(copy, head, 0, length - head);
    return copy;
  }

  #u32(position: number): number {
    const size = this.#bytes.length;
    let value = 0;
    for (let byte = 0; byte < 4; byte += 1) {
      value = value * 256 + this.#bytes.readUInt8((position + byte) % size);
    }
    return value;
  }
}

/** A stop that falls between the check and the wait is seen after this long. */
const stopCheckMs = 100;

// TypeScript's es2023 library does not know waitAsync; Node has had it since 16.
function waitAsync(words: Int32Array, index: number, value: number): AsyncWait {
  return (
    Atomics as unknown as { waitAsync(w: Int32Array, i: number, v: number): AsyncWait }
  ).waitAsync(words, index, value);
}
