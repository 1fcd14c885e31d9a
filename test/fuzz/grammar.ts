// Messages as the dictionaries allow them: any message type, required fields and some of the others, groups in groups,
// data with SOH in it. What is written is what is read.

import fc from 'fast-check';
import { frameMessage } from '../../gateway/fix/codec/frame-message.ts';
import { Framer } from '../../gateway/fix/codec/framer.ts';
import { type Fields, MessageView } from '../../gateway/fix/codec/message-view.ts';
import { MessageWriter } from '../../gateway/fix/codec/message-writer.ts';
import { isBeyondDoubt } from '../../gateway/fix/codec/quick-check.ts';
import { defaultValidationRules, firstProblem } from '../../gateway/fix/codec/validate.ts';
import {
  type Dictionary,
  Form,
  type GroupDefinition,
  type MessageDefinition,
} from '../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';

type Gen = fc.GeneratorValue;

/** One field as it was written: how, and how it is found again. */
interface Part {
  write(writer: MessageWriter): void;
  check(fields: Fields): void;
}

const DEEPEST = 3;
const MOST_ENTRIES = 3;
/** Of the fields that may be left out so many at most are there. */
const MOST_OPTIONAL = 10;
const header = {
  msgSeqNum: 7,
  sendingTime: 1_795_262_400_123_456_789n as EpochNs,
  origSendingTime: null,
  possResend: false,
  further: null,
};
const identity = { senderCompID: 'CW', targetCompID: 'PEER', timePrecision: 9 } as const;

const texts = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 24,
});
const decimals = fc.oneof(
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  fc.integer({ min: 0, max: 100_000_000 }).map((cents) => BigInt(cents) * 10n ** 16n),
);
const ints = fc.integer({ min: 0, max: 2_147_483_647 });
const times = fc.bigInt({ min: 0n, max: 253_402_300_799_999_999_999n });
const data = fc.uint8Array({ minLength: 1, maxLength: 30 });
const FIXED: Readonly<Record<number, string>> = {
  [Form.UtcTime]: '12:00:00.5',
  [Form.Date]: '20260228',
  [Form.MonthYear]: '202602w2',
};

function same<T>(tag: number, found: T, expected: T): void {
  if (found !== expected)
    throw new Error(`tag ${tag}: wrote ${String(expected)}, read ${String(found)}`);
}

function text(tag: number, chosen: string): Part {
  return {
    write: (writer) => void writer.string(tag, chosen),
    check: (fields) => same(tag, fields.string(tag), chosen),
  };
}

function value({ fields }: Dictionary, tag: number, g: Gen): Part {
  const field = fields.get(tag);
  if (field === undefined) throw new Error(`no field ${tag}`);
  if (field.values !== null) return text(tag, g(fc.constantFrom, ...field.values));
  switch (field.form) {
    case Form.Int:
    case Form.Count: {
      const chosen = g(() => ints);
      return {
        write: (writer) => void writer.int(tag, chosen),
        check: (read) => same(tag, read.int(tag), chosen),
      };
    }
    case Form.Decimal: {
      const chosen = g(() => decimals);
      return {
        write: (writer) => void writer.decimal(tag, chosen),
        check: (read) => same<unknown>(tag, read.decimal(tag), chosen),
      };
    }
    case Form.UtcTimestamp: {
      const chosen = g(() => times) as EpochNs;
      return {
        write: (writer) => void writer.utcTimestamp(tag, chosen, 9),
        check: (read) => same<unknown>(tag, read.utcTimestamp(tag), chosen),
      };
    }
    case Form.Boolean: {
      const chosen = g(fc.boolean);
      return {
        write: (writer) => void writer.bool(tag, chosen),
        check: (read) => same(tag, read.bool(tag), chosen),
      };
    }
    case Form.Char:
      return text(tag, g(fc.constantFrom, 'a', 'Z', '0', '='));
    default:
      return text(tag, FIXED[field.form] ?? g(() => texts));
  }
}

function dataOf(lengthTag: number, tag: number, g: Gen): Part {
  const chosen = g(() => data);
  return {
    write: (writer) => void writer.data(lengthTag, tag, chosen),
    check: (read) =>
      same(
        tag,
        Buffer.from(read.bytes(tag) ?? []).toString('hex'),
        Buffer.from(chosen).toString('hex'),
      ),
  };
}

