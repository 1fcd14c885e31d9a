// What a seed's world has beside clients, exchanges and a disk. Drawn apart, so that what is in one world
// changes nothing in another.

import { type Chance, chanceOf } from './chance.ts';
import type { DropCopyTerms } from './drop-copy.ts';
import { type RetentionTerms, someRetention } from './retention-terms.ts';
import { type Spoken, someVersions } from './versions.ts';

export interface Parts {
  /** What is rare elsewhere is frequent. */
  readonly isRare: boolean;
  readonly dropCopies: readonly DropCopyTerms[];
  /** The draws of all that has to do with drop copies. */
  readonly copyChance: Chance;
  /** The draws of all that has to do with a venue of pools on a chain; null: there is none. */
  readonly chainChance: Chance | null;
  /** The draws of all that has to do with venues that take new terms for a child; null: they take none. */
  readonly amendChance: Chance | null;
  /** The draws of a key that a venue refuses for a while; null: none is refused. */
  readonly keyChance: Chance | null;
  /** How the journal is let go of; null: it is not. */
  readonly retention: RetentionTerms | null;
  /** The draws of all that has to do with retention. */
  readonly retentionChance: Chance;
  /** The draws of clocks that are set back across a restart; null: none is. */
  readonly clockChance: Chance | null;
  readonly spoken: Spoken;
  /** The day ends amid the faults, and clients leave what ends with it. */
  readonly dayEnds: boolean;
  /** The draws of a chain whose reorganisations look for what is booked; null: they do not. */
  readonly reorgChance: Chance | null;
}

export const CLIENTS: readonly string[] = ['ACME', 'BOLT'];

/** Of 1,000 worlds so many have drop copies. */
const WITH_DROP_COPIES = 400;

/** And so many a chain. */
const WITH_CHAIN = 300;

/** And so many venues that take new terms. Of the seeds that were kept before there were such, none. */
const WITH_AMENDS = 400;

/** Of the seeds that were kept before there was the like of these, none has them: that their streams are chosen for. */
const WITH_RETENTION = 300;
const WITH_CLOCKS_SET_BACK = 300;
const WITH_OTHER_VERSIONS = 500;
const WITH_DAY_ENDS = 200;
const WITH_KEEN_REORGANISATIONS = 400;
const WITH_KEYS_REFUSED = 300;

/**
 * Two worlds in ten have all parts that what is rare needs, and the rare faults more often: a run of some hundred seeds
 * meets each kind then. Of the seeds that were kept before there were such worlds, none is one.
 */
const isOfRareThings = (seed: number): boolean => seed % 10 === 3 || seed % 10 === 5;

/** `plain`: a world as they all were before there were such parts. */
export function partsOf(seed: number, isPlain: boolean): Parts {
  const isRare = isOfRareThings(seed) && !isPlain;
  const copyChance = chanceOf(seed ^ 0x2545f491);
  const hasCopies = copyChance.happens(WITH_DROP_COPIES) && !isPlain;
  const chainChance = chanceOf(seed ^ 0x61c88647);
  const amendChance = chanceOf(seed ^ 0x51ed2707);
  const hasAmends = (amendChance.happens(WITH_AMENDS) && !isPlain) || isRare;
  const hasChain = (chainChance.happens(WITH_CHAIN) && !isPlain) || isRare;
  const retentionChance = chanceOf(seed ^ 0x58608fef);
  const clockChance = chanceOf(seed ^ 0x06a3209c);
  const versionChance = chanceOf(seed ^ 0x5311992a);
  const hasVersions = versionChance.happens(WITH_OTHER_VERSIONS) && !isPlain;
  const dayChance = chanceOf(seed ^ 0x7350b51d);
  const reorgChance = chanceOf(seed ^ 0x1413b446);
  const keyChance = chanceOf(seed ^ 0x03482934);
  const hasKeys = (keyChance.happens(WITH_KEYS_REFUSED) && !isPlain) || isRare;
  const isKeen = (reorgChance.happens(WITH_KEEN_REORGANISATIONS) && !isPlain) || isRare;
  const hasRetention = (retentionChance.happens(WITH_RETENTION) && !isPlain) || isRare;
  const hasClocks = clockChance.happens(WITH_CLOCKS_SET_BACK) && !isPlain;
  const retention = hasRetention ? someRetention(retentionChance) : null;
  return {
    isRare,
    dropCopies: hasCopies ? someDropCopies(copyChance, retention) : [],
    copyChance,
    chainChance: hasChain ? chainChance : null,
    amendChance: hasAmends ? amendChance : null,
    keyChance: hasKeys ? keyChance : null,
    retention,
    retentionChance,
    dayEnds: dayChance.happens(WITH_DAY_ENDS) && !isPlain,
    reorgChance: isKeen && hasChain ? reorgChance : null,
    clockChance: hasClocks ? clockChance : null,
    spoken: hasVersions ? someVersions([...CLIENTS, 'RISK'], ['BOOKS'], versionChance) : new Map(),
  };
}

function someDropCopies(
  chance: Chance,
  retention: RetentionTerms | null,
): readonly DropCopyTerms[] {
  const goesWhenOld = retention !== null && retention.config.messageDays !== null;
  return ['RISK', 'BOOKS'].map((name, index) => {
    const resets = chance.happens(300);
    return {
      name,
      children: index === 1,
      resets,
      // What it forgot of an epoch that is over nobody can bring back, nor what it had, and is too old to be kept.
      forgets: !resets && chance.happens(500) && !goesWhenOld,
      bytesPerMs: chance.happens(250) ? chance.between(3, 20) : null,
    };
  });
}
