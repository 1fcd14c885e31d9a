// What a decoder owes to any bytes: no exception, bounded memory, and of what it takes for a good message every field
// again when it is written anew.

import { Framer } from '../../gateway/fix/codec/framer.ts';
import { frameAgain } from '../../gateway/fix/codec/frame-message.ts';
import { type Fields, MessageView } from '../../gateway/fix/codec/message-view.ts';
import { isBeyondDoubt } from '../../gateway/fix/codec/quick-check.ts';
import { defaultValidationRules, firstProblem } from '../../gateway/fix/codec/validate.ts';
import { type Dictionary, dictionaryOf } from '../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { FIX_VERSIONS } from '../fixtures/fix-versions.ts';
import { wrapped } from './wrapped.ts';

/** Before the first input: compiling one takes longer than a thousand inputs. */
const dictionaries = FIX_VERSIONS.map(dictionaryOf);
const MAX_BODY = 4_096;
/** One message, one chunk and the doubling of a buffer. */
const MAX_FRAMER_BYTES = 65_536;
const NOON = 1_795_262_400_000_000_000n as EpochNs;
const off = Object.fromEntries(
  Object.keys(defaultValidationRules).map((rule) => [rule, false]),
) as unknown as typeof defaultValidationRules;

/** Throws where a law is broken. The first byte says how the rest is meant: as a stream, or as a body in its frame. */
export function fuzzDecoder(input: Uint8Array): void {
  const mode = input[0] ?? 0;
  const rest = input.subarray(1);
  const dictionary = dictionaries[mode & 7] ?? dictionaryOf('FIX.4.4');
  const stream = (mode & 8) === 0 ? wrapped(rest, dictionary.beginString) : rest;
  const lenient = (mode & 16) !== 0;
  const cut = ((mode >> 5) * stream.length) >> 3;
  const framer = new Framer({ maxBodyLength: MAX_BODY });
  const view = new MessageView(dictionary, { checkDataLengths: !lenient });
  for (const chunk of [stream.subarray(0, cut), stream.subarray(cut)]) {
    framer.push(chunk);
    for (
      let frame = framer.next();
      frame === 'Message' || frame === 'Garbled';
      frame = framer.next()
    )
      if (frame === 'Message') decodeOne(view, framer, dictionary);
    if (framer.allocated > MAX_FRAMER_BYTES)
      throw new Error(`the framer holds ${framer.allocated} bytes`);
  }
}

function decodeOne(view: MessageView, framer: Framer, usual: Dictionary): void {
  if (view.read(framer.bytes, framer.start, framer.end) !== null) return;
  const problem = firstProblem(view, defaultValidationRules);
  if (isBeyondDoubt(view) && problem !== null)
    throw new Error(`beyond doubt, and yet: ${problem.text}`);
  firstProblem(view, off);
  readAll(view, view);
  const again = frameAgain(usual, view.message, NOON, 3);
  if (problem === null && again === null) throw new Error('a good message cannot be sent again');
}

function readAll(view: MessageView, fields: Fields): void {
  for (let index = 0; index < view.count; index += 1) {
    const tag = view.tagAt(index);
    if (tag < 0) continue;
    const text = view.textAt(index);
    if (text.length !== view.endAt(index) - view.startAt(index)) throw new Error(`${tag} was cut`);
    fields.int(tag);
    fields.bool(tag);
    fields.char(tag);
    const exact = fields.decimal(tag);
    const digits = view.unscaledAt(view.indexOf(tag));
    if (typeof exact === 'bigint' && !Number.isNaN(digits)) {
      const scale = view.scaleAt(view.indexOf(tag));
      if (exact !== BigInt(digits) * 10n ** BigInt(18 - scale))
        throw new Error(`${tag}: ${digits}`);
    }
    const time = fields.utcTimestamp(tag);
    const ms = view.epochMsAt(view.indexOf(tag));
    if ((time === null) !== Number.isNaN(ms)) throw new Error(`${tag}: ${ms} ms`);
    for (const entry of fields.group(tag)) entry.string(entry.has(tag) ? tag : 448);
  }
}
