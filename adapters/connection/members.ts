// The members of a JSON object by name, whichever way the JSON was read: each question gets null where the
// member is not what it should be.

import type { EpochNs } from '../../spec/ports/index.ts';
import { type Price, type Qty, asPrice, asQty, epochNs } from '../../spec/units/index.ts';
import {
  type Json,
  type JsonObject,
  decimalOf,
  integerOf,
  isArray,
  isObject,
  numberOf,
  textOf,
  wholeIDOf,
} from './json.ts';

/** A member's name, with the hash that a reader in place compares first. */
export interface Name {
  readonly text: string;
  readonly hash: number;
}

export interface Members {
  text(name: Name): string | null;
  /** A text of few values, such as a symbol or a status. */
  word(name: Name): string | null;
  bool(name: Name): boolean | null;
  /** A safe whole number. */
  integer(name: Name): number | null;
  number(name: Name): number | null;
  /** An identifier that the venue writes as a whole number, exactly, as text. */
  wholeID(name: Name): string | null;
  /** A decimal with its sign, 18 decimals, from a text or a number. */
  decimal(name: Name): bigint | null;
  object(name: Name): Members | null;
  /** The objects of a list; what else is in it is left out. */
  objects(name: Name): readonly Members[];
  /** The member as it is; undefined where it is absent. */
  json(name: Name): Json | undefined;
}

export function nameOf(text: string): Name {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return { text, hash };
}

/** One character more of a name. */
export function hashed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** Of an object that JSON.parse made. */
export class ParsedMembers implements Members {
  readonly #object: JsonObject;

  constructor(object: JsonObject) {
    this.#object = object;
  }

  text(name: Name): string | null {
    return textOf(this.#object, name.text);
  }

  word(name: Name): string | null {
    return textOf(this.#object, name.text);
  }

  bool(name: Name): boolean | null {
    const value = this.#object[name.text];
    return typeof value === 'boolean' ? value : null;
  }

  integer(name: Name): number | null {
    return integerOf(this.#object, name.text);
  }

  number(name: Name): number | null {
    return numberOf(this.#object, name.text);
  }

  wholeID(name: Name): string | null {
    return wholeIDOf(this.#object, name.text);
  }

  decimal(name: Name): bigint | null {
    return decimalOf(this.#object, name.text);
  }

  object(name: Name): Members | null {
    const value = this.#object[name.text];
    return isObject(value) ? new ParsedMembers(value) : null;
  }

  objects(name: Name): readonly Members[] {
    const value = this.#object[name.text];
    return isArray(value) ? value.filter(isObject).map((one) => new ParsedMembers(one)) : [];
  }

  json(name: Name): Json | undefined {
    return this.#object[name.text];
  }
}

/** From here on an instant is read as microseconds: as milliseconds it would be the year 33658. */
const MICROSECONDS_FROM = 1_000_000_000_000_000;

/** An instant in milliseconds or microseconds since 1970. */
export function instantIn(members: Members, name: Name): EpochNs | null {
  const value = members.integer(name);
  if (value === null || value < 0) return null;
  return epochNs(BigInt(value) * (value >= MICROSECONDS_FROM ? 1_000n : 1_000_000n));
}

export function priceIn(members: Members, name: Name): Price | null {
  const value = members.decimal(name);
  return value === null ? null : asPrice(value);
}

export function qtyIn(members: Members, name: Name): Qty | null {
  const value = members.decimal(name);
  return value === null || value < 0n ? null : asQty(value);
}
