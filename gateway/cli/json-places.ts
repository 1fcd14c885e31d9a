// Where in a JSON text a key stands: looked for only when there is something to say about it.

/** The line, from 1, of the value at `path`; of the nearest part of it that is there. The text is valid JSON. */
export function lineAt(text: string, path: readonly PropertyKey[]): number {
  let at = skipSpace(text, 0);
  for (const part of path) {
    const found = child(text, at, part);
    if (found === null) break;
    at = found;
  }
  return lineOf(text, at);
}

/** The line, from 1, of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/** Offset of the member's or item's value. */
function child(text: string, start: number, part: PropertyKey): number | null {
  const opens = text[start];
  if (opens !== '{' && opens !== '[') return null;
  let found: number | null = null; // Of a key that is there twice the last one counts, as for JSON.parse.
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index += 1) {
    let name: PropertyKey = index;
    if (opens === '{') {
      const end = skipString(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === part) found = at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const one = text[at];
    if (one === '"') at = skipString(text, at) - 1;
    else if (one === '{' || one === '[') depth += 1;
    else if (one === '}' || one === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (one === ',' && depth === 0) return at;
    if (depth === 0 && one === '"') return at + 1;
  }
  return text.length;
}

function skipString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1;
  return at;
}
