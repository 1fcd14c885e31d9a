// The state hash: a sum over entities, so that an event costs one set insertion and no hashing.
//
// Each entity's hash is computed when the sum is asked for, of the entities touched since. Two
// machines with the same journal get the same hash (I5); it is no defence against an adversary, the
// journal's own SHA-256 chain is.

import type { ParentOrder } from '../../../spec/events/index.ts';
import type { VenueID } from '../../../spec/terms/index.ts';

export interface StateHash {
  /** Keys of entities that changed since `sum` was computed. */
  readonly touched: Set<string>;
  readonly hashes: Map<string, bigint>;
  sum: bigint;
}

/** As much of the desk's state as is hashed: entities by their keys, counters, quarantined venues. */
export interface Hashed {
  readonly desk: number;
  readonly epoch: number;
  readonly nextOrder: number;
  readonly nextIntent: number;
  readonly orders: ReadonlyMap<string, ParentOrder>;
  readonly instruments: ReadonlyMap<string, unknown>;
  readonly limits: ReadonlyMap<string, unknown>;
  readonly positions: ReadonlyMap<string, unknown>;
  readonly quarantined: ReadonlyMap<VenueID, unknown>;
  readonly chainAccounts: ReadonlyMap<string, unknown>;
  readonly kills: ReadonlyMap<string, unknown>;
  readonly limitChanges: ReadonlyMap<string, unknown>;
  readonly hash: StateHash;
}

const MASK = (1n << 64n) - 1n;

export function emptyHash(): StateHash {
  return { touched: new Set(), hashes: new Map(), sum: 0n };
}

/** 16 hexadecimal digits. */
export function stateHash(state: Hashed): string {
  const { hash } = state;
  for (const key of hash.touched) {
    const entity = entityOf(state, key);
    const now = entity === undefined ? undefined : hashOf(key, entity);
    hash.sum = (hash.sum - (hash.hashes.get(key) ?? 0n) + (now ?? 0n)) & MASK;
    if (now === undefined) hash.hashes.delete(key);
    else hash.hashes.set(key, now);
  }
  hash.touched.clear();
  const counters = hashOf('counters', [
    state.desk,
    state.epoch,
    state.nextOrder,
    state.nextIntent,
    [...state.quarantined.keys()].sort(),
  ]);
  return ((hash.sum + counters) & MASK).toString(16).padStart(16, '0');
}

function entityOf(state: Hashed, key: string): unknown {
  const space = key.indexOf(' ');
  if (space < 0) return state.orders.get(key);
  const rest = key.slice(space + 1);
  switch (key.slice(0, space)) {
    case 'instrument':
      return state.instruments.get(rest);
    case 'limits':
      return state.limits.get(rest);
    case 'limitChange':
      return state.limitChanges.get(rest);
    case 'kill':
      return state.kills.get(rest);
    case 'chain':
      return state.chainAccounts.get(rest);
    default:
      return state.positions.get(rest);
  }
}

/** FNV-1a in two 32-bit lanes with different offsets over a canonical walk of the value. */
function hashOf(key: string, value: unknown): bigint {
  const lanes = { a: 0x811c9dc5, b: 0x1b873593 };
  mixText(lanes, key);
  walk(lanes, value);
  return (BigInt(lanes.a >>> 0) << 32n) | BigInt(lanes.b >>> 0);
}

interface Lanes {
  a: number;
  b: number;
}

function walk(lanes: Lanes, value: unknown): void {
  if (value === null || value === undefined) return mixText(lanes, '~');
  switch (typeof value) {
    case 'string':
      return mixText(lanes, value);
    case 'bigint':
      return mixText(lanes, `${value}n`);
    case 'number':
    case 'boolean':
      return mixText(lanes, String(value));
    default:
      break;
  }
  if (Array.isArray(value)) {
    mixText(lanes, `[${value.length}`);
    for (const one of value) walk(lanes, one);
    return;
  }
  const fields = Object.entries(value as object)
    .filter(([name, field]) => !LATER.has(name) || !isNothing(field))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  mixText(lanes, `{${fields.length}`);
  for (const [name, field] of fields) {
    mixText(lanes, name);
    walk(lanes, field);
  }
}

/**
 * Fields that came behind schema version 1. Where they hold nothing they are not hashed, so that a
 * snapshot that an older build wrote still gives the hash that its record names.
 */
const LATER: ReadonlySet<string> = new Set([
  'limitBasis',
  'directives',
  'exclusions',
  'killedBy',
  'routing',
  'cancelRefusals',
  'sequence',
  'cancelRefusedAt',
  'grossTradeAmt',
  'maxLongPosition',
  'maxShortPosition',
  'maxOpenOrders',
  'maxOpenNotional',
  'maxOrdersPerSecond',
  'maxMessagesPerSecond',
]);

function isNothing(field: unknown): boolean {
  return field === null || (Array.isArray(field) && field.length === 0);
}

function mixText(lanes: Lanes, text: string): void {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    lanes.a = Math.imul(lanes.a ^ code, 0x01000193);
    lanes.b = Math.imul(lanes.b ^ (code + 0x9e37), 0x01000193) ^ (lanes.a >>> 15);
  }
  lanes.a = Math.imul(lanes.a ^ 0x1f, 0x01000193);
  lanes.b = Math.imul(lanes.b ^ 0x1f, 0x01000193);
}