interface Members {
  readonly tags: readonly number[];
  readonly required: readonly number[];
  readonly groups: ReadonlyMap<number, GroupDefinition>;
  /** Begins each entry, so that it is always there; null in a message. */
  readonly first: number | null;
}

function parts(dictionary: Dictionary, members: Members, g: Gen, depth: number): readonly Part[] {
  const { dataOfLength, lengthOfData } = dictionary;
  const { required, groups, first } = members;
  const tags = [...new Set(members.tags)];
  const isNeeded = (tag: number) => required.includes(tag) || tag === first;
  const optional = tags.filter((tag) => !isNeeded(tag));
  const some = new Set(
    g(fc.subarray<number>, optional, { maxLength: Math.min(MOST_OPTIONAL, optional.length) }),
  );
  return tags.flatMap((tag) => {
    const ofData = lengthOfData[tag] ?? 0;
    if (ofData !== 0) return []; // Written with its length.
    const pair = dataOfLength[tag] ?? 0;
    const isThere = isNeeded(tag) || some.has(tag) || isNeeded(pair);
    if (!isThere) return [];
    // A length without its data in this place, or behind it, is no pair.
    if (pair !== 0) return tags.indexOf(pair) > tags.indexOf(tag) ? [dataOf(tag, pair, g)] : [];
    const group = groups.get(tag);
    if (group === undefined) return [value(dictionary, tag, g)];
    return depth >= DEEPEST && !isNeeded(tag) ? [] : [groupPart(dictionary, group, g, depth)];
  });
}

function groupPart(dictionary: Dictionary, group: GroupDefinition, g: Gen, depth: number): Part {
  const listed = [...(dictionary.fields.get(group.counter)?.values ?? [])].map(Number);
  const most = listed.length === 0 ? MOST_ENTRIES : Math.max(...listed);
  const count = g(fc.integer, { min: 1, max: most });
  const members = {
    tags: [...group.order.keys()],
    required: group.required,
    groups: group.groups,
    first: group.firstTag,
  };
  const entries = Array.from({ length: count }, () => parts(dictionary, members, g, depth + 1));
  return {
    write(writer) {
      writer.int(group.counter, count);
      for (const entry of entries) for (const part of entry) part.write(writer);
    },
    check(fields) {
      const found = fields.group(group.counter);
      same(group.counter, found.length, count);
      entries.forEach((entry, at) => {
        const read = found[at];
        if (read !== undefined) for (const part of entry) part.check(read);
      });
    },
  };
}

/** Groups whose first member is a length, or data, have no place where an entry begins. */
export function isWritable(dictionary: Dictionary, definition: MessageDefinition): boolean {
  return [...definition.groups.values()].every((group) => isGroupWritable(dictionary, group));
}

function isGroupWritable(dictionary: Dictionary, group: GroupDefinition): boolean {
  const { dataOfLength, lengthOfData } = dictionary;
  if ((dataOfLength[group.firstTag] ?? 0) !== 0 || (lengthOfData[group.firstTag] ?? 0) !== 0)
    return false;
  return [...group.groups.values()].every((inner) => isGroupWritable(dictionary, inner));
}

const writer = new MessageWriter();

/** Writes a message of this type and reads it again. Throws where the two differ, or it is not valid. Gives its bytes. */
export function roundTrip(
  dictionary: Dictionary,
  definition: MessageDefinition,
  g: Gen,
): Uint8Array {
  const members = { ...definition, tags: definition.members, first: null };
  const all = parts(dictionary, members, g, 0);
  writer.begin(definition.msgType);
  for (const part of all) part.write(writer);
  const { beginString } = dictionary;
  const bytes = frameMessage({ ...identity, beginString }, header, writer.end());
  const framer = new Framer();
  framer.push(bytes);
  if (framer.next() !== 'Message') throw new Error('what was written has no frame');
  const view = new MessageView(dictionary);
  const cause = view.read(framer.bytes, framer.start, framer.end);
  if (cause !== null) throw new Error(`what was written is garbled: ${cause}`);
  const problem = firstProblem(view, defaultValidationRules);
  if (problem !== null) throw new Error(`what was written is not valid: ${problem.text}`);
  isBeyondDoubt(view);
  for (const part of all) part.check(view);
  return bytes;
}
