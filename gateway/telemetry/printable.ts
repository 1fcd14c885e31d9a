// Fields of a log line as plain JSON: exact, bounded, without secrets and without what a terminal obeys.

import { isSecret } from '../config/index.ts';

const MAX_TEXT = 4_096; // A FIX message of usual length is shown whole.
const MAX_DEPTH = 6;
const MAX_ENTRIES = 200;

/** Names under which a value is a secret, whatever type it has. 554, 925 and 96 are FIX's. */
const SECRET_NAME =
  /passw(or)?d|passphrase|secret|signature|credential|(private|api|listen)_?key|^(access|auth)?_?token$|authorization|rawdata|^(554|925|96)$/i;

/** bigints become text, instants too: a JSON number would lose digits. */
export function printable(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'bigint':
      return value.toString();
    case 'string':
      return text(value);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'function':
    case 'symbol':
      return `[${typeof value}]`;
    case 'object':
      return value === null ? null : ofObject(value, depth);
    default:
      return value;
  }
}

function ofObject(value: object, depth: number): unknown {
  if (isSecret(value)) return '[redacted]';
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  if (isError(value)) return ofError(value, depth);
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (Array.isArray(value)) {
    const shown = value.slice(0, MAX_ENTRIES).map((item) => printable(item, depth + 1));
    return value.length > MAX_ENTRIES
      ? [...shown, `and ${value.length - MAX_ENTRIES} more`]
      : shown;
  }
  if (value instanceof Map || value instanceof Set) return printable([...value], depth);
  const entries = Object.entries(value).slice(0, MAX_ENTRIES);
  return Object.fromEntries(
    entries.map(([key, item]) => [
      text(key),
      SECRET_NAME.test(key) && item !== null ? '[redacted]' : printable(item, depth + 1),
    ]),
  );
}

/** Under vm modules an error of Node's core is no `instanceof Error`. */
function isError(value: object): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}

function ofError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error;
  return {
    name: text(name),
    message: text(message),
    ...(stack === undefined ? {} : { stack: text(stack) }),
    ...(cause === undefined || depth >= MAX_DEPTH ? {} : { cause: printable(cause, depth + 1) }),
  };
}

/** JSON escapes the C0 controls; of the C1 ones a terminal obeys some, and DEL. SOH is shown as `|`. */
function text(value: string): string {
  const cut = value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  return cut
    .replaceAll('\x01', '|')
    .replace(/[\x7f-\x9f]/g, (one) => `\\x${one.charCodeAt(0).toString(16)}`);
}
