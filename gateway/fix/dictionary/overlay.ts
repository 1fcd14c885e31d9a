// A dictionary of two parties laid over a published one.

import { type DictionaryData, linesOf } from '../../../spec/dictionaries/index.ts';
import { itemsIn, laidOver, textOf } from './items.ts';

/**
 * Everything of the lower, and of the upper: its fields by number (their listed values are added to the
 * lower's), its members in messages, groups and components that both have, and its messages and components.
 */
export function overlaid(lower: DictionaryData, upper: DictionaryData): DictionaryData {
  return {
    beginString: lower.beginString,
    fields: withMsgTypes(merged(lower.fields, upper.fields, overlaidField), upper.messages),
    components: merged(lower.components, upper.components, (below, above) =>
      overlaidMembers(below, above, 1),
    ),
    header: membersOver(lower.header, upper.header),
    trailer: membersOver(lower.trailer, upper.trailer),
    messages: merged(lower.messages, upper.messages, (below, above) =>
      overlaidMembers(below, above, 3),
    ),
  };
}

const MSG_TYPE = '35 ';

/** A message's type is a value of MsgType(35), whether the file says so or not. */
function withMsgTypes(fields: string, messages: string): string {
  const types = linesOf(messages).map(firstWord);
  return linesOf(fields)
    .map((line) => {
      const isList = line.startsWith(MSG_TYPE) && line.split(' ').length > 3;
      return isList ? [...new Set([...line.split(' '), ...types])].join(' ') : line;
    })
    .join('\n');
}

/** Lines by their first word. */
function merged(
  lower: string,
  upper: string,
  both: (below: string, above: string) => string,
): string {
  const lines = new Map(linesOf(lower).map((line) => [firstWord(line), line]));
  for (const line of linesOf(upper)) {
    const key = firstWord(line);
    const below = lines.get(key);
    lines.set(key, below === undefined ? line : both(below, line));
  }
  return [...lines.values()].join('\n');
}

function firstWord(line: string): string {
  const space = line.indexOf(' ');
  return space < 0 ? line : line.slice(0, space);
}

/** `number name TYPE value …`. Without listed values above, any value goes. */
function overlaidField(below: string, above: string): string {
  const [number = '', name = '', type = '', ...values] = above.split(' ');
  const [, , , ...known] = below.split(' ');
  const all = values.length === 0 ? [] : [...new Set([...known, ...values])];
  return [number, name, type, ...all].join(' ');
}

/** A line whose members begin after so many words, which are the upper's. */
function overlaidMembers(below: string, above: string, words: number): string {
  const split = (line: string) => {
    const parts = line.split(' ');
    return { head: parts.slice(0, words), members: parts.slice(words).join(' ') };
  };
  const upper = split(above);
  return [...upper.head, membersOver(split(below).members, upper.members)].join(' ').trimEnd();
}

function membersOver(lower: string, upper: string): string {
  return textOf(laidOver(itemsIn(lower), itemsIn(upper)));
}
