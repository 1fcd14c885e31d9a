// The state hash: a sum over entities, so that an event costs one entry in a map and no hashing.
//
// Each entity's hash is computed when the sum is asked for, of the entities touched since. What is asked for while the
// desk goes on is a cut: what had changed until then, hashed a few at a time. Two machines with the same journal get the
// same hash (I5); it is no defence against an adversary, the journal's own SHA-256 chain is.

import type { ParentOrder } from '../../../spec/events/index.ts';
import { PassingMap } from '../../../spec/passing/index.ts';
import type { VenueID } from '../../../spec/terms/index.ts';

/** Mutable: how far a state's hash has come. */
export interface StateHash {
  /** Entities that changed since the last cut, as they were then, by their keys; undefined: not there, or in `hashes`. */
  readonly touched: PassingMap<string, unknown>;
  /** Of entities that have changed since the state was made; the others' are in the sum all the same. */
  readonly hashes: Map<string, bigint>;
  sum: bigint;
  /** The last one that was begun; null: none was. */
  cut: HashCut | null;
  /** False while a state is made whose hash is known. */
  notes: boolean;
}

/** The hash of a state at one moment, on the way. */
export interface HashCut {
  /** Takes so many further entities into the sum. True: all are in it. */
  advance(entities: number): boolean;
  /** Takes in what is left. 16 hexadecimal digits. */
  finish(): string;
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
  readonly holdings: ReadonlyMap<string, unknown>;
  readonly hash: StateHash;
}

const MASK = (1n << 64n) - 1n;

export function emptyHash(): StateHash {
  return { touched: new PassingMap(), hashes: new Map(), sum: 0n, cut: null, notes: true };
}

/** An entity is about to change, or to come; `before` is what it was, undefined where it was not there. */
export function touch(hash: StateHash, key: string, before: unknown): void {
  const { touched, hashes, notes } = hash;
  if (notes && !touched.has(key)) touched.set(key, hashes.has(key) ? undefined : before);
}

/**
 * The entity is gone, which was `before`. One that came since the last cut is in no sum, and needs no look: the keys of
 * all orders since the last snapshot would grow to a table larger than the caches.
 */
export function forget(hash: StateHash, key: string, before: unknown): void {
  const { touched, hashes } = hash;
  const isNew = touched.has(key) && touched.get(key) === undefined && !hashes.has(key);
  if (isNew) touched.delete(key);
  else touch(hash, key, before);
}

/** 16 hexadecimal digits. */
export function stateHash(state: Hashed): string {
  return cutHash(state).finish();
}

/** The hash of the state as it is now, whatever becomes of the state until it is finished. */
export function cutHash(state: Hashed): HashCut {
  const { hash } = state;
  // In their order: an entity of two cuts goes through the sum in both.
  hash.cut?.finish();
  const counters = countersOf(state);
  const changes = [...hash.touched].map(([key, before]) => {
    return { key, before, now: entityOf(state, key) };
  });
  hash.touched.clear();
  let next = 0;
  let done: string | null = null;
  const cut: HashCut = {
    advance(entities) {
      const end = Math.min(next + entities, changes.length);
      for (; next < end; next += 1) {
        const change = changes[next];
        if (change !== undefined) take(hash, change);
      }
      if (next < changes.length) return false;
      done ??= textOf(hash.sum + counters);
      return true;
    },
    finish() {
      cut.advance(changes.length);
      if (hash.cut === cut) hash.cut = null;
      return done ?? '';
    },
  };
  hash.cut = cut;
  return cut;
}

/**
 * Ends what was not noted: takes `recorded`, which was this state's hash, for it. No entity is hashed: whoever calls this has it proved by
 * `stateHash` of the same state elsewhere.
 */
export function trustHash(state: Hashed, recorded: string): void {
  const { hash } = state;
  hash.notes = true;
  hash.sum = (BigInt(`0x${recorded}`) - countersOf(state)) & MASK;
}

/** A further entity of a state that is not made: its hash alone is asked for. */
export function include(hash: StateHash, key: string, entity: unknown): void {
  hash.sum = (hash.sum + hashOf(key, entity)) & MASK;
}

function take(hash: StateHash, { key, before, now }: Change): void {
  const was = hash.hashes.get(key) ?? (before === undefined ? 0n : hashOf(key, before));
  const is = now === undefined ? 0n : hashOf(key, now);
  hash.sum = (hash.sum - was + is) & MASK;
  if (now === undefined) hash.hashes.delete(key);
  else hash.hashes.set(key, is);
}

interface Change {
  readonly key: string;
  readonly before: unknown;
  readonly now: unknown;
}

function countersOf(state: Hashed): bigint {
  return hashOf('counters', [
    state.desk,
    state.epoch,
    state.nextOrder,
    state.nextIntent,
    [...state.quarantined.keys()].sort(),
  ]);
}

function textOf(hash: bigint): string {
  return (hash & MASK).toString(16).padStart(16, '0');
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
    case 'holding':
      return state.holdings.get(rest);
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
  const fields = sortedFields(value as Fields);
  let count = 0;
  for (const name of fields) if (isHashed(name, (value as Fields)[name])) count += 1;
  mixText(lanes, `{${count}`);
  for (const name of fields) {
    const field = (value as Fields)[name];
    if (!isHashed(name, field)) continue;
    mixText(lanes, name);
    walk(lanes, field);
  }
}

type Fields = Readonly<Record<string, unknown>>;

interface Shape {
  /** As the object has them. */
  readonly names: readonly string[];
  readonly sorted: readonly string[];
}

/** By number of fields. Sorting the names of each of 100,000 orders anew took half of a start's time for the hash. */
const shapes = new Map<number, Shape[]>();
/** More of one length are sorted each time. */
const MAX_SHAPES = 16;

function sortedFields(value: Fields): readonly string[] {
  const names = Object.keys(value);
  const known = shapes.get(names.length) ?? [];
  for (const shape of known) if (isSame(shape.names, names)) return shape.sorted;
  const sorted = names.toSorted();
  if (known.length < MAX_SHAPES) shapes.set(names.length, [...known, { names, sorted }]);
  return sorted;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function isHashed(name: string, field: unknown): boolean {
  return !isNothing(field) || !LATER.has(name);
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
  'swaps',
  'amend',
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
  let { a, b } = lanes;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 0x9e37), 0x01000193) ^ (a >>> 15);
  }
  lanes.a = Math.imul(a ^ 0x1f, 0x01000193);
  lanes.b = Math.imul(b ^ 0x1f, 0x01000193);
}
