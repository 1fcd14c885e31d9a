// A peer's messages of one type mostly have the same tags in the same order: then their order is right as it was before.

import type { Dictionary, FieldDefinition } from '../../../spec/dictionaries/index.ts';
import { FIELD_INTS, Mark } from './field-index.ts';
import { isListed } from './listed.ts';
import type { MessageView } from './message-view.ts';

/**
 * What a message that was beyond doubt says of the next with the same tags: that each belongs there, that none is
 * missing, and where groups end. Its values alone are left to be looked at.
 */
interface Layout {
  readonly tags: Int32Array;
  /** Where the values are that have to be listed, and their fields. */
  readonly listedAt: Int32Array;
  readonly listed: readonly FieldDefinition[];
  /** Where the counters of groups are, and what they have to say. */
  readonly countersAt: Int32Array;
  readonly counts: Float64Array;
  /** Messages since the last that was laid out so. */
  misses: number;
}

// What is imported is looked up anew at each use.
const { Doubtful, Number: PlainNumber } = Mark;
const stride = FIELD_INTS;

/** A power of two. By the number of fields: an acknowledgement and a fill have layouts of their own. */
const SLOTS = 16;
/** Longer messages are read by the rules each time: a layout takes some 5 bytes a field. */
const MAX_FIELDS = 256;
/** So many messages of another layout put it in its place: two in turn would make them anew each time. */
const PATIENCE = 8;

/** The layouts of one message type. */
export class Layouts {
  readonly #dictionary: Dictionary;
  readonly #counters: ReadonlySet<number>;
  readonly #kept = new Array<Layout | null>(SLOTS).fill(null);

  /** `counters`: the tags of all that count entries, in groups within groups too. */
  constructor(dictionary: Dictionary, counters: ReadonlySet<number>) {
    this.#dictionary = dictionary;
    this.#counters = counters;
  }

  /** Is it laid out as one before it was, and are its values right? */
  fit(view: MessageView): boolean {
    const layout = this.#kept[view.count & (SLOTS - 1)] ?? null;
    if (layout === null || !hasTags(view, layout) || !hasValues(view, layout)) return false;
    layout.misses = 0;
    return true;
  }

  /** Takes the layout of a message that the rules found right. */
  learn(view: MessageView): void {
    const slot = view.count & (SLOTS - 1);
    const kept = this.#kept[slot] ?? null;
    if (kept !== null) kept.misses += 1;
    if (view.count > MAX_FIELDS || (kept !== null && kept.misses < PATIENCE)) return;
    this.#kept[slot] = layoutOf(view, this.#dictionary, this.#counters);
  }
}

/** The same tags, and values that are what their tags ask for. */
function hasTags(view: MessageView, layout: Layout): boolean {
  const { fields, count } = view;
  const { tags } = layout;
  if (count !== tags.length) return false;
  for (let index = 0; index < count; index += 1) {
    const field = index * stride;
    if (fields[field] !== tags[index] || fields[field + 3] === Doubtful) return false;
  }
  return true;
}

function hasValues(view: MessageView, layout: Layout): boolean {
  const { fields, numbers, buffer } = view;
  const { listed, listedAt, counts, countersAt } = layout;
  for (let at = 0; at < counts.length; at += 1) {
    const index = countersAt[at] ?? 0;
    if (fields[index * stride + 3] !== PlainNumber || numbers[index] !== counts[at]) return false;
  }
  for (let at = 0; at < listed.length; at += 1) {
    const definition = listed[at];
    const field = (listedAt[at] ?? 0) * stride;
    if (definition === undefined) return false;
    if (!isListed(definition, buffer, fields[field + 1] ?? 0, fields[field + 2] ?? 0)) return false;
  }
  return true;
}

function layoutOf(
  view: MessageView,
  dictionary: Dictionary,
  counters: ReadonlySet<number>,
): Layout {
  const tags = Int32Array.from({ length: view.count }, (_, index) => view.tagAt(index));
  const listedAt: number[] = [];
  const listed: FieldDefinition[] = [];
  const countersAt: number[] = [];
  for (const [index, tag] of tags.entries()) {
    const field = dictionary.listed[tag] ?? null;
    if (field !== null) {
      listedAt.push(index);
      listed.push(field);
    }
    if (counters.has(tag)) countersAt.push(index);
  }
  return {
    tags,
    listedAt: Int32Array.from(listedAt),
    listed,
    countersAt: Int32Array.from(countersAt),
    counts: Float64Array.from(countersAt, (index) => view.intAt(index) ?? Number.NaN),
    misses: 0,
  };
}
