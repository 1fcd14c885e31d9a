// Reads a source tree with dependency-cruiser and says which imports break a rule of the rooms.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { sourceFolders } from './rooms.ts';

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Every source file that was read, relative to the root. */
  readonly modules: readonly string[];
  readonly violations: readonly Violation[];
  /** TypeScript files on disk that were not read: a check that reads nothing passes everything. */
  readonly unread: readonly string[];
}

/** dependency-cruiser's JSON report, as far as it is read here. */
interface Report {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Cruises the tree at `root` under the rules of the configuration file. Throws when the tool itself fails. */
export function cruise(root: string, configFile: string): Cruise {
  const folders = sourceFolders.filter((folder) => existsSync(join(root, folder)));
  const bin = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const json = execFileSync(
    process.execPath,
    [bin, '--config', resolve(configFile), '--output-type', 'json', ...folders],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const report = JSON.parse(json) as Report;
  const modules = report.modules.map((module) => module.source);
  const read = new Set(modules);
  return {
    modules,
    violations: report.summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.to,
    })),
    unread: folders.flatMap((folder) => typescriptFiles(root, folder)).filter((f) => !read.has(f)),
  };
}

/** The TypeScript files under a folder, without those of packages. */
export function typescriptFiles(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules/'));
}
