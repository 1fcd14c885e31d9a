// Recorded captures as records with their place: read line by line, several files merged by time.
//
// A line is `<unix seconds>: <frame>` as received on a WebSocket, `<address>` or `<address> <-> <unix seconds>` where
// the recorder connected, `<address> -> <unix seconds>: <body>` for an answer over HTTP, and
// `<address> <- <unix seconds>: <frame>` for what the recorder sent.

import { closeSync, openSync, readSync } from 'node:fs';
import type { CaptureRecord } from '../../adapters/port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';

export interface CaptureLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly record: CaptureRecord | CaptureProblem;
}

/** A line that is not in the form. */
export interface CaptureProblem {
  readonly type: 'Problem';
  readonly found: string;
  readonly expected: string;
}

const CHUNK_BYTES = 256 * 1024;
/** A longer line is none: a venue's longest answer, all its symbols, has less. */
export const LINE_BYTES_MOST = 32 * 1024 * 1024;
const LINE_END = 0x0a;
const RETURN = 0x0d;
/** Enough for the time at the start of a frame's line. */
const TIME_BYTES = 48;
const SHOWN = 60;

const FORM =
  '"<unix seconds>: <frame>", "<address>", "<address> <-> <unix seconds>" or ' +
  '"<address> -> <unix seconds>: <body>"';
const SECONDS = String.raw`(\d{1,10}(?:\.\d{1,12})?)`;
const FRAME = new RegExp(`^${SECONDS}: `);
const ADDRESS = new RegExp(String.raw`^(wss?://\S+)(?: <-> ${SECONDS})?$`);
const ANSWER = new RegExp(String.raw`^(https?://\S+) -> ${SECONDS}: ([\s\S]*)$`);
const ASIDE = new RegExp(String.raw`^(?:\S+ <- ${SECONDS}: |configuration: )`);
/** Some recorders write an answer's headers behind its body. */
const HEADERS = / header: \{[^{}]*\}$/;

/** All files at once, the earliest record first; a line without a time goes where it stands in its file. */
export function* captureLines(files: readonly string[]): Generator<CaptureLine> {
  const heads: { readonly lines: Generator<CaptureLine>; next: CaptureLine }[] = [];
  for (const file of files) {
    const lines = linesOf(file);
    const first = lines.next();
    if (first.done !== true) heads.push({ lines, next: first.value });
  }
  while (heads.length > 0) {
    const earliest = heads.reduce((a, b) => (timeOf(b.next) < timeOf(a.next) ? b : a));
    yield earliest.next;
    const following = earliest.lines.next();
    if (following.done === true) heads.splice(heads.indexOf(earliest), 1);
    else earliest.next = following.value;
  }
}

function timeOf({ record }: CaptureLine): bigint {
  return 'at' in record && record.at !== null ? record.at : 0n;
}

function* linesOf(file: string): Generator<CaptureLine> {
  let line = 0;
  for (const bytes of rawLines(file)) {
    line += 1;
    if (bytes === null) {
      const found = `a line of more than ${LINE_BYTES_MOST} bytes`;
      yield { file, line, record: { type: 'Problem', found, expected: FORM } };
    } else if (bytes.length > 0) {
      yield { file, line, record: recordOf(bytes) };
    }
  }
}

function recordOf(bytes: Buffer): CaptureRecord | CaptureProblem {
  const frame = FRAME.exec(bytes.toString('latin1', 0, TIME_BYTES));
  if (frame !== null) {
    const at = instant(frame[1]);
    return { type: 'Frame', frame: bytes.subarray(frame[0].length), at };
  }
  const text = bytes.toString('utf8');
  const answer = ANSWER.exec(text);
  if (answer !== null) {
    const [, url = '', seconds, body = ''] = answer;
    return { type: 'Answer', url, body: body.replace(HEADERS, ''), at: instant(seconds) };
  }
  const address = ADDRESS.exec(text);
  if (address !== null) {
    const [, found = '', seconds] = address;
    return {
      type: 'Connected',
      address: found,
      at: seconds === undefined ? null : instant(seconds),
    };
  }
  if (ASIDE.test(text)) return { type: 'Aside' };
  return { type: 'Problem', found: JSON.stringify(text.slice(0, SHOWN)), expected: FORM };
}

/** What is finer than a nanosecond is cut. */
function instant(seconds = '0'): EpochNs {
  const [whole = '0', fraction = ''] = seconds.split('.');
  return epochNs(BigInt(whole + fraction.slice(0, 9).padEnd(9, '0')));
}

/** Each line without its end; null for one that is too long. No more of the file than one line is held. */
function* rawLines(file: string): Generator<Buffer | null> {
  const descriptor = openSync(file, 'r');
  try {
    let parts: Buffer[] = [];
    let held = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = readSync(descriptor, chunk, 0, CHUNK_BYTES, null);
      if (read === 0) break;
      let from = 0;
      for (let to = lineEnd(chunk, from, read); to >= 0; to = lineEnd(chunk, from, read)) {
        yield held > LINE_BYTES_MOST ? null : lineOf(parts, chunk.subarray(from, to));
        parts = [];
        held = 0;
        from = to + 1;
      }
      held += read - from;
      if (held > LINE_BYTES_MOST) parts = [];
      else if (from < read) parts.push(chunk.subarray(from, read));
    }
    if (held > 0) yield held > LINE_BYTES_MOST ? null : lineOf(parts, Buffer.alloc(0));
  } finally {
    closeSync(descriptor);
  }
}

function lineEnd(chunk: Buffer, from: number, read: number): number {
  const at = chunk.indexOf(LINE_END, from);
  return at < read ? at : -1;
}

function lineOf(parts: readonly Buffer[], rest: Buffer): Buffer {
  const line = parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
  return line.at(-1) === RETURN ? line.subarray(0, -1) : line;
}
