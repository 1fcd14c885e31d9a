// Messages in any text that has some in it: logs of FIX engines, captures, a terminal's copy. Separators may be SOH or
// what people write for it; what stands around the messages is passed over.

import type { Direction, FoundMessage } from './found.ts';

/** A message that has not ended within so much is none. */
const MOST_CHARACTERS = 1_048_576;
/** So much of a line before its message is looked at for a direction. */
const MOST_PREFIX = 400;

const BEGIN = '8=FIX';
const HEAD =
  /8=FIXT?\.\d\.\d(?:SP\d)?(\x01|\^A|\\x01|\\u0001|\\001|<SOH>|[|;~^!\t ])9=(\d{1,10})\1/y;
/** The longest that a head's beginning may be without being whole. */
const MOST_HEAD = 48;
/** CompIDs stand in many prefixes: a word counts only by itself. */
const WORDS: readonly (readonly [Direction, RegExp])[] = [
  ['in', /(?:^|[^a-z])(?:in|incoming|inbound|recv|rcvd|received|rx)(?:[^a-z]|$)/],
  ['out', /(?:^|[^a-z])(?:out|outgoing|outbound|send|sent|sending|tx)(?:[^a-z]|$)/],
];

/** `chunks`: one character a byte. Its memory is bounded by one chunk and the longest message. */
export async function* messagesIn(
  chunks: AsyncIterable<string>,
): AsyncGenerator<FoundMessage, void, undefined> {
  const cutter = new Cutter();
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

class Cutter {
  #text = '';

  push(chunk: string): readonly FoundMessage[] {
    this.#text += chunk;
    return this.#cut(false);
  }

  end(): readonly FoundMessage[] {
    return this.#cut(true);
  }

  #cut(isLast: boolean): readonly FoundMessage[] {
    const found: FoundMessage[] = [];
    let at = 0;
    for (;;) {
      const begin = this.#text.indexOf(BEGIN, at);
      if (begin < 0) {
        // The line's beginning, and the beginning of a message, may stand at the end.
        at = Math.max(at, this.#text.length - MOST_PREFIX);
        break;
      }
      const cut = messageAt(this.#text, begin, isLast);
      if (cut === 'More') {
        at = Math.max(at, begin - MOST_PREFIX);
        break;
      }
      if (cut === 'None') at = begin + BEGIN.length;
      else {
        found.push({ ...cut.message, direction: directionOf(this.#text, at, begin) });
        at = cut.end;
      }
    }
    this.#text = this.#text.slice(at);
    return found;
  }
}

type Cut =
  | 'More'
  | 'None'
  | { readonly message: Omit<FoundMessage, 'direction'>; readonly end: number };

function messageAt(text: string, begin: number, isLast: boolean): Cut {
  HEAD.lastIndex = begin;
  const head = HEAD.exec(text);
  if (head === null) return isLast || text.length - begin > MOST_HEAD ? 'None' : 'More';
  const [whole, separator = '', bodyLength = ''] = head;
  const bodyAt = begin + whole.length;
  const end =
    byLength(text, bodyAt, separator, Number(bodyLength)) ?? byTrailer(text, bodyAt, separator);
  const nextAt = text.indexOf(BEGIN, bodyAt);
  if (end !== null && (nextAt < 0 || end <= nextAt)) return found(text, begin, end, separator);
  const isOver = nextAt >= 0 || isLast || text.length - begin > MOST_CHARACTERS;
  if (!isOver) return 'More';
  const lineEnd = text.indexOf('\n', bodyAt);
  const limits = [lineEnd, nextAt, begin + MOST_CHARACTERS].filter((one) => one >= 0);
  return found(text, begin, Math.min(text.length, ...limits), separator);
}

/** Exact, also where data holds the separator; a longer separator has changed the length. */
function byLength(text: string, bodyAt: number, separator: string, length: number): number | null {
  if (separator.length !== 1) return null;
  const trailerAt = bodyAt + length;
  const isThere = /^10=\d{3}$/.test(text.slice(trailerAt, trailerAt + 6));
  return isThere && text[trailerAt - 1] === separator ? trailerAt + 6 : null;
}

function byTrailer(text: string, bodyAt: number, separator: string): number | null {
  const mark = `${separator}10=`;
  for (let at = text.indexOf(mark, bodyAt - separator.length); at >= 0; ) {
    const end = at + mark.length + 3;
    if (end > text.length) return null;
    const isSum = /^\d{3}$/.test(text.slice(at + mark.length, end));
    const isOver = end === text.length || !/[0-9A-Za-z.]/.test(text[end] ?? '');
    if (isSum && isOver) return end;
    at = text.indexOf(mark, at + 1);
  }
  return null;
}

function found(text: string, begin: number, end: number, separator: string): Cut {
  const written = text.slice(begin, end).replace(/[\r\n]+$/, '');
  const own = separator === '\x01' ? written : withSoh(written, separator);
  const whole = own.endsWith('\x01') ? own : `${own}\x01`;
  return { message: { text: whole, at: null, session: null, notes: [] }, end };
}

/** What has no tag before it belongs to the value before: a text may hold the separator. */
function withSoh(text: string, separator: string): string {
  let joined = '';
  for (const piece of text.split(separator)) {
    if (joined === '') joined = piece;
    else joined += `${/^\d+=/.test(piece) || piece === '' ? '\x01' : separator}${piece}`;
  }
  return joined;
}

/** As the words before it in its line say; null: they do not. */
function directionOf(text: string, from: number, begin: number): Direction | null {
  const lineAt = text.lastIndexOf('\n', begin) + 1;
  const prefix = text.slice(Math.max(from, lineAt, begin - MOST_PREFIX), begin).toLowerCase();
  const said = WORDS.filter(([, word]) => word.test(prefix)).map(([direction]) => direction);
  return said.length === 1 ? (said[0] ?? null) : null;
}
