// Is this message beyond doubt what its dictionary asks for? One look-up a field, nothing allocated.
//
// It knows no settings and names no problem: it says yes only where the strictest rules of `validate` find
// nothing. Whatever is unusual it leaves to them.

import {
  type Dictionary,
  Form,
  type GroupDefinition,
  Membership,
  type MessageDefinition,
  Place,
} from '../../../spec/dictionaries/index.ts';
import { FIELD_INTS, Mark } from './field-index.ts';
import { Layouts } from './layouts.ts';
import { isListed } from './listed.ts';
import type { MessageView } from './message-view.ts';

/** Bits of a tag within one message, or one entry; 0: it does not belong there, or is seldom seen. */
const BELONGS = 0x01;
const PLACE_SHIFT = 1;
const PLACES = 0x06;
const REQUIRED = 0x08;
const COUNTER = 0x10;
const LISTED = 0x20;

// What is imported is looked up anew at each use.
const { Doubtful } = Mark;
const stride = FIELD_INTS;

interface Checks {
  readonly bits: Uint8Array;
  /** How many tags have the bit `REQUIRED`. */
  readonly required: number;
}

interface MessageChecks extends Checks {
  readonly dictionary: Dictionary;
  readonly definition: MessageDefinition;
  readonly layouts: Layouts;
}

interface EntryChecks extends Checks {
  readonly dictionary: Dictionary;
  /** Place within the entry, from 1. */
  readonly order: Uint16Array;
}

/** True: nothing is wrong with it. False: `validate` is to look. */
export function isBeyondDoubt(view: MessageView): boolean {
  const checks = checksOf(view);
  if (checks === null) return false;
  if (checks.layouts.fit(view)) return true;
  if (!isByTheRules(view, checks)) return false;
  checks.layouts.learn(view);
  return true;
}

function isByTheRules(view: MessageView, checks: MessageChecks): boolean {
  const { bits } = checks;
  const { fields, count } = view;
  const round = nextRound();
  let missing = checks.required;
  let place = 0;
  let index = 0;
  while (index < count) {
    const tag = fields[index * stride] ?? 0;
    const bit = bits[tag] ?? 0; // Undefined for a malformed tag, and for one beyond the table.
    const placeOfTag = bit & PLACES;
    if (bit === 0 || placeOfTag < place || lastMet[tag] === round) return false;
    place = placeOfTag;
    lastMet[tag] = round;
    if (fields[index * stride + 3] === Doubtful) return false;
    if ((bit & LISTED) !== 0 && !hasListedValue(view, index, checks.dictionary)) return false;
    if ((bit & REQUIRED) !== 0) missing -= 1;
    index += 1;
    if ((bit & COUNTER) === 0) continue;
    const group = checks.definition.groups.get(tag);
    if (group === undefined) return false;
    index = groupEnd(view, group, index);
    if (index < 0) return false;
  }
  return missing === 0;
}

/** In which message a tag was last met: counting them wipes the table. */
const lastMet = new Int32Array(1 << 16);
let rounds = 0;

function nextRound(): number {
  if (rounds === 0x7fffffff) {
    lastMet.fill(0);
    rounds = 0;
  }
  rounds += 1;
  return rounds;
}

/** After the group whose counter stands before `from`; -1: in doubt. */
function groupEnd(view: MessageView, group: GroupDefinition, from: number): number {
  const checks = entryChecksOf(view.dictionary, group);
  const announced = view.intAt(from - 1);
  const { firstTag } = group;
  const { fields, count } = view;
  let index = from;
  let found = 0;
  while (index < count && fields[index * stride] === firstTag) {
    index = entryEnd(view, group, checks, index);
    if (index < 0) return -1;
    found += 1;
  }
  return found > 0 && found === announced ? index : -1;
}

/** Its members come in their order, so that none comes twice. */
function entryEnd(
  view: MessageView,
  group: GroupDefinition,
  checks: EntryChecks,
  from: number,
): number {
  const { bits, order } = checks;
  const { fields, count } = view;
  let missing = checks.required;
  let last = 0;
  let index = from;
  while (index < count) {
    const tag = fields[index * stride] ?? 0;
    const place = order[tag] ?? 0;
    if (place === 0 || (tag === group.firstTag && index > from)) break;
    if (place <= last) return -1;
    last = place;
    const bit = bits[tag] ?? 0;
    if (bit === 0 || fields[index * stride + 3] === Doubtful) return -1;
    if ((bit & LISTED) !== 0 && !hasListedValue(view, index, checks.dictionary)) return -1;
    if ((bit & REQUIRED) !== 0) missing -= 1;
    index += 1;
    if ((bit & COUNTER) === 0) continue;
    const inner = group.groups.get(tag);
    if (inner === undefined) return -1;
    index = groupEnd(view, inner, index);
    if (index < 0) return -1;
  }
  return missing === 0 ? index : -1;
}

