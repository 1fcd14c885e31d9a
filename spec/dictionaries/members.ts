// What stands where: members, groups and components, read from the text form of a dictionary.

import { type DictionaryData, linesOf } from './data.ts';

export interface GroupDefinition {
  readonly counter: number;
  /** The field that begins each entry. */
  readonly firstTag: number;
  /** Place of each member within an entry: the first where the dictionary lists it more than once. */
  readonly order: ReadonlyMap<number, number>;
  /** The further places of a member that is listed more than once, ascending. In most groups none is. */
  readonly furtherPlaces: ReadonlyMap<number, readonly number[]>;
  readonly required: readonly number[];
  readonly groups: ReadonlyMap<number, GroupDefinition>;
}

/** A field in a message, a group or a component. */
export interface Member {
  readonly tag: number;
  readonly required: boolean;
  /** Null: not the counter of a group. */
  readonly entry: readonly Member[] | null;
}

/** By name. Each is read once, however many messages use it, and when the first of them is asked for. */
export class Components {
  readonly #texts = new Map<string, string>();
  readonly #read = new Map<string, readonly Member[]>();

  constructor(data: DictionaryData) {
    for (const line of linesOf(data.components)) {
      const space = line.indexOf(' ');
      if (space < 0) this.#texts.set(line, '');
      else this.#texts.set(line.slice(0, space), line.slice(space + 1));
    }
  }

  /** Its members; none where there is no such component. */
  membersOf(name: string): readonly Member[] {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const members = membersIn(this.#texts.get(name) ?? '', this);
    this.#read.set(name, members);
    return members;
  }
}

const MEMBER = /(?:(\d+)|@(\w+))(!?)(\(?)|\)/g;

/** The members that a text names, those of its components in their places. */
export function membersIn(text: string, components: Components): readonly Member[] {
  const open: Member[][] = [[]];
  for (const [, number, name, mark, bracket] of text.matchAll(MEMBER)) {
    const required = mark === '!';
    if (number !== undefined) {
      const entry: Member[] | null = bracket === '(' ? [] : null;
      open.at(-1)?.push({ tag: Number(number), required, entry });
      if (entry !== null) open.push(entry);
    } else if (name !== undefined) {
      for (const member of components.membersOf(name))
        open.at(-1)?.push(required ? member : { ...member, required: false });
    } else open.pop();
  }
  return open[0] ?? [];
}

export function requiredTags(members: readonly Member[]): readonly number[] {
  return members.filter(({ required }) => required).map(({ tag }) => tag);
}

/** The groups that an entry is read into are made once, in whatever messages they stand. */
const groupsOfEntries = new WeakMap<readonly Member[], GroupDefinition>();

export function groupsOf(members: readonly Member[]): ReadonlyMap<number, GroupDefinition> {
  const groups = new Map<number, GroupDefinition>();
  for (const { tag, entry } of members) {
    const first = entry?.[0];
    if (entry !== null && first !== undefined) groups.set(tag, groupOf(tag, entry, first.tag));
  }
  return groups;
}

function groupOf(counter: number, entry: readonly Member[], firstTag: number): GroupDefinition {
  const known = groupsOfEntries.get(entry);
  if (known !== undefined) return known;
  const group = {
    counter,
    firstTag,
    ...placesOf(entry),
    required: requiredTags(entry),
    groups: groupsOf(entry),
  };
  groupsOfEntries.set(entry, group);
  return group;
}

/**
 * FIX 5.0 has LegPrice(566) and LegOptionRatio(1017) in its InstrumentLeg, and then once more in the
 * groups that this component stands in: a peer may send such a field in either place.
 */
function placesOf(entry: readonly Member[]): Pick<GroupDefinition, 'order' | 'furtherPlaces'> {
  const order = new Map<number, number>();
  const furtherPlaces = new Map<number, number[]>();
  entry.forEach(({ tag }, place) => {
    if (!order.has(tag)) order.set(tag, place);
    else furtherPlaces.set(tag, [...(furtherPlaces.get(tag) ?? []), place]);
  });
  return { order, furtherPlaces };
}

/** Is the tag a member of the group's entries, or of a group within them? */
export function isInGroup(group: GroupDefinition, tag: number): boolean {
  if (group.order.has(tag)) return true;
  for (const inner of group.groups.values()) if (isInGroup(inner, tag)) return true;
  return false;
}
