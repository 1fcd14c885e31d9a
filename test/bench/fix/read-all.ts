// Every field of a message, read as what its dictionary says it is: exact, and nothing made that is not asked for.

import type { MessageView } from '../../../gateway/fix/index.ts';
import { Form } from '../../../spec/dictionaries/index.ts';

/**
 * Text as strings, numbers as safe integers, decimals as digits and scale, times in ms. `asDesk` reads decimals and
 * times as the desk holds them, in bigints. Something of each value, so that none can be left out.
 */
export function readAll(view: MessageView, asDesk: boolean): number {
  const { forms } = view.dictionary;
  let sum = 0;
  for (let index = 0; index < view.count; index += 1) {
    switch (forms[view.tagAt(index)]) {
      case Form.Char:
        sum += view.charAt(index) === '1' ? 1 : 2;
        break;
      case Form.Int:
      case Form.Count:
        sum += view.intAt(index) ?? 0;
        break;
      case Form.Decimal:
        if (asDesk) sum += typeof view.decimalAt(index) === 'bigint' ? 1 : 0;
        else sum += view.unscaledAt(index) + view.scaleAt(index);
        break;
      case Form.UtcTimestamp:
        if (asDesk) sum += view.utcTimestampAt(index) === null ? 0 : 1;
        else sum += view.epochMsAt(index);
        break;
      default:
        sum += view.textAt(index).length;
    }
  }
  return sum;
}
