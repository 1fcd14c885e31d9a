// A temporary folder with a configuration and its secrets, for tests that break one thing in it.

import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import {
  type ConfigProblem,
  formatProblems,
  formatWarnings,
  loadConfig,
} from '../../../../gateway/config/index.ts';

export const EXAMPLE = readFileSync('docs/examples/desk.yaml', 'utf8');

/** What the secrets' files hold; no output of any kind may contain one of these. */
export const SECRETS = { password: 'hunter2-acme', apiKey: 'venue-api-key-77' };

export interface DeskFolder {
  readonly folder: string;
  readonly file: string;
  write(text: string): void;
  /** Relative to the folder. */
  writeSecret(path: string, text: string, mode?: number): void;
  remove(): void;
}

/** The example of the documentation with its secrets beside it. */
export function deskFolder(text = EXAMPLE): DeskFolder {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-config-'));
  const file = join(folder, 'desk.yaml');
  const made: DeskFolder = {
    folder,
    file,
    write: (changed) => writeFileSync(file, changed),
    writeSecret: (path, secret, mode = 0o600) => {
      mkdirSync(join(folder, 'secrets'), { recursive: true });
      writeFileSync(join(folder, path), secret);
      chmodSync(join(folder, path), mode);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  made.write(text);
  made.writeSecret('secrets/acme.password', `${SECRETS.password}\n`);
  made.writeSecret('secrets/binance.key', `${SECRETS.apiKey}\n`);
  made.writeSecret('secrets/binance.pem', ed25519Pem());
  return made;
}

export function ed25519Pem(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** `text` with the one occurrence of `from` replaced. */
export function changed(from: string, to: string, text = EXAMPLE): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the text: ${from}`);
  return text.replace(from, () => to);
}

/** The line of the one occurrence. */
export function lineOf(part: string, text = EXAMPLE): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

const folders: DeskFolder[] = [];

export function removeFolders(): void {
  while (folders.length > 0) folders.pop()?.remove();
}

export function folderWith(text: string): DeskFolder {
  const made = deskFolder(text);
  folders.push(made);
  return made;
}

/** The problems of a configuration; empty where it loads. */
export function problemsOf(
  text: string,
  environment: Record<string, string> = {},
): readonly ConfigProblem[] {
  const { file } = folderWith(text);
  const result = loadConfig(file, environment);
  return result.ok ? [] : result.error;
}

export function warningsOf(text: string): string {
  const { file, folder } = folderWith(text);
  const result = loadConfig(file, {});
  if (!result.ok) throw new Error(formatProblems(result.error));
  return formatWarnings(result.value.warnings).replaceAll(`${folder}/`, '');
}

/** The one problem, as a person reads it. */
export function only(text: string, environment: Record<string, string> = {}): string {
  const problems = problemsOf(text, environment);
  expect(problems).toHaveLength(1);
  return formatProblems(problems).replace(/^\S*\/desk\.yaml/, 'desk.yaml');
}
