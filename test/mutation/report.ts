// What StrykerJS found, told by the lines of the source.
import { SourceMap } from 'node:module';

/** Of the mutation-testing report schema, version 2, what is read here. Lines and columns begin with 1. */
export interface Report {
  readonly files: Readonly<Record<string, ReportedFile>>;
}

interface ReportedFile {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Counts of one file. `ignored` are changes to what runs once at import. */
export interface Counts {
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly noCoverage: number;
  readonly ignored: number;
  /** StrykerJS could not run them: neither found nor missed. */
  readonly errors: number;
}

export interface FileResult {
  readonly source: string;
  readonly counts: Counts;
  /** A line for each change that no test missed. */
  readonly survivors: readonly string[];
}

/** Reads a source map: the text of `<built file>.map`. */
export type ReadMap = (file: string) => string;

export function resultsOf(report: Report, readMap: ReadMap): readonly FileResult[] {
  return Object.entries(report.files).map(([file, { source, mutants }]) => {
    const name = file.replace(/^dist\//, '').replace(/[.]js$/, '.ts');
    const map = new SourceMap(JSON.parse(readMap(file)));
    const lines = source.split('\n');
    const unseen = mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => ({ mutant, line: sourceLine(map, mutant.location.start) }))
      .toSorted((one, other) => one.line - other.line);
    return {
      source: name,
      counts: countsOf(mutants),
      survivors: unseen.map(({ mutant, line }) => `${name}:${line}  ${told(mutant, lines)}`),
    };
  });
}

/** Of those that a test could meet, the part that it missed: killed and timed out, in percent; 100 of none. */
export function scoreOf(counts: Counts): number {
  const found = counts.killed + counts.timedOut;
  const all = found + counts.survived + counts.noCoverage;
  return all === 0 ? 100 : (found * 100) / all;
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return {
    killed: sum('killed'),
    timedOut: sum('timedOut'),
    survived: sum('survived'),
    noCoverage: sum('noCoverage'),
    ignored: sum('ignored'),
    errors: sum('errors'),
  };
}

function countsOf(mutants: readonly Mutant[]): Counts {
  const count = (...statuses: readonly string[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    killed: count('Killed'),
    timedOut: count('Timeout'),
    survived: count('Survived'),
    noCoverage: count('NoCoverage'),
    ignored: count('Ignored'),
    errors: count('RuntimeError', 'CompileError', 'Pending'),
  };
}

function sourceLine(map: SourceMap, { line, column }: Position): number {
  const entry = map.findEntry(line - 1, column - 1); // Counted from 0, as it counts the lines that it gives.
  return 'originalLine' in entry ? entry.originalLine + 1 : line;
}

function told(mutant: Mutant, lines: readonly string[]): string {
  const { start, end } = mutant.location;
  const first = lines[start.line - 1] ?? '';
  const was =
    start.line === end.line
      ? first.slice(start.column - 1, end.column - 1)
      : `${first.slice(start.column - 1)} …`;
  const uncovered = mutant.status === 'NoCoverage' ? ', never run by a test' : '';
  return `${mutant.mutatorName}: ${was} → ${oneLine(mutant.replacement ?? '')}${uncovered}`;
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
}
