// `causeway messages`: FIX messages found and made readable, out of a gateway's store, a log, or standard input.

import { createReadStream } from 'node:fs';
import { loadValueNames } from '../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { JournalCorrupt, JournalRefused, openJournalReader } from '../journal/index.ts';
import { loadJournalForms, realClock, realTimers } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { MessageReader } from './messages/fields.ts';
import { type Filter, type FilterArguments, filterOf, fits, mayFit } from './messages/filter.ts';
import type { FoundMessage } from './messages/found.ts';
import { messagesIn } from './messages/log-text.ts';
import { type Form, print } from './messages/print.ts';
import {
  placesAtTheEnd,
  sendingTimeOf,
  storedMessages,
  type StoreSource,
} from './messages/store.ts';
import { createOutput, type Output } from './output.ts';

export interface MessagesOptions extends FilterArguments {
  /** A log; `-` is standard input; undefined: the store in `data`. */
  readonly file?: string;
  readonly data: string;
  readonly limit?: number;
  readonly follow?: boolean;
  readonly form: Form;
  readonly json: boolean;
}

/** How often the store is looked at with --follow. */
const FOLLOW_EVERY_MS = 300;
/** With --follow so many of those that are there are shown first. */
const SHOWN_BEFORE_FOLLOWING = 10;

export async function showMessages(options: MessagesOptions): Promise<ExitCode> {
  const out = createOutput(options);
  const filter = filterOf(options, realClock().now());
  if (typeof filter === 'string') return misuse(out, filter);
  if (options.follow === true && options.file !== undefined)
    return misuse(
      out,
      '--follow follows the store, not a file: `tail -f FILE | causeway messages -` does',
    );
  const shown = new Shown(out, options.form, filter, new MessageReader(await loadValueNames()));
  try {
    if (options.file === undefined) await fromStore(options, filter, shown);
    else await fromText(options.file, options.limit ?? null, shown);
    return ExitCode.Done;
  } catch (error) {
    if (error instanceof JournalRefused) {
      out.error(`causeway: ${error.message}`);
      return ExitCode.Refused;
    }
    if (error instanceof JournalCorrupt) {
      out.error(`causeway: ${error.message}`);
      return ExitCode.FailedCheck;
    }
    const cause = systemError(error);
    if (cause === null) throw error;
    out.error(`causeway: ${options.file} cannot be read: ${cause}`);
    return ExitCode.Refused;
  }
}

function misuse(out: Output, sentence: string): ExitCode {
  out.error(`causeway: ${sentence}; --help says more`);
  return ExitCode.Usage;
}

/** What fits is printed; all of it is read, in its order, since a Logon says how later ones are read. */
class Shown {
  readonly #out: Output;
  readonly #form: Form;
  readonly #filter: Filter;
  readonly #reader: MessageReader;

  constructor(out: Output, form: Form, filter: Filter, reader: MessageReader) {
    this.#out = out;
    this.#form = form;
    this.#filter = filter;
    this.#reader = reader;
  }

  /** Whether it fits. */
  fits(message: FoundMessage): boolean {
    const isLogon = message.text.includes('\x0135=A\x01');
    if (!mayFit(this.#filter, message) && !isLogon) return false;
    const read = this.#reader.read(message.text);
    return mayFit(this.#filter, message) && fits(this.#filter, message, read);
  }

  print(message: FoundMessage): void {
    print(this.#out, this.#form, message, this.#reader.read(message.text));
  }
}

async function fromStore(options: MessagesOptions, filter: Filter, shown: Shown): Promise<void> {
  const journal = openJournalReader(options.data);
  try {
    const source = { journal, ...(await loadJournalForms()) };
    const places = options.follow === true ? placesAtTheEnd(source) : null;
    const limit = options.limit ?? (places === null ? null : SHOWN_BEFORE_FOLLOWING);
    if (limit === null) {
      for (const message of storedMessages(source, { reverse: false, places: null })) {
        if (filter.until !== null && message.at > filter.until) break;
        if (shown.fits(message)) shown.print(message);
      }
    } else for (const message of lastOf(source, { limit, filter, shown })) shown.print(message);
    while (places !== null) {
      await later(FOLLOW_EVERY_MS);
      journal.catchUp();
      for (const message of storedMessages(source, { reverse: false, places }))
        if (shown.fits(message)) shown.print(message);
    }
  } finally {
    journal.close();
  }
}

/** The newest that fit, oldest first. */
function lastOf(
  source: StoreSource,
  asked: { readonly limit: number; readonly filter: Filter; readonly shown: Shown },
): readonly FoundMessage[] {
  const { limit, filter, shown } = asked;
  const found: FoundMessage[] = [];
  for (const message of storedMessages(source, { reverse: true, places: null })) {
    if (found.length === limit || (filter.since !== null && message.at < filter.since)) break;
    if (shown.fits(message)) found.push(message);
  }
  return found.toReversed();
}

/** The last `limit` of a text are known at its end. */
async function fromText(file: string, limit: number | null, shown: Shown): Promise<void> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  stream.setEncoding('latin1');
  const last: FoundMessage[] = [];
  for await (const found of messagesIn(stream)) {
    const message = { ...found, at: timeOf(found) };
    if (!shown.fits(message)) continue;
    if (limit === null) shown.print(message);
    else {
      last.push(message);
      if (last.length > limit) last.shift();
    }
  }
  for (const message of last) shown.print(message);
}

/** A log has no time that everybody reads: the sender's own stands for it. */
function timeOf({ text }: FoundMessage): EpochNs | null {
  const at = sendingTimeOf(text);
  return at === 0n ? null : at;
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => realTimers().after(ms, resolve));
}

/** Why a file cannot be read; null: another kind of error. */
function systemError(error: unknown): string | null {
  const { code, syscall } = Object(error) as { code?: unknown; syscall?: unknown };
  return typeof code === 'string' && typeof syscall === 'string' ? `${syscall}: ${code}` : null;
}
