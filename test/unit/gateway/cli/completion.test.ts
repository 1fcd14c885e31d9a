// A real shell reads the script and completes: commands, options, and values of each kind.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { commandTable } from '../../../../gateway/cli/commands/table.ts';
import { completionOf } from '../../../../gateway/cli/completion.ts';
import { namesIn } from '../../../../gateway/cli/configured-names.ts';
import { EXAMPLE } from '../config/desk-folder.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'causeway-completion-'));
const script = join(folder, 'script');

beforeAll(async () => {
  mkdirSync(join(folder, 'data', 'journal'), { recursive: true });
  mkdirSync(join(folder, 'captures'));
  writeFileSync(join(folder, 'captures', 'a day.ws'), '');
  writeFileSync(join(folder, 'data', 'desk.yaml'), EXAMPLE);
  writeFileSync(join(folder, 'other.yaml'), EXAMPLE.replaceAll('BTC/USDT', 'XMR/USDT'));
  const { code, stdout } = await runCli(['completion', 'bash']);
  expect(code).toBe(0);
  writeFileSync(script, stdout);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What bash would offer: its own variables, its own functions, and the script as a user reads it. */
function offered(...words: readonly string[]): readonly string[] {
  const run = `
    source ${script}
    COMP_WORDS=(causeway "$@")
    COMP_CWORD=$#
    [[ $(complete -p causeway) == 'complete -F _causeway causeway' ]] || exit 9
    _causeway causeway "\${COMP_WORDS[COMP_CWORD]}"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['--norc', '-c', run, 'bash', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return out.split('\n').filter((line) => line !== '');
}

describe('completed are', () => {
  const program = commandTable(() => Promise.resolve());
  const values = (words: readonly string[]): readonly string[] => {
    const { candidates, values: kind } = completionOf(program, words);
    return [...candidates.map(({ value }) => value), ...(kind === null ? [] : [`:${kind}`])];
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ['a command', ['doc'], ['doctor']],
    ['a sub-command', ['journal', ''], ['backup', 'compact', 'export', 'import', 'verify']],
    ['files of archives', ['journal', 'import', 'a', ''], [':files']],
    ['a folder to copy to', ['journal', 'backup', '--to', ''], [':folders']],
    [
      'a side, or what is done with an open order',
      ['order', ''],
      ['cancel', 'replace', 'buy', 'sell'],
    ],
    ['an option', ['order', 'buy', '1', 'BTC/USDT', '--lim'], ['--limit']],
    [
      'a choice of an option',
      ['order', 'buy', '1', 'X', '--tif', ''],
      ['day', 'gtc', 'ioc', 'fok'],
    ],
    ['nothing where a number is wanted', ['order', 'buy', ''], []],
    ['an instrument of an argument', ['order', '--config', 'x', 'buy', '1', ''], [':instruments']],
    ['an account', ['order', 'buy', '1', 'BTC/USDT', '--account', ''], [':accounts']],
    ['a session of a sub-command', ['order', 'cancel', 'X', '--session', ''], [':sessions']],
    ['venues of an option', ['order', 'sell', '1', 'X', '--exclude', 'kraken,'], [':venues']],
    ['venues of an argument', ['venues', 'resume', ''], [':venues']],
    ['a choice of an argument', ['replay', ''], ['binance', 'kraken']],
    ['files, the further ones too', ['replay', 'kraken', 'x', 'oth'], [':files']],
    ['a folder', ['story', 'X', '--data', ''], [':folders']],
    ['nothing behind the last argument', ['config', 'check', 'a', ''], []],
    ['nothing of an unknown command', ['nonsense', 'x', ''], []],
  ])('%s', (_what, words, expected) => {
    expect(values(words).toSorted()).toEqual(expected.toSorted());
  });

  test('every option of every command, by its first letters', () => {
    const every = (command: Command, words: readonly string[]): void => {
      const options = command.createHelp().visibleOptions(command);
      expect(values([...words, '-'])).toEqual(options.map(({ long }) => long));
      for (const sub of command.commands) every(sub, [...words, sub.name()]);
    };
    every(program, []);
  });
});

describe('names in a configuration', () => {
  test('are of whatever can be read of it', () => {
    expect(namesIn(join(folder, 'data', 'desk.yaml'))).toEqual({
      instruments: ['BTC/USDT', 'ETH/USDT'],
      venues: ['binance'],
      sessions: ['ACME'],
      accounts: ['A1', 'A2'],
    });
    const nothing = { instruments: [], venues: [], sessions: [], accounts: [] };
    expect(namesIn(join(folder, 'nowhere.yaml'))).toEqual(nothing);
    writeFileSync(join(folder, 'broken.yaml'), 'sessions: [1, {id: 7}, {accounts: x}]\nvenues: 5');
    expect(namesIn(join(folder, 'broken.yaml'))).toEqual(nothing);
  });
});

test('bash reads the script and offers commands, names of the configuration, files and folders', () => {
  expect(offered('doc')).toEqual(['doctor']);
  expect(offered('order', 'buy', '1', '--config', 'other.yaml', 'X')).toEqual(['XMR/USDT']);
  expect(offered('book', '--data', 'data/journal', 'E')).toEqual(['ETH/USDT']);
  expect(offered('order', 'sell', '1', 'X', '--exclude', 'kraken,')).toEqual(['kraken,binance']);
  expect(offered('replay', 'kraken', 'captures/')).toEqual(['captures/a day.ws']);
  expect(offered('story', 'X', '--data', '').toSorted()).toEqual(['captures', 'data']);
});

/** `$0` is the script: fish completes a line by itself; zsh calls the function, with what shows its finds in a plain form. */
const ASKED = {
  zsh: 'compdef() {}; _describe() { print -rl -- ${(P)2%%:*} }; source $0; words=(causeway ki); CURRENT=2; _causeway',
  fish: "source $argv[1]; complete -C 'causeway ki' | string replace -r '\\t.*' ''",
} as const;

// Shells that a machine may not have.
test.each(['zsh', 'fish'] as const)('%s reads its script and offers commands', async (shell) => {
  const { stdout } = await runCli(['completion', shell]);
  expect(stdout).toContain(' complete -- ');
  if (spawnSync(shell, ['-c', 'exit 0']).status !== 0) {
    console.warn(`SKIPPED: there is no ${shell} here`);
    return;
  }
  const file = join(folder, shell);
  writeFileSync(file, stdout);
  const read = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  expect([read.status, read.stderr]).toEqual([0, '']);
  const asked = spawnSync(shell, ['-c', ASKED[shell], file], { encoding: 'utf8' });
  expect([asked.stdout, asked.stderr]).toEqual(['kill\n', '']);
});

test('an unknown shell is a wrong command line', async () => {
  expect((await runCli(['completion', 'tcsh'])).code).toBe(2);
});
