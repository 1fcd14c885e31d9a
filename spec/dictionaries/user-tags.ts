// Tags that Causeway agrees on with its clients, in the range that FIX leaves to two parties (5000 to 9999).

import type { DictionaryData } from './data.ts';

export const UserTag = {
  /** Venues that an order may go to, separated by spaces. */
  IncludeVenues: 5101,
  /** Venues that an order never goes to, separated by spaces. */
  ExcludeVenues: 5102,
} as const;

const FIELDS = `
${UserTag.IncludeVenues} IncludeVenues MULTIPLEVALUESTRING
${UserTag.ExcludeVenues} ExcludeVenues MULTIPLEVALUESTRING
`;
/** NewOrderSingle and OrderCancelReplaceRequest, at the beginning of their lines. */
const ORDERS = /^([DG] \w+ app .*)$/gm;

/** The dictionary with these tags in the messages that take them. */
export function withUserTags(data: DictionaryData): DictionaryData {
  const members = `${UserTag.IncludeVenues} ${UserTag.ExcludeVenues}`;
  return {
    ...data,
    fields: `${data.fields.trimEnd()}${FIELDS}`,
    messages: data.messages.replace(ORDERS, `$1 ${members}`),
  };
}
