// Is this message what the dictionary says it may be? The first problem, in FIX's own reasons.

import {
  type Dictionary,
  type FieldDefinition,
  Form,
  type GroupDefinition,
  isInGroup,
  Membership,
  type MessageDefinition,
  nameOf,
  Place,
  SessionRejectReason as Reason,
} from '../../../spec/dictionaries/index.ts';
import { secretTags } from './mask.ts';
import { malformedTag, type MessageView } from './message-view.ts';
import { isBeyondDoubt } from './quick-check.ts';
import { decimalIn, intIn, isDay, isMonthYear, isTime, isUtcTimestamp, textIn } from './values.ts';

/** What a session's profile checks. A message that passes all of them passes whatever is switched off. */
export interface ValidationRules {
  /** A tag from 5000 on that the dictionary does not know passes. */
  readonly allowUnknownUserTags: boolean;
  /** Required fields of header, body, trailer and groups are there (373=1). */
  readonly checkRequired: boolean;
  /** A tag is one of the version (373=0). What is no tag at all never passes. */
  readonly checkKnownTags: boolean;
  /** A tag is one of the message (373=2). */
  readonly checkMembership: boolean;
  /** A field without a value is a problem (373=4); else it passes unread. */
  readonly checkHasValue: boolean;
  /** A value is of its field's type (373=6). Switched off, whoever reads it finds nothing there. */
  readonly checkFormats: boolean;
  /** A value is one of those that are listed for its field (373=5). */
  readonly checkValues: boolean;
  /** Header, body and trailer fields stay in their parts (373=14). */
  readonly checkPlaces: boolean;
  /** A tag comes once in a message, or in a group's entry (373=13). */
  readonly checkRepeatedTags: boolean;
  /** A group has as many entries as its counter says (373=16). */
  readonly checkGroupCounts: boolean;
  /** The members of a group's entry come in the dictionary's order (373=15). */
  readonly checkGroupOrder: boolean;
  /** Groups within groups are checked as groups; else their fields one by one. */
  readonly checkNestedGroups: boolean;
  /** A data field is as long as the length before it says; else the message is garbled, and ignored. */
  readonly checkDataLengths: boolean;
}

export const defaultValidationRules: ValidationRules = {
  allowUnknownUserTags: false,
  checkRequired: true,
  checkKnownTags: true,
  checkMembership: true,
  checkHasValue: true,
  checkFormats: true,
  checkValues: true,
  checkPlaces: true,
  checkRepeatedTags: true,
  checkGroupCounts: true,
  checkGroupOrder: true,
  checkNestedGroups: true,
  checkDataLengths: true,
};

/** SessionRejectReason(373), RefTagID(371) where a field is at fault, and a sentence for Text(58). */
export interface ValidationProblem {
  readonly reason: number;
  readonly refTagID: number | null;
  readonly text: string;
}

/** FIX leaves the tags from here on to agreements between two parties. */
const firstUserTag = 5000;
/** A value is quoted up to here: a reject is not the place for 10,000 characters. */
const maxQuoted = 40;

/**
 * The first problem, or null, which allocates nothing. Order: a field outside its part, an unknown
 * MsgType, a required field missing, then field by field as they come: repeated, empty, format,
 * value, tag, membership, group. (The order of the FIX session test cases 14a to 14i.)
 */
export function validate(
  view: MessageView,
  rules: ValidationRules = defaultValidationRules,
): ValidationProblem | null {
  return isBeyondDoubt(view) ? null : firstProblem(view, rules);
}

/** All questions, each with its answer: for what is wrong, unusual, or allowed by looser rules alone. */
export function firstProblem(view: MessageView, rules: ValidationRules): ValidationProblem | null {
  const { dictionary } = view;
  const message = dictionary.messages.get(view.msgType);
  if (rules.checkPlaces) {
    const stray = strayField(view, dictionary);
    if (stray >= 0)
      return problem(
        Reason.TagSpecifiedOutOfRequiredOrder,
        view,
        stray,
        'is outside its part of the message',
      );
  }
  if (message === undefined) {
    const text = `Invalid MsgType(35): '${quoted(view.msgType)}' is not in ${dictionary.version}`;
    return { reason: Reason.InvalidMsgType, refTagID: null, text };
  }
  const wrong = fieldProblem(view, message, rules);
  // The whole message was met only if nothing was wrong: else the slower question is asked.
  if (!rules.checkRequired) return wrong;
  if (wrong === null && hasRequired(view.dictionary, message)) return null;
  return missingField(view, message) ?? wrong;
}

