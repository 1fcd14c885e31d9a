// Simulated time: what is to happen, in order; who it happens to may die before.

import type { Clock, EpochNs, Log, MonotonicNs, Timers } from '../../spec/ports/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import { type Chance, chanceOf } from './chance.ts';

/** Something that dies, and takes with it what it had planned. */
export interface Life {
  readonly name: string;
  isOver: boolean;
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

interface Planned {
  readonly at: bigint;
  readonly order: number;
  readonly life: Life;
  readonly run: () => void;
  isCancelled: boolean;
}

/** 2026-11-21T23:58:00Z: the first day ends two minutes into every run. */
const START = 1_795_305_480_000_000_000n;
const NS_PER_MS = 1_000_000n;

export class World {
  readonly chance: Chance;
  readonly counts = new Map<string, number>();
  readonly lines: Line[] = [];
  readonly #plan: Planned[] = [];
  readonly #isVerbose: boolean;
  #now = START;
  #order = 0;
  /** How many times the usual faults there are in this run. */
  readonly #weather: number;
  /** Faults happen; towards the end of a run they stop, so that everything can come to rest. */
  isFaulty = true;

  constructor(seed: number, isVerbose: boolean) {
    this.chance = chanceOf(seed);
    this.#weather = this.chance.pick(WEATHERS);
    this.#isVerbose = isVerbose;
  }

  get now(): EpochNs {
    return epochNs(this.#now);
  }

  /** Seconds since the start. */
  get seconds(): number {
    return Number((this.#now - START) / NS_PER_MS) / 1_000;
  }

  /** Whole microseconds since the start: nothing is planned on a finer grid. */
  get microseconds(): number {
    return Number((this.#now - START) / 1_000n);
  }

  /** A fault, `perMille` of 1,000 times while there are faults; each is counted by its name. */
  fault(perMille: number, name: string): boolean {
    if (!this.isFaulty || !this.chance.happens(perMille * this.#weather)) return false;
    this.count(name);
    return true;
  }

  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** A line of the story, made only where someone reads it: a failing seed is played again to be told. */
  tell(who: string, what: string | (() => string)): void {
    if (!this.#isVerbose) return;
    this.lines.push({ at: this.now, who, what: typeof what === 'string' ? what : what() });
  }

  after(life: Life, delayMs: number, run: () => void): { cancel(): void } {
    const at = this.#now + BigInt(Math.max(0, Math.round(delayMs * 1_000))) * 1_000n;
    this.#order += 1;
    const planned: Planned = { at, order: this.#order, life, run, isCancelled: false };
    this.#insert(planned);
    return {
      cancel() {
        planned.isCancelled = true;
      },
    };
  }

  /** Runs what is next. False: nothing is planned. */
  step(): boolean {
    for (;;) {
      const next = this.#takeFirst();
      if (next === null) return false;
      if (next.isCancelled || next.life.isOver) continue;
      this.#now = next.at;
      next.run();
      return true;
    }
  }

  clock(): Clock {
    return {
      now: () => this.now,
      monotonic: () => this.#now as MonotonicNs,
    };
  }

  timers(life: Life): Timers {
    return {
      after: (delayMs, fire) => this.after(life, delayMs, fire),
      every: (periodMs, fire) => {
        let isOver = false;
        const again = (): void => {
          this.after(life, periodMs, () => {
            if (isOver) return;
            again();
            fire();
          });
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
