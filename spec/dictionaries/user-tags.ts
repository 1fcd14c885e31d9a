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

/**
 * Who logs on, with what, and a new password: FIX has the first two from 4.3 on, the third over FIXT.1.1. A session has
 * them in every version. Source: FIXT 1.1, Logon.
 */
const CREDENTIALS = ['553 Username STRING', '554 Password STRING', '925 NewPassword STRING'];
const LOGON = /^A Logon admin .*$/m;

/** The dictionary with these tags in the messages that take them. */
export function withUserTags(data: DictionaryData): DictionaryData {
  const members = `${UserTag.IncludeVenues} ${UserTag.ExcludeVenues}`;
  const withOrders = {
    ...data,
    fields: `${data.fields.trimEnd()}${FIELDS}`,
    messages: data.messages.replace(ORDERS, `$1 ${members}`),
  };
  return CREDENTIALS.reduce(withLogonField, withOrders);
}

/** Over FIXT.1.1 the Logon is another dictionary's. */
function withLogonField(data: DictionaryData, field: string): DictionaryData {
  const [tag = ''] = field.split(' ');
  const logon = LOGON.exec(data.messages)?.[0];
  if (logon === undefined || logon.split(' ').includes(tag)) return data;
  const isKnown = data.fields.split('\n').some((line) => line.startsWith(`${tag} `));
  return {
    ...data,
    fields: isKnown ? data.fields : `${data.fields.trimEnd()}\n${field}\n`,
    messages: data.messages.replace(LOGON, `${logon} ${tag}`),
  };
}