/** All required fields were met by the validation that has just run through. */
function hasRequired(dictionary: Dictionary, message: MessageDefinition): boolean {
  return (
    wereMet(dictionary.requiredHeader) &&
    wereMet(message.required) &&
    wereMet(dictionary.requiredTrailer)
  );
}

function wereMet(tags: readonly number[]): boolean {
  for (const tag of tags) if (lastMet[tag] !== validations) return false;
  return true;
}

/** Index of the first header field after the header, or body field after the trailer began; or -1. */
function strayField(view: MessageView, dictionary: Dictionary): number {
  const { places } = dictionary;
  let reached: Place = Place.Header;
  for (let index = 0; index < view.count; index += 1) {
    const place = places[view.tagAt(index)] ?? Place.Body;
    if (place === Place.Header) {
      if (reached !== Place.Header) return index;
    } else if (place === Place.Trailer) reached = Place.Trailer;
    else if (reached === Place.Trailer) return index;
    else reached = Place.Body;
  }
  return -1;
}

function missingField(view: MessageView, message: MessageDefinition): ValidationProblem | null {
  const { dictionary } = view;
  return (
    firstMissing(view, dictionary.requiredHeader) ??
    firstMissing(view, message.required) ??
    firstMissing(view, dictionary.requiredTrailer)
  );
}

function firstMissing(view: MessageView, required: readonly number[]): ValidationProblem | null {
  for (const tag of required) {
    if (view.indexOf(tag) >= 0) continue;
    const text = `Required tag missing: ${nameOf(view.dictionary, tag)}`;
    return { reason: Reason.RequiredTagMissing, refTagID: tag, text };
  }
  return null;
}

function fieldProblem(
  view: MessageView,
  message: MessageDefinition,
  rules: ValidationRules,
): ValidationProblem | null {
  validations += 1;
  if (beyondTable.size > 0) beyondTable.clear();
  let index = 0;
  while (index < view.count) {
    const tag = view.tagAt(index);
    if (metBefore(tag, beyondTable) && rules.checkRepeatedTags) return repeated(view, index);
    const wrong = valueProblem(view, index, rules);
    if (wrong !== null) return wrong;
    const isBody = (view.dictionary.places[tag] ?? Place.Body) === Place.Body;
    const membership = message.membership[tag] ?? 0;
    const isForeign = isBody && (membership & Membership.Field) === 0;
    if (isForeign && rules.checkMembership && !isAllowedUnknown(view, tag, rules))
      return problem(
        Reason.TagNotDefinedForThisMessageType,
        view,
        index,
        `is not defined for ${message.name}(35=${message.msgType})`,
      );
    index += 1;
    if (isBody && (membership & Membership.Counter) === 0) continue;
    const group = (isBody ? message.groups : view.dictionary.headerGroups).get(tag);
    if (group === undefined) continue;
    const after = groupEnd(view, group, index, rules);
    if (typeof after !== 'number') return after;
    index = after;
  }
  return null;
}

function isAllowedUnknown(view: MessageView, tag: number, rules: ValidationRules): boolean {
  if (isKnown(view.dictionary, tag)) return false;
  return !rules.checkKnownTags || (rules.allowUnknownUserTags && tag >= firstUserTag);
}

function isKnown(dictionary: Dictionary, tag: number): boolean {
  return (dictionary.forms[tag] ?? Form.Unknown) !== Form.Unknown;
}

/** Which validation last met a tag. Counting validations wipes the table: a Set took 900 ns more. */
const lastMet = new Float64Array(1 << 16);
let validations = 0;

/** Notes the tag, and tells whether this validation had met it before. */
function metBefore(tag: number, beyond: Set<number>): boolean {
  if (tag === malformedTag) return false;
  if (tag < lastMet.length) {
    const before = lastMet[tag] === validations;
    lastMet[tag] = validations;
    return before;
  }
  const before = beyond.has(tag);
  beyond.add(tag);
  return before;
}

/** Tags beyond the table, all of them user tags; emptied after each use. */
const beyondTable = new Set<number>();

function repeated(view: MessageView, index: number): ValidationProblem {
  return problem(Reason.TagAppearsMoreThanOnce, view, index, 'appears more than once');
}

/** The value alone: there at all, of its form, and one of those that the field may have. */
function valueProblem(
  view: MessageView,
  index: number,
  rules: ValidationRules,
): ValidationProblem | null {
  const tag = view.tagAt(index);
  const start = view.startAt(index);
  const end = view.endAt(index);
  if (start === end) {
    if (!rules.checkHasValue) return null;
    return problem(Reason.TagSpecifiedWithoutAValue, view, index, 'has no value');
  }
  const form = view.dictionary.forms[tag] ?? Form.Unknown;
  if (form === Form.Unknown) return unknownTag(view, index, rules);
  const isFree = form === Form.Text || !rules.checkFormats;
  const wrong = isFree ? null : formProblem(view.buffer, start, end, form);
  if (wrong !== null)
    return problem(
      Reason.IncorrectDataFormatForValue,
      view,
      index,
      `'${valueOf(view, index)}' ${wrong}`,
    );
  const field = view.dictionary.listed[tag] ?? null;
  return field === null || !rules.checkValues ? null : listProblem(view, index, field);
}

