// Which messages are asked for: what a command line may say of them, and whether one fits.

import { dictionaryOf, fix44, Tag } from '../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../spec/ports/index.ts';
import { epochNs } from '../../../spec/units/index.ts';
import { utcTimestampIn } from '../../fix/index.ts';
import type { ReadMessage } from './fields.ts';
import type { Direction, FoundMessage } from './found.ts';

/** As typed. */
export interface FilterArguments {
  readonly session?: string;
  readonly type?: string;
  readonly clordid?: string;
  readonly field?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly direction?: Direction;
  readonly app?: boolean;
}

export interface Filter {
  readonly session: string | null;
  /** Codes of MsgType(35). */
  readonly types: ReadonlySet<string> | null;
  readonly clOrdID: string | null;
  /** Each must be there; null: with any value. */
  readonly fields: readonly { readonly tag: number; readonly value: string | null }[];
  readonly since: EpochNs | null;
  readonly until: EpochNs | null;
  readonly direction: Direction | null;
  readonly app: boolean;
  /** Texts without which no message fits: looked for before it is read. */
  readonly needles: readonly string[];
}

/** Or one sentence on what cannot be understood. */
export function filterOf(args: FilterArguments, now: EpochNs): Filter | string {
  const fields = (args.field ?? []).map(fieldOf);
  const wrong = fields.find((field) => typeof field === 'string');
  if (wrong !== undefined) return wrong;
  const types = args.type?.split(',').map(typeOf);
  const unknown = types?.findIndex((type) => type === null) ?? -1;
  if (unknown >= 0) return `no message type ${quoted(args.type?.split(',')[unknown] ?? '')}`;
  const since = args.since === undefined ? null : instantOf(args.since, now);
  const until = args.until === undefined ? null : instantOf(args.until, now);
  for (const [text, instant] of [
    [args.since, since],
    [args.until, until],
  ] as const) {
    if (text !== undefined && instant === null)
      return `the time ${quoted(text)} is neither 2026-11-28T14:03:07Z nor 14:03:07 of today (UTC) nor 10m ago`;
  }
  const known = fields.filter((field) => typeof field !== 'string');
  return {
    session: args.session ?? null,
    types: types === undefined ? null : new Set(types.filter((type) => type !== null)),
    clOrdID: args.clordid ?? null,
    fields: known,
    since,
    until,
    direction: args.direction ?? null,
    app: args.app === true,
    needles: [
      ...(args.clordid === undefined ? [] : [`=${args.clordid}\x01`]),
      ...known.map(({ tag, value }) => `${tag}=${value === null ? '' : `${value}\x01`}`),
    ],
  };
}

/** What can be said without reading its fields. */
export function mayFit(filter: Filter, message: FoundMessage): boolean {
  const { direction, since, until } = filter;
  if (direction !== null && message.direction !== direction) return false;
  if (message.at !== null && since !== null && message.at < since) return false;
  if (message.at !== null && until !== null && message.at > until) return false;
  return filter.needles.every((needle) => message.text.includes(needle));
}

export function fits(filter: Filter, message: FoundMessage, read: ReadMessage): boolean {
  const { types, clOrdID, session } = filter;
  if (types !== null && !types.has(read.msgType)) return false;
  if (filter.app && (read.isAdmin || read.msgType === '')) return false;
  if (clOrdID !== null && !has(read, [Tag.ClOrdID, Tag.OrigClOrdID], clOrdID)) return false;
  if (session !== null && message.session !== session) {
    if (!has(read, [Tag.SenderCompID, Tag.TargetCompID], session)) return false;
  }
  return filter.fields.every(({ tag, value }) => has(read, [tag], value));
}

function has({ flat }: ReadMessage, tags: readonly number[], value: string | null): boolean {
  return flat.some(([tag, text]) => tags.includes(tag) && (value === null || text === value));
}

/** `55=BTC/USDT`, `Symbol=BTC/USDT`, `58`: a tag or its name, with a value or any. */
function fieldOf(text: string): { readonly tag: number; readonly value: string | null } | string {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const tag = /^\d{1,9}$/.test(name) ? Number(name) : tagNamed(name);
  if (tag === null || tag === 0) return `no field ${quoted(name)} in any version`;
  return { tag, value: at < 0 ? null : text.slice(at + 1) };
}

function tagNamed(name: string): number | null {
  const wanted = name.toLowerCase();
  for (const { fields } of [fix44, dictionaryOf('FIX.5.0SP2')])
    for (const field of fields.values()) if (field.name.toLowerCase() === wanted) return field.tag;
  return null;
}

function typeOf(text: string): string | null {
  const wanted = text.toLowerCase();
  for (const { messages } of [fix44, dictionaryOf('FIX.5.0SP2')]) {
    if (messages.has(text)) return text;
    for (const { msgType, name } of messages.values())
      if (name.toLowerCase() === wanted) return msgType;
  }
  return /^[A-Za-z0-9]{1,3}$/.test(text) ? text : null; // A type of a venue's own.
}

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['d', 86_400_000_000_000n],
]);
const DAY = '19700101-';

function instantOf(text: string, now: EpochNs): EpochNs | null {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const step = UNITS.get(unit);
  if (count !== undefined && step !== undefined) return epochNs(now - BigInt(count) * step);
  const ofToday = parsed(`${DAY}${/^\d\d:\d\d$/.test(text) ? `${text}:00` : text}`);
  if (ofToday !== null) return epochNs(now - (now % (UNITS.get('d') ?? 1n)) + ofToday);
  const [, date = '', time = '00:00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)Z?)?$/.exec(text) ?? [];
  return parsed(`${date.replaceAll('-', '')}-${time.length === 5 ? `${time}:00` : time}`);
}

function parsed(text: string): EpochNs | null {
  return utcTimestampIn(Buffer.from(text, 'latin1'), 0, text.length);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