function hasListedValue(view: MessageView, index: number, dictionary: Dictionary): boolean {
  const field = dictionary.listed[view.tagAt(index)] ?? null;
  return field !== null && isListed(field, view.buffer, view.startAt(index), view.endAt(index));
}

/** Of the message that was asked for last: the next is mostly one of its kind. */
let lastChecks: MessageChecks | null = null;
const checksOfMessages = new WeakMap<MessageDefinition, MessageChecks>();
const checksOfEntries = new WeakMap<GroupDefinition, EntryChecks>();

function checksOf(view: MessageView): MessageChecks | null {
  const { dictionary } = view;
  const definition = dictionary.messages.get(view.msgType);
  if (definition === undefined) return null;
  if (lastChecks?.definition === definition && lastChecks.dictionary === dictionary)
    return lastChecks;
  let checks = checksOfMessages.get(definition);
  if (checks?.dictionary !== dictionary) {
    checks = messageChecks(dictionary, definition);
    checksOfMessages.set(definition, checks);
  }
  lastChecks = checks;
  return checks;
}

/** Header, body, trailer. */
function rankOf(place: number): number {
  return place === Place.Header ? 0 : place === Place.Body ? 1 : 2;
}

function messageChecks(dictionary: Dictionary, definition: MessageDefinition): MessageChecks {
  const { places, forms, headerGroups } = dictionary;
  const { membership } = definition;
  const bits = new Uint8Array(Math.min(forms.length, lastMet.length));
  const required = new Set([
    ...dictionary.requiredHeader,
    ...definition.required,
    ...dictionary.requiredTrailer,
  ]);
  for (let tag = 1; tag < bits.length; tag += 1) {
    const place = places[tag] ?? Place.Body;
    const member = membership[tag] ?? 0;
    const isBody = place === Place.Body;
    if (isBody ? (member & Membership.Field) === 0 : headerGroups.has(tag)) continue;
    const bit = bitsOf(dictionary, tag, required);
    if (bit === 0) continue;
    const isCounter = isBody && (member & Membership.Counter) !== 0;
    bits[tag] = bit | (rankOf(place) << PLACE_SHIFT) | (isCounter ? COUNTER : 0);
  }
  const layouts = new Layouts(dictionary, countersOf(definition.groups));
  return { bits, required: required.size, dictionary, definition, layouts };
}

/** In groups within groups too. */
function countersOf(groups: ReadonlyMap<number, GroupDefinition>): ReadonlySet<number> {
  const counters = new Set(groups.keys());
  for (const group of groups.values())
    for (const counter of countersOf(group.groups)) counters.add(counter);
  return counters;
}

function entryChecksOf(dictionary: Dictionary, group: GroupDefinition): EntryChecks {
  const known = checksOfEntries.get(group);
  if (known?.dictionary === dictionary) return known;
  const size = Math.max(...group.order.keys()) + 1;
  const bits = new Uint8Array(size);
  const order = new Uint16Array(size);
  const required = new Set(group.required);
  for (const [tag, place] of group.order) {
    order[tag] = place + 1;
    const bit = bitsOf(dictionary, tag, required);
    bits[tag] = bit === 0 ? 0 : bit | (group.groups.has(tag) ? COUNTER : 0);
  }
  const checks = { bits, order, required: required.size, dictionary };
  checksOfEntries.set(group, checks);
  return checks;
}

/** 0: a field that the dictionary does not have. */
function bitsOf(dictionary: Dictionary, tag: number, required: ReadonlySet<number>): number {
  const form = dictionary.forms[tag] ?? Form.Unknown;
  if (form === Form.Unknown) return 0;
  const isListedTag = (dictionary.listed[tag] ?? null) !== null;
  return BELONGS | (required.has(tag) ? REQUIRED : 0) | (isListedTag ? LISTED : 0);
}