function unknownTag(
  view: MessageView,
  index: number,
  rules: ValidationRules,
): ValidationProblem | null {
  const tag = view.tagAt(index);
  if (tag !== malformedTag && isAllowedUnknown(view, tag, rules)) return null;
  const written = textIn(view.buffer, view.fieldStartAt(index), view.startAt(index) - 1);
  const number = /^-?\d{1,15}$/.test(written) ? Number(written) : null;
  return {
    reason: Reason.InvalidTagNumber,
    refTagID: tag === malformedTag ? number : tag,
    text: `Invalid tag number: '${quoted(written)}' is not in ${view.dictionary.version}`,
  };
}

/** What is wrong with the form of a value, or null. */
function formProblem(bytes: Uint8Array, start: number, end: number, form: number): string | null {
  switch (form) {
    case Form.Char:
      return end - start === 1 ? null : 'is not one character';
    case Form.Boolean:
      return end - start === 1 && isYesOrNo(bytes[start]) ? null : 'is neither Y nor N';
    case Form.Int:
      return isInt(bytes, start, end) ? null : 'is not a whole number';
    case Form.Count:
      return isDigits(bytes, start, end) ? null : 'is not a whole number without a sign';
    case Form.Decimal:
      return decimalProblem(bytes, start, end);
    case Form.UtcTimestamp:
      return isUtcTimestamp(bytes, start, end) ? null : 'is not a UTC timestamp';
    case Form.UtcTime:
      return isTime(bytes, start, end) ? null : 'is not a UTC time';
    case Form.Date:
      return end - start === 8 && isDay(bytes, start) ? null : 'is not a day, YYYYMMDD';
    case Form.MonthYear:
      return isMonthYear(bytes, start, end) ? null : 'is not a month, YYYYMM';
    default:
      return null;
  }
}

function isYesOrNo(byte: number | undefined): boolean {
  return byte === 0x59 || byte === 0x4e;
}

function isInt(bytes: Uint8Array, start: number, end: number): boolean {
  return isDigits(bytes, bytes[start] === 0x2d ? start + 1 : start, end);
}

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return false;
  }
  return end > start;
}

/** Most decimals are short digits with one point: those are seen here without making the number. */
function decimalProblem(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start <= 18 && isPlainDecimal(bytes, start, end)) return null;
  const value = decimalIn(bytes, start, end);
  if (value === 'Malformed') return 'is not a decimal number';
  if (value === 'TooPrecise') return 'has more than 18 decimals';
  return null;
}

function isPlainDecimal(bytes: Uint8Array, start: number, end: number): boolean {
  let points = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e) points += 1;
    else if (byte < 0x30 || byte > 0x39) return false;
  }
  return points === 0 || (points === 1 && end - start > 1);
}

function listProblem(
  view: MessageView,
  index: number,
  field: FieldDefinition,
): ValidationProblem | null {
  if (isListed(view.buffer, view.startAt(index), view.endAt(index), field)) return null;
  return problem(
    Reason.ValueIsIncorrect,
    view,
    index,
    `'${valueOf(view, index)}' is not one of its values`,
  );
}

function isListed(bytes: Uint8Array, start: number, end: number, field: FieldDefinition): boolean {
  if (end - start === 1) {
    const byte = bytes[start] ?? 0;
    return ((field.valueBits[byte >> 5] ?? 0) & (1 << (byte & 31))) !== 0;
  }
  if (field.values === null) return true;
  if (field.form === Form.Int || field.form === Form.Count)
    return field.values.has(`${intIn(bytes, start, end)}`);
  const text = textIn(bytes, start, end);
  if (field.form !== Form.Multiple) return field.values.has(text);
  return text.split(' ').every((part) => field.values?.has(part));
}

/**
 * Reads a group whose counter stands before `from`. The index after it, or the first problem: an
 * entry that begins otherwise or out of order (15), a count that differs (16).
 */
