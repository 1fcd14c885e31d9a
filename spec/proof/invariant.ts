// What must always be true, asked for at run time under the names that the design gives it.

export type InvariantName = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8';

/** A broken invariant: a bug. Only `desk/pipeline.ts` and `gateway/process` catch it. */
export class InvariantBroken extends Error {
  readonly invariant: InvariantName;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(name: InvariantName, facts: Readonly<Record<string, unknown>>) {
    super(`${name} broken: ${describe(facts)}`);
    this.name = 'InvariantBroken';
    this.invariant = name;
    this.facts = facts;
  }
}

/** Throws `InvariantBroken` unless `holds`. `facts` are what a person needs to find the cause. */
export function invariant(
  holds: boolean,
  name: InvariantName,
  facts: Readonly<Record<string, unknown>>,
): asserts holds {
  if (!holds) throw new InvariantBroken(name, facts);
}

/** The end of an exhaustive switch: the compiler proves that it is never reached. */
export function unreachable(never: never): never {
  throw new Error(`unreachable: ${String((never as { type?: unknown }).type ?? never)}`);
}

function describe(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(' ');
}
