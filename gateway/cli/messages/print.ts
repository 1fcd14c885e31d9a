// A message as it is shown: field by field for people, a line for `grep`, an object for programs.

import { isoTime } from '../../../spec/units/index.ts';
import { masked, secretTags } from '../../fix/index.ts';
import type { Output } from '../output.ts';
import type { ReadField, ReadMessage } from './fields.ts';
import type { FoundMessage } from './found.ts';

export type Form = 'full' | 'short' | 'raw';

export function print(out: Output, form: Form, message: FoundMessage, read: ReadMessage): void {
  out.object(objectOf(message, read));
  if (out.json) return;
  if (form === 'raw') return out.line(plain(rawOf(message)));
  const notes = [...message.notes, ...read.problems];
  const said = notes.length === 0 ? '' : `  ${out.style('yellow', notes.map(plain).join('; '))}`;
  const head = `${headOf(message, read)}`;
  if (form === 'short') return out.line(`${head}  ${oneLine(read.body)}${said}`);
  out.line(`${out.style('bold', head)}${said}`);
  for (const [name, fields] of [
    ['header', read.header],
    ['body', read.body],
    ['trailer', read.trailer],
  ] as const) {
    if (fields.length === 0) continue;
    out.line(`  ${out.style('dim', name)}`);
    const width = widest(fields, 0);
    for (const line of linesOf(fields, { indent: 4, width, first: '' })) out.line(line);
  }
  out.line();
}

/** Time, direction, session, type and number. */
function headOf({ at, direction, session }: FoundMessage, read: ReadMessage): string {
  const time = at === null ? valueAt(read, 52) || '-' : isoTime(at).replace('T', ' ').slice(0, -1);
  const parties = `${valueAt(read, 49)}->${valueAt(read, 56)}`;
  const type = read.name === null ? `type ${read.msgType}` : `${read.name}(${read.msgType})`;
  const whose =
    session ?? `${read.version.startsWith('FIX.5') ? 'FIXT.1.1' : read.version}:${parties}`;
  return [time, (direction ?? '').padEnd(3), whose, type, valueAt(read, 34)]
    .map(plain)
    .join('  ')
    .trimEnd();
}

function valueAt({ flat }: ReadMessage, wanted: number): string {
  return flat.find(([tag]) => tag === wanted)?.[1] ?? '';
}

function oneLine(fields: readonly ReadField[]): string {
  return fields
    .map((field) => {
      const value = shownValue(field);
      const own = `${field.name ?? field.tag}=${field.meaning ?? value}`;
      if (field.entries === null || field.entries.length === 0) return plain(own);
      return `${plain(own)} ${field.entries.map((entry) => `{${oneLine(entry)}}`).join(' ')}`;
    })
    .join(' ');
}

interface Layout {
  readonly indent: number;
  /** Of the column of names, indentation included. */
  readonly width: number;
  /** Before the first line, in place of its indentation's end: an entry's number. */
  readonly first: string;
}

function linesOf(fields: readonly ReadField[], layout: Layout): readonly string[] {
  const { indent, width, first } = layout;
  return fields.flatMap((field, index) => {
    const margin =
      index === 0 && first !== '' ? first.padStart(indent - 1).padEnd(indent) : ' '.repeat(indent);
    const meaning = field.meaning === null ? '' : `  ${plain(field.meaning)}`;
    const own = `${margin}${labelOf(field)}`.padEnd(width + 2);
    const entries = (field.entries ?? []).flatMap((entry, at) =>
      linesOf(entry, { indent: indent + ENTRY_INDENT, width, first: `${at + 1}` }),
    );
    return [`${own}${plain(shownValue(field))}${meaning}`, ...entries];
  });
}

const ENTRY_INDENT = 4;

function widest(fields: readonly ReadField[], depth: number): number {
  return Math.max(
    0,
    ...fields.map((field) =>
      Math.max(
        4 + depth * ENTRY_INDENT + labelOf(field).length,
        ...(field.entries ?? []).map((entry) => widest(entry, depth + 1)),
      ),
    ),
  );
}

function labelOf({ tag, name }: ReadField): string {
  if (tag === '') return 'no field';
  return name === null ? `unknown(${tag})` : `${name}(${tag})`;
}

/** A peer's log may hold what our own never does. */
function shownValue({ tag, value }: ReadField): string {
  return secretTags.has(Number(tag)) ? '***' : value;
}

function rawOf({ text }: FoundMessage): string {
  return Buffer.from(masked(Buffer.from(text, 'latin1'))).toString('latin1');
}

function objectOf(message: FoundMessage, read: ReadMessage): Readonly<Record<string, unknown>> {
  const { at, direction, session, notes } = message;
  return {
    at: at === null ? null : isoTime(at),
    direction,
    session,
    version: read.version,
    msgType: read.msgType,
    name: read.name,
    notes: [...notes, ...read.problems],
    header: read.header.map(fieldObject),
    body: read.body.map(fieldObject),
    trailer: read.trailer.map(fieldObject),
    raw: rawOf(message).replaceAll('\x01', '|'),
  };
}

function fieldObject(field: ReadField): Readonly<Record<string, unknown>> {
  const { tag, name, meaning, entries } = field;
  return {
    tag: tag === '' ? null : Number(tag),
    name,
    value: decoded(shownValue(field)),
    ...(meaning === null ? {} : { meaning }),
    ...(entries === null ? {} : { entries: entries.map((entry) => entry.map(fieldObject)) }),
  };
}

/** UTF-8 where it is that, else a character a byte. */
function decoded(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? text : utf8;
}

/**
 * Nothing in it moves the cursor, changes a colour or turns the direction of writing: such characters are
 * written out, SOH as `|`.
 */
export function plain(text: string): string {
  return decoded(text)
    .replaceAll('\x01', '|')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => {
      const code = one.codePointAt(0) ?? 0;
      const hex = code.toString(16);
      return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
    });
}
