// Simulated time: what is to happen, in order; who it happens to may die before.

import type { Clock, EpochNs, Log, MonotonicNs, Timers } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { FaultKind } from './faults.ts';

/** Something that dies, and takes with it what it had planned. */
export interface Life {
  readonly name: string;
  isOver: boolean;
}

/** A machine's clock against the world's. */
export interface Skew {
  ns: bigint;
}

/** One line of the story. */
export interface Line {
  readonly at: EpochNs;
  readonly who: string;
  readonly what: string;
}

/** Something that must hold does not. */
export class Broken extends Error {
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.name = 'Broken';
    this.rule = rule;
  }
}

const WEATHERS = [0, 0.3, 1, 1, 1, 3, 8];
/** Where no world has them more often, less than ten of 500 seeds meet each of these. */
const RARE: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'adapter: amend not sent',
  'adapter: old terms told too early',
  'archive: no room',
  'chain: out of gas',
  'chain: transaction dropped',
  'signer: answer lost',
]);
const TIMES_AS_RARE = 15;

/** Of what is planned in passing a step is not made: polls and other looks that find nothing, mostly. */
type Weight = 'step' | 'in passing';

interface Planned {
  readonly at: bigint;
  readonly order: number;
  readonly life: Life;
  readonly run: () => void;
  readonly weight: Weight;
  isCancelled: boolean;
}

export interface WorldOptions {
  readonly isVerbose: boolean;
  /** A world as they all were before there were more kinds of fault. */
  readonly isPlain?: boolean;
  /** Happenings, by their number, that do not come to pass: the same seed tells a shorter story. */
  readonly without?: ReadonlySet<number>;
  /** What is rare elsewhere is frequent, and there are faults. */
  readonly isRare?: boolean;
  /** The first day ends half a minute into the run, amid the faults; else behind two minutes, when most are over. */
  readonly dayEnds?: boolean;
}

/** 2026-11-21T23:58:00Z. */
const START = 1_795_305_480_000_000_000n;
const NEAR_THE_DAYS_END = START + 90_000_000_000n;
/** As SendingTime(52) and TransactTime(60) have it. */
export const FIRST_DAY = '20261121';
const NS_PER_MS = 1_000_000n;

export class World {
  readonly chance: Chance;
  readonly counts = new Map<string, number>();
  readonly lines: Line[] = [];
  readonly #plan: Planned[] = [];
  /** Every happening by its number: faults, and what people do. */
  readonly happened: string[] = [];
  readonly #options: WorldOptions;
  /** The draws of faults that came later: a world from before has none of them, and is the world that it was. */
  readonly #later: Chance;
  readonly #start: bigint;
  #now: bigint;
  #order = 0;
  /** How many times the usual faults there are in this run. */
  readonly #weather: number;
  /** Faults happen; towards the end of a run they stop, so that everything can come to rest. */
  isFaulty = true;

  constructor(seed: number, options: WorldOptions) {
    this.chance = chanceOf(seed);
    const weather = this.chance.pick(WEATHERS);
    this.#weather = options.isRare === true ? Math.max(1, weather) : weather;
    this.#options = options;
    this.#start = options.dayEnds === true ? NEAR_THE_DAYS_END : START;
    this.#now = this.#start;
    this.#later = chanceOf(seed ^ 0x3c6ef372);
  }

  get isRare(): boolean {
    return this.#options.isRare === true;
  }

