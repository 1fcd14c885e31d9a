// YAML as data, with the line of every key. What makes a file hard to read or to bound is refused.

import {
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  LineCounter,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { type ConfigProblem, type Path, keyOf } from './problems.ts';

/** A file as read: its data, and where in it each key stands. */
export interface YamlFile {
  readonly data: unknown;
  /** File and line of the key; of the nearest one above, where it is missing. */
  readonly placeOf: (path: Path) => string;
  /** The value as it is written, cut to a line; `nothing` where there is none. */
  readonly foundAt: (path: Path) => string;
  readonly problems: readonly ConfigProblem[];
}

/** 256 KiB: some thousand sessions. Read in 0.3 s. */
export const MAX_FILE_BYTES = 262_144;
/** Brackets within brackets; the configuration needs four. */
const MAX_DEPTH = 64;
const MAX_FOUND_CHARACTERS = 60;

export function readYaml(file: string, text: string): YamlFile {
  const deep = lineOfTooDeep(text);
  if (deep !== null) {
    return unreadable(file, deep, `brackets ${MAX_DEPTH + 1} deep`, `at most ${MAX_DEPTH}`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false, // Looked for below, so that both places can be named.
    prettyErrors: false, // A pretty one quotes the source, and with it perhaps a secret.
    logLevel: 'error', // `silent` would pass over a second document.
    stringKeys: false,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    place: `${file}:${lineAt(error.pos[0])}`,
    key: '',
    found: `broken YAML (${error.code})`,
    expected: REMEDIES[error.code] ?? 'YAML 1.2',
  }));
  const odd = broken.length > 0 ? [] : oddities(document, (offset) => `${file}:${lineAt(offset)}`);
  const readable = broken.length === 0 && !odd.some(({ found }) => found === ALIAS);
  return {
    data: readable ? document.toJS({ maxAliasCount: 0 }) : null,
    placeOf: (path) => `${file}:${lineAt(offsetOf(document, path))}`,
    foundAt: (path) => foundIn(document, path),
    problems: [...broken, ...odd],
  };
}

/** An own text for each fault: the parser's own may quote what is written there. */
const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation of the lines above',
  BAD_SCALAR_START: 'this value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'one key and value a line',
  MISSING_CHAR: 'a closing quote, bracket, or a colon and a space',
  MULTILINE_IMPLICIT_KEY: 'a colon and a space behind the key',
  MULTIPLE_DOCS: 'one document, without ---',
  TAB_AS_INDENT: 'spaces instead of tabs',
  TAG_RESOLVE_FAILED: 'no tags (!)',
  UNEXPECTED_TOKEN: 'a key, a colon and a value',
};

const ALIAS = 'an alias (*)';

/** The line where flow brackets stand too deep, quoted ones included: nobody needs so many of those either. */
function lineOfTooDeep(text: string): number | null {
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line += 1;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return line;
  }
  return null;
}

/** Anchors and aliases, of which a few lines make a bomb; tags; keys that are there twice; keys that are no text. */
function oddities(document: Document, placeAt: (offset: number) => string): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  visit(document, {
    Alias: (_key, node, ancestors) => {
      problems.push({
        place: placeAt(startOf(node)),
        key: keyOf(pathOf(ancestors)),
        found: ALIAS,
        expected: 'the value itself: each value has one line',
      });
    },
    Scalar: (_key, node, ancestors) => {
      problems.push(...marksOf(node, pathOf([...ancestors, node]), placeAt));
    },
    Seq: (_key, node, ancestors) => {
      problems.push(...marksOf(node, pathOf([...ancestors, node]), placeAt));
    },
    Map: (_key, node, ancestors) => {
      problems.push(...marksOf(node, pathOf([...ancestors, node]), placeAt));
      problems.push(...keysOf(node, pathOf([...ancestors, node]), placeAt));
    },
  });
  return problems;
}

function marksOf(
  node: Scalar | YAMLSeq | YAMLMap,
  path: Path,
  placeAt: (offset: number) => string,
): readonly ConfigProblem[] {
  const found = node.anchor === undefined ? [] : ['an anchor (&)'];
  if (node.tag !== undefined) found.push('a tag (!)');
  const place = placeAt(startOf(node));
  return found.map((mark) => ({
    place,
    key: keyOf(path),
    found: mark,
    expected: 'the value alone',
  }));
}

function keysOf(
  map: YAMLMap,
  path: Path,
  placeAt: (offset: number) => string,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const first = new Map<string, string>();
  for (const { key } of map.items) {
    const place = placeAt(startOf(key));
    if (!isScalar(key) || typeof key.value !== 'string') {
      if (isAlias(key)) continue;
      problems.push({
        place,
        key: keyOf(path),
        found: 'a key that is no text',
        expected: 'a name',
      });
      continue;
    }
    const earlier = first.get(key.value);
    if (earlier === undefined) first.set(key.value, place);
    else {
      const found = `the key again, first at ${earlier}`;
      problems.push({ place, key: keyOf([...path, key.value]), found, expected: 'each key once' });
    }
  }
  return problems;
}

function pathOf(ancestors: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  ancestors.forEach((node, at) => {
    const below = ancestors[at + 1];
    if (isSeq(node)) {
      const index = node.items.indexOf(below);
      if (index >= 0) path.push(index);
    } else if (isMap(node) && below !== undefined) path.push(keyText((below as Pair).key));
  });
  return path;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '?';
}

/** Where the key starts, or the list's item, or what of the path there is. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(part));
      if (pair === undefined) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      node = node.items[part];
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number {
  return (node as Partial<Node> | null)?.range?.[0] ?? 0;
}

function foundIn(document: Document, path: Path): string {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node) || node.value === null) return 'nothing';
  const { value, source } = node;
  const text = typeof value === 'string' ? JSON.stringify(value) : (source ?? String(value));
  return text.length <= MAX_FOUND_CHARACTERS ? text : `${text.slice(0, MAX_FOUND_CHARACTERS)}…`;
}

function unreadable(file: string, line: number, found: string, expected: string): YamlFile {
  const place = `${file}:${line}`;
  return {
    data: null,
    placeOf: () => place,
    foundAt: () => 'nothing',
    problems: [{ place, key: '', found, expected }],
  };
}
