// The messages of a dictionary, each made from its line when it is first asked for: a process meets a dozen of a hundred.

import { type DictionaryData, linesOf } from './data.ts';
import {
  Components,
  type GroupDefinition,
  groupsOf,
  type Member,
  membersIn,
  requiredTags,
} from './members.ts';

/** What a tag may be within one message: any of these bits, none if it is not defined for it. */
export const Membership = { Field: 1, Counter: 2, InGroup: 4 } as const;

export interface MessageDefinition {
  readonly msgType: string;
  readonly name: string;
  readonly category: 'admin' | 'app';
  /** Body fields that must be there. */
  readonly required: readonly number[];
  readonly groups: ReadonlyMap<number, GroupDefinition>;
  /** `Membership` bits by tag; beyond the end: not defined for this message. */
  readonly membership: Uint8Array;
  /** Top-level body members in the dictionary's order. */
  readonly members: readonly number[];
}

interface Line {
  readonly text: string;
  readonly components: Components;
}

/** By MsgType; a later dictionary's message takes the place of an earlier one's. */
export class MessageTable implements ReadonlyMap<string, MessageDefinition> {
  readonly #lines = new Map<string, Line>();
  readonly #read = new Map<string, MessageDefinition>();

  constructor(sources: readonly DictionaryData[]) {
    for (const source of new Set(sources)) {
      const components = new Components(source);
      for (const text of linesOf(source.messages))
        this.#lines.set(text.slice(0, text.indexOf(' ')), { text, components });
    }
  }

  get(msgType: string): MessageDefinition | undefined {
    const known = this.#read.get(msgType);
    if (known !== undefined) return known;
    const line = this.#lines.get(msgType);
    if (line === undefined) return undefined;
    const message = messageOf(line);
    this.#read.set(msgType, message);
    return message;
  }

  has(msgType: string): boolean {
    return this.#lines.has(msgType);
  }

  get size(): number {
    return this.#lines.size;
  }

  keys(): MapIterator<string> {
    return this.#lines.keys();
  }

  /** All of them, made now. */
  *entries(): MapIterator<[string, MessageDefinition]> {
    for (const [msgType, line] of this.#lines)
      yield [msgType, this.get(msgType) ?? messageOf(line)];
  }

  *values(): MapIterator<MessageDefinition> {
    for (const [, message] of this.entries()) yield message;
  }

  forEach(
    visit: (
      message: MessageDefinition,
      msgType: string,
      all: ReadonlyMap<string, MessageDefinition>,
    ) => void,
  ): void {
    for (const [msgType, message] of this.entries()) visit(message, msgType, this);
  }

  [Symbol.iterator](): MapIterator<[string, MessageDefinition]> {
    return this.entries();
  }
}

function messageOf({ text, components }: Line): MessageDefinition {
  const [msgType = '', name = '', category = '', ...rest] = text.split(' ');
  const members = membersIn(rest.join(' '), components);
  return {
    msgType,
    name,
    category: category === 'admin' ? 'admin' : 'app',
    required: requiredTags(members),
    groups: groupsOf(members),
    membership: membershipOf(members),
    members: members.map(({ tag }) => tag),
  };
}

function membershipOf(members: readonly Member[]): Uint8Array {
  const bits = new Map<number, number>();
  const mark = (tag: number, bit: number) => bits.set(tag, (bits.get(tag) ?? 0) | bit);
  const markEntry = (entry: readonly Member[]): void => {
    for (const member of entry) {
      mark(member.tag, Membership.InGroup);
      if (member.entry !== null) markEntry(member.entry);
    }
  };
  for (const { tag, entry } of members) {
    mark(tag, entry === null ? Membership.Field : Membership.Field | Membership.Counter);
    if (entry !== null) markEntry(entry);
  }
  const table = new Uint8Array(Math.max(0, ...bits.keys()) + 1);
  for (const [tag, bit] of bits) table[tag] = bit;
  return table;
}
