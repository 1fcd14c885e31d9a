// Types that only one maker can give out: a value of such a type is the evidence that a step was taken.

declare const durable: unique symbol;
declare const reserved: unique symbol;

/** Caused by events that are on disk (I1). Made by the journal's release alone. */
export type Durable<T> = T & { readonly [durable]: true };

/** Covered by a risk reservation (I4). Made by risk alone. */
export type Reserved<T> = T & { readonly [reserved]: true };

/** For `gateway/journal`'s release, which has seen the commit return. Nobody else calls it. */
export function asDurable<T>(value: T): Durable<T> {
  return value as Durable<T>;
}

/** For `risk`, which has just reserved. Nobody else calls it. */
export function asReserved<T>(value: T): Reserved<T> {
  return value as Reserved<T>;
}
