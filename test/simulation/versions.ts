// The FIX versions that the clients and drop copies of a world speak, and what they hear in the words of FIX 4.4.

import { type Dictionary, Tag, dictionaryOf } from '../../spec/dictionaries/index.ts';
import { ORDER_VERSIONS } from '../fixtures/fix-versions.ts';
import type { Chance } from './chance.ts';

export type SpokenVersion = (typeof ORDER_VERSIONS)[number];

/** By the name of who speaks it; who is not in it speaks FIX 4.4. */
export type Spoken = ReadonlyMap<string, SpokenVersion>;

/** A copy of children speaks no FIX 4.2, which has no field for a child's name: a configuration refuses it. */
export function someVersions(
  names: readonly string[],
  withChildren: readonly string[],
  chance: Chance,
): Spoken {
  const later = ORDER_VERSIONS.slice(1);
  return new Map([
    ...names.map((name) => [name, chance.pick(ORDER_VERSIONS)] as const),
    ...withChildren.map((name) => [name, chance.pick(later)] as const),
  ]);
}

/** What a run counts one as. */
export function spokenBy(who: 'client' | 'drop copy', version: SpokenVersion): string {
  return `${who}: speaks ${version}`;
}

export interface Speech {
  readonly version: SpokenVersion;
  readonly beginString: string;
  readonly dictionary: Dictionary;
  /** Orders and replaces say HandlInst(21). */
  readonly needsHandlInst: boolean;
}

export function speechOf(name: string, spoken: Spoken): Speech {
  const version = spoken.get(name) ?? 'FIX.4.4';
  return {
    version,
    beginString: version.startsWith('FIX.5.') ? 'FIXT.1.1' : version,
    dictionary: dictionaryOf(version),
    needsHandlInst: version === 'FIX.4.2' || version === 'FIX.4.3',
  };
}

type Field = (tag: number) => string;

const EXEC_TRANS_TYPE = 20;
const TRADE = 'F';
const TRADE_CANCEL = 'H';
const STATUS = 'I';

/**
 * A report's fields as FIX 4.4 would have them. FIX 4.2 says by ExecTransType(20) what is a status or a trade cancel,
 * tells partial fill and fill apart, has OrdStatus(39) = 5, replaced, and LastShares and LastPx, 0, in every report.
 */
export function in44(version: SpokenVersion, field: Field): Field {
  if (version !== 'FIX.4.2') return field;
  const execType = execTypeOf(field);
  return (tag) => {
    const found = field(tag);
    switch (tag) {
      case Tag.ExecType:
        return execType;
      case Tag.OrdStatus:
        if (found !== '5') return found;
        return Number(field(Tag.CumQty)) === 0 ? '0' : '1';
      case Tag.LastQty:
      case Tag.LastPx:
        return execType === TRADE || execType === TRADE_CANCEL ? found : '';
      default:
        return found;
    }
  };
}

function execTypeOf(field: Field): string {
  const transType = field(EXEC_TRANS_TYPE);
  if (transType === '1') return TRADE_CANCEL;
  if (transType === '3') return STATUS;
  const execType = field(Tag.ExecType);
  return execType === '1' || execType === '2' ? TRADE : execType;
}
