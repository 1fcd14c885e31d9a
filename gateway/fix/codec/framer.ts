// Cuts a stream of chunks into whole messages by BodyLength, and finds the next one after rubbish.

export interface FramerLimits {
  /** BodyLength may not say more: the peer is then disconnected before the bytes are kept. */
  readonly maxBodyLength: number;
}

/** 64 KiB: a mass quote of some hundred entries fits, a hostile length does not cost memory. */
export const defaultFramerLimits: FramerLimits = { maxBodyLength: 65_536 };

/**
 * `Message`: `start` and `end` are set. `Garbled`: bytes were passed over. `More`: the rest has not
 * come yet. `TooLong`, `NotFix`: close the connection; the framer gives nothing more.
 */
export type Frame = 'Message' | 'Garbled' | 'More' | 'TooLong' | 'NotFix';

const soh = 0x01;
const zero = 0x30;
const begin = [0x38, 0x3d, 0x46, 0x49, 0x58] as const; // 8=FIX
/** `8=FIXT.1.1` with SOH is 11 bytes; a version of 16 characters would still fit. */
const maxBeginStringField = 19;
/** `9=`, up to 10 digits (some peers pad with zeros), SOH. */
const maxBodyLengthField = 13;
const checkSumField = 7;
const firstCapacity = 4096;
/** In place of a position or a length: numbers beside numbers are compared at once, texts are not. */
const more = -1;
const none = -2;

/** One stream's framer. Its memory is bounded by one message and one chunk. */
export class Framer {
  readonly #limits: FramerLimits;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Kept between chunks, so that a message in many pieces is not copied for each. */
  #own: Uint8Array = new Uint8Array(0);
  #from = 0;
  #to = 0;
  #begun = false;
  #failed: 'TooLong' | 'NotFix' | null = null;
  #start = 0;
  #end = 0;

  constructor(limits: FramerLimits = defaultFramerLimits) {
    this.#limits = limits;
  }

  /** The buffer that `start` and `end` point into. Valid until the next `push`. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#end;
  }

  /** Bytes kept for a message that is not whole yet. */
  get pending(): number {
    return this.#to - this.#from;
  }

  /** Bytes that this framer has allocated. */
  get allocated(): number {
    return this.#own.length;
  }

  /** Adds a chunk. When nothing is pending it is read where it lies, uncopied. */
  push(chunk: Uint8Array): void {
    if (this.#failed !== null) return;
    if (this.#from === this.#to) {
      this.#bytes = chunk;
      this.#from = 0;
      this.#to = chunk.length;
      return;
    }
    const pending = this.#to - this.#from;
    const needed = pending + chunk.length;
    const rest = this.#bytes.subarray(this.#from, this.#to);
    if (this.#own.length < needed) this.#own = enlarged(rest, needed);
    else this.#own.set(rest, 0); // Moves within one buffer too.
    this.#own.set(chunk, pending);
    this.#bytes = this.#own;
    this.#from = 0;
    this.#to = needed;
  }

  /** The next frame. Call until it says `More`, `TooLong` or `NotFix`. */
  next(): Frame {
    if (this.#failed !== null) return this.#failed;
    const skipped = this.#seekBegin();
    if (this.#failed !== null) return this.#failed;
    if (skipped) return 'Garbled';
    const bodyLengthAt = this.#fieldEnd(this.#from, maxBeginStringField);
    if (bodyLengthAt === more) return 'More';
    if (bodyLengthAt === none) return this.#garbled(this.#from + 1);
    const bodyAt = this.#fieldEnd(bodyLengthAt, maxBodyLengthField);
    if (bodyAt === more)
      return this.#couldBeLength(bodyLengthAt) ? 'More' : this.#garbled(this.#from + 1);
    const bodyLength = bodyAt === none ? none : this.#bodyLength(bodyLengthAt, bodyAt - 1);
    if (bodyLength === none) return this.#garbled(this.#from + 1);
    if (bodyLength > this.#limits.maxBodyLength) return this.#fail('TooLong');
    return this.#whole(bodyAt + bodyLength);
  }

  #whole(checkSumAt: number): Frame {
    const end = checkSumAt + checkSumField;
    if (end > this.#to) return 'More';
    // The length was wrong, and nobody knows which way: the search goes on where it said.
    if (!this.#isCheckSum(checkSumAt)) return this.#garbled(checkSumAt);
    this.#start = this.#from;
    this.#end = end;
    this.#from = end;
    this.#begun = true;
    return 'Message';
  }

  /** Moves to the next `8=FIX`, or to a tail that may become one. True: bytes were passed over. */
  #seekBegin(): boolean {
    const from = this.#from;
    let at = from;
    while (at < this.#to && !this.#mayBegin(at)) at += 1;
    if (at === from) return false;
    if (!this.#begun) {
      this.#fail('NotFix');
      return true;
    }
    this.#from = at;
    return true;
  }

  #mayBegin(at: number): boolean {
    for (let index = 0; index < begin.length; index += 1) {
      if (at + index >= this.#to) return true;
      if (this.#bytes[at + index] !== begin[index]) return false;
    }
    return true;
  }

  /** Just after the SOH of the field at `from`; `more`: it has not come yet; `none`: it is too long. */
  #fieldEnd(from: number, maxLength: number): number {
    const limit = Math.min(this.#to, from + maxLength);
    for (let at = from; at < limit; at += 1) if (this.#bytes[at] === soh) return at + 1;
    return limit === this.#to && limit < from + maxLength ? more : none;
  }

  #couldBeLength(at: number): boolean {
    const bytes = this.#bytes;
    if (at < this.#to && bytes[at] !== zero + 9) return false;
    return at + 1 >= this.#to || bytes[at + 1] === equals;
  }

  /** `9=` and digits only: no sign, exponent or hex. Leading zeros do no harm. Else `none`. */
  #bodyLength(start: number, end: number): number {
    const bytes = this.#bytes;
    if (bytes[start] !== zero + 9 || bytes[start + 1] !== equals || end - start < 3) return none;
    let value = 0;
    for (let at = start + 2; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - zero;
      if (digit < 0 || digit > 9) return none;
      value = value * 10 + digit;
    }
    return value;
  }

  #isCheckSum(at: number): boolean {
    const bytes = this.#bytes;
    return (
      bytes[at - 1] === soh &&
      bytes[at] === zero + 1 &&
      bytes[at + 1] === zero &&
      bytes[at + 2] === equals &&
      bytes[at + 6] === soh
    );
  }

  #garbled(resumeAt: number): Frame {
    this.#from = Math.min(resumeAt, this.#to);
    this.#begun = true;
    return 'Garbled';
  }

  #fail(cause: 'TooLong' | 'NotFix'): 'TooLong' | 'NotFix' {
    this.#failed = cause;
    this.#bytes = this.#own = new Uint8Array(0);
    this.#from = this.#to = 0;
    return cause;
  }
}

const equals = 0x3d;

function enlarged(rest: Uint8Array, needed: number): Uint8Array {
  let capacity = firstCapacity;
  while (capacity < needed) capacity *= 2;
  const larger = new Uint8Array(capacity);
  larger.set(rest, 0);
  return larger;
}