function groupEnd(
  view: MessageView,
  group: GroupDefinition,
  from: number,
  rules: ValidationRules,
): number | ValidationProblem {
  const counterIndex = from - 1;
  const announced = view.intAt(counterIndex);
  let index = from;
  let found = 0;
  while (index < view.count && view.tagAt(index) === group.firstTag) {
    const after = entryEnd(view, group, index, rules);
    if (typeof after !== 'number')
      return rules.checkGroupCounts ? miscounted(view, group, counterIndex, after) : after;
    index = after;
    found += 1;
  }
  if (
    rules.checkGroupOrder &&
    found === 0 &&
    index < view.count &&
    group.order.has(view.tagAt(index))
  )
    return problem(
      Reason.RepeatingGroupFieldsOutOfOrder,
      view,
      index,
      `comes before ${nameOf(view.dictionary, group.firstTag)} in its group`,
    );
  if (found !== announced && rules.checkGroupCounts) return wrongCount(view, counterIndex, found);
  return index;
}

function wrongCount(view: MessageView, counterIndex: number, found: number): ValidationProblem {
  return problem(
    Reason.IncorrectNumInGroupCountForRepeatingGroup,
    view,
    counterIndex,
    `says ${view.intAt(counterIndex) ?? 'no number'}, ${found} came`,
  );
}

const VALUE_REASONS: ReadonlySet<number> = new Set([
  Reason.TagSpecifiedWithoutAValue,
  Reason.ValueIsIncorrect,
  Reason.IncorrectDataFormatForValue,
]);

/** A count that differs goes before a value in one of the entries (session test case 14i). */
function miscounted(
  view: MessageView,
  group: GroupDefinition,
  counterIndex: number,
  otherwise: ValidationProblem,
): ValidationProblem {
  if (!VALUE_REASONS.has(otherwise.reason)) return otherwise;
  let found = 0;
  let index = counterIndex + 1;
  for (; index < view.count && isInGroup(group, view.tagAt(index)); index += 1) {
    if (view.tagAt(index) === group.firstTag) found += 1;
  }
  return found === view.intAt(counterIndex) ? otherwise : wrongCount(view, counterIndex, found);
}

function entryEnd(
  view: MessageView,
  group: GroupDefinition,
  from: number,
  rules: ValidationRules,
): number | ValidationProblem {
  let index = from;
  let lastPlace = -1;
  const met = new Set<number>();
  while (index < view.count) {
    const tag = view.tagAt(index);
    const place = group.order.get(tag);
    const isOfInner = place === undefined && !rules.checkNestedGroups && isInGroup(group, tag);
    if (isOfInner) {
      const wrong = valueProblem(view, index, rules);
      if (wrong !== null) return wrong;
      index += 1;
      continue;
    }
    if (place === undefined || (tag === group.firstTag && index > from)) break;
    if (met.has(tag) && rules.checkRepeatedTags) return repeated(view, index);
    met.add(tag);
    const inOrder = place >= lastPlace ? place : laterPlace(group, tag, lastPlace);
    if (rules.checkGroupOrder && inOrder < 0)
      return problem(
        Reason.RepeatingGroupFieldsOutOfOrder,
        view,
        index,
        'is out of order in its group',
      );
    lastPlace = inOrder;
    const wrong = valueProblem(view, index, rules);
    if (wrong !== null) return wrong;
    index += 1;
    const inner = rules.checkNestedGroups ? group.groups.get(tag) : undefined;
    if (inner === undefined) continue;
    const after = groupEnd(view, inner, index, rules);
    if (typeof after !== 'number') return after;
    index = after;
  }
  const missing = rules.checkRequired ? group.required.find((tag) => !met.has(tag)) : undefined;
  if (missing === undefined) return index;
  const text = `Required tag missing: ${nameOf(view.dictionary, missing)} in ${nameOf(view.dictionary, group.counter)}`;
  return { reason: Reason.RequiredTagMissing, refTagID: missing, text };
}

/** Another place of a member that the dictionary lists more than once, not before `from`; -1: there is none. */
function laterPlace(group: GroupDefinition, tag: number, from: number): number {
  return group.furtherPlaces.get(tag)?.find((place) => place >= from) ?? -1;
}

function problem(
  reason: number,
  view: MessageView,
  index: number,
  what: string,
): ValidationProblem {
  const tag = view.tagAt(index);
  return {
    reason,
    refTagID: tag === malformedTag ? null : tag,
    text: `${nameOf(view.dictionary, tag)} ${what}`,
  };
}

function valueOf(view: MessageView, index: number): string {
  return secretTags.has(view.tagAt(index)) ? '***' : quoted(view.textAt(index));
}

/** What came from outside, fit for a Text: printable, and short. */
function quoted(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/g, '?');
  return plain.length > maxQuoted ? `${plain.slice(0, maxQuoted)}...` : plain;
}