  get now(): EpochNs {
    return epochNs(this.#now);
  }

  /** Seconds since the start. */
  get seconds(): number {
    return Number((this.#now - this.#start) / NS_PER_MS) / 1_000;
  }

  /** Whole microseconds since the start: nothing is planned on a finer grid. */
  get microseconds(): number {
    return Number((this.#now - this.#start) / 1_000n);
  }

  /** A fault, `perMille` of 1,000 times while there are faults; each is counted by its name. */
  fault(perMille: number, name: FaultKind, chance: Chance = this.chance): boolean {
    const times = this.isRare && RARE.has(name) ? this.#weather * TIMES_AS_RARE : this.#weather;
    if (!this.isFaulty || !chance.happens(perMille * times)) return false;
    if (!this.happens(name)) return false;
    this.count(name);
    return true;
  }

  /** As `fault`, of a kind that not every world has. */
  laterFault(perMille: number, name: FaultKind): boolean {
    return this.#options.isPlain !== true && this.fault(perMille, name, this.#later);
  }

  /** Draws that belong to such a fault. */
  get later(): Chance {
    return this.#later;
  }

  /** Something that a shorter story may leave out. False: this one does. */
  happens(name: string): boolean {
    const number = this.happened.length;
    const isLeftOut = this.#options.without?.has(number) ?? false;
    this.happened.push(name);
    if (isLeftOut) return false;
    this.tell('chance', () => `#${number} ${name}`);
    return true;
  }

  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** A line of the story, made only where someone reads it: a failing seed is played again to be told. */
  tell(who: string, what: string | (() => string)): void {
    if (!this.#options.isVerbose) return;
    this.lines.push({ at: this.now, who, what: typeof what === 'string' ? what : what() });
  }

  after(life: Life, delayMs: number, run: () => void, weight: Weight = 'step'): { cancel(): void } {
    const at = this.#now + BigInt(Math.max(0, Math.round(delayMs * 1_000))) * 1_000n;
    this.#order += 1;
    const planned: Planned = { at, order: this.#order, life, run, weight, isCancelled: false };
    this.#insert(planned);
    return {
      cancel() {
        planned.isCancelled = true;
      },
    };
  }

  /** Runs what is next, and what comes in passing before it. False: nothing is planned. */
  step(): boolean {
    for (;;) {
      const next = this.#takeFirst();
      if (next === null) return false;
      if (next.isCancelled || next.life.isOver) continue;
      this.#now = next.at;
      next.run();
      if (next.weight === 'step') return true;
    }
  }

  /** `skew`: how far a machine's own clock is off, in nanoseconds; it may change. */
  clock(skew: Readonly<Skew> = { ns: 0n }): Clock {
    return {
      now: () => epochNs(this.#now + skew.ns),
      monotonic: () => this.#now as MonotonicNs,
    };
  }

  /** `leastMs`: nothing is looked at more often than that. */
  timers(life: Life, weight: Weight = 'step', leastMs = 0): Timers {
    return {
      after: (delayMs, fire) => this.after(life, delayMs, fire, weight),
      every: (periodMs, fire) => {
        let isOver = false;
        const again = (): void => {
          const run = (): void => {
            if (isOver) return;
            again();
            fire();
          };
          this.after(life, Math.max(periodMs, leastMs), run, weight);
        };
        again();
        return {
          cancel() {
            isOver = true;
          },
        };
      },
    };
  }

  log(who: string): Log {
    const line = (level: string) => (fields: object, sentence: string) => {
      this.tell(who, () => `${level}: ${sentence} ${text(fields)}`);
    };
    return { error: line('error'), warn: line('warn'), info: line('info'), debug: () => undefined };
  }

  /** A binary heap by time, then by the order of planning. */
  #insert(planned: Planned): void {
    const plan = this.#plan;
    plan.push(planned);
    let at = plan.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = plan[above];
      if (parent === undefined || !isBefore(planned, parent)) break;
      plan[at] = parent;
      at = above;
    }
    plan[at] = planned;
  }

  #takeFirst(): Planned | null {
    const plan = this.#plan;
    const first = plan[0];
    const last = plan.pop();
    if (first === undefined || last === undefined) return null;
    if (plan.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      const a = plan[left];
      const b = plan[right];
      const least = b !== undefined && a !== undefined && isBefore(b, a) ? right : left;
      const below = plan[least];
      if (below === undefined || !isBefore(below, last)) break;
      plan[at] = below;
      at = least;
    }
    plan[at] = last;
    return first;
  }
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

export function text(fields: object): string {
  return JSON.stringify(fields, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}
