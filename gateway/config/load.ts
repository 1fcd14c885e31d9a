// A configuration from its file: all that is wrong with it at once, or the whole of it.

import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { type Result, err, ok } from '../../spec/proof/index.ts';
import { build, folderOf } from './build.ts';
import { readDictionaries } from './fix-dictionaries.ts';
import type { GatewayConfig } from './model.ts';
import { type ConfigProblem, type ConfigWarning, type Path, keyOf } from './problems.ts';
import { type Finding, isSecretFileKey, isSecretKey, resolveReferences } from './references.ts';
import { crossRules } from './rules.ts';
import { schema } from './schema.ts';
import { MAX_FILE_BYTES, readYaml } from './yaml.ts';

export interface LoadedConfig {
  readonly config: GatewayConfig;
  readonly warnings: readonly ConfigWarning[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** `file` as a person named it: problems name it so. Relative paths in it start from its folder. */
export function loadConfig(
  file: string,
  environment: Environment = process.env,
): Result<LoadedConfig, readonly ConfigProblem[]> {
  const text = readText(file);
  if (!text.ok) return text;
  return parseConfig(text.value, { file, environment });
}

/** Exported for tests: the same from a text. */
export function parseConfig(
  text: string,
  origin: { readonly file: string; readonly environment: Environment },
): Result<LoadedConfig, readonly ConfigProblem[]> {
  const yaml = readYaml(origin.file, text);
  if (yaml.data === null) {
    if (yaml.problems.length > 0) return err(yaml.problems);
    return err([
      { place: origin.file, key: '', found: 'an empty file', expected: 'a map of keys' },
    ]);
  }
  const folder = folderOf(origin.file);
  const resolved = resolveReferences(yaml.data, { folder, environment: origin.environment });
  const parsed = schema.safeParse(resolved.data);
  const cross = crossRules(resolved.data, yaml.placeOf);
  const read = parsed.success ? readDictionaries(parsed.data, folder) : null;
  const unresolved = new Set(resolved.findings.map(({ path }) => keyOf(path)));
  const findings: readonly Finding[] = [
    ...resolved.findings,
    ...(parsed.success ? [] : parsed.error.issues.flatMap(findingsOf)).filter(
      ({ path }) => !unresolved.has(keyOf(path)),
    ),
    ...cross.problems,
    ...(read?.findings ?? []),
  ];
  const toProblem = ({ path, found, expected }: Finding): ConfigProblem => ({
    place: yaml.placeOf(path),
    key: keyOf(path),
    found: found ?? shown(path, yaml.foundAt(path)),
    expected,
  });
  const problems = inOrder([...yaml.problems, ...findings.map(toProblem)]);
  if (problems.length > 0 || !parsed.success) return err(problems);
  return ok({
    config: build(parsed.data, { file: origin.file, folder }, read?.dictionaries),
    warnings: cross.warnings.map(({ path, text: warning }) => ({
      place: yaml.placeOf(path),
      key: keyOf(path),
      text: warning,
    })),
  });
}

function readText(file: string): Result<string, readonly ConfigProblem[]> {
  const refused = (found: string, expected: string) =>
    err([{ place: file, key: '', found, expected }]);
  try {
    if (!statSync(file).isFile()) return refused('no regular file', 'a YAML file');
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(descriptor);
      if (size > MAX_FILE_BYTES) return refused(`${size} bytes`, `at most ${MAX_FILE_BYTES}`);
      return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor)));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code;
    const isText = code !== 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (!isText) return refused('bytes that are no UTF-8', 'a YAML file in UTF-8');
    return refused(`a file that cannot be read (${String(code)})`, 'a YAML file');
  }
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** One finding an issue; of unknown keys one each. */
function findingsOf(issue: Issue): readonly Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      path: [...path, key],
      found: 'an unknown key',
      expected: issue.message,
    }));
  }
  return [{ path, found: null, expected: issue.message }];
}

/** What stands in the file, but for secrets and what an address may hold of them. */
function shown(path: Path, found: string): string {
  const key = path.at(-1);
  if (found !== 'nothing' && (isSecretKey(key) || isSecretFileKey(key))) return '[redacted]';
  return found.replace(/\/\/[^/@]*@/, '//[redacted]@').replace(/\?.*/, '?[redacted]"');
}

/** By line, and by the order of their finding within one. */
function inOrder(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const line = ({ place }: ConfigProblem) => Number(/:(\d+)$/.exec(place)?.[1] ?? 0);
  return problems.toSorted((a, b) => line(a) - line(b));
}
