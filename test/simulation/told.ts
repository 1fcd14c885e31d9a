// What a report says that its client and every drop copy must have been told alike.

import { Tag } from '../../spec/dictionaries/index.ts';

const TOLD: readonly number[] = [
  Tag.ExecType,
  Tag.OrdStatus,
  Tag.OrderID,
  Tag.ClOrdID,
  Tag.CumQty,
  Tag.LeavesQty,
  Tag.LastQty,
  Tag.LastPx,
];

export function toldBy(field: (tag: number) => string): string {
  return TOLD.map((tag) => field(tag)).join(' ');
}
