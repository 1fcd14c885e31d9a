import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { commandTable } from '../../../../gateway/cli/commands/table.ts';
import { changed, EXAMPLE, folderWith, removeFolders } from '../config/desk-folder.ts';
import { objectsOf, runCli } from './run-cli.ts';

const empty = mkdtempSync(join(tmpdir(), 'causeway-cli-'));

afterAll(() => rmSync(empty, { recursive: true }));
afterEach(removeFolders);

/** Each with the words that call it. */
function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

const table = everyCommand(commandTable(() => Promise.resolve())).filter(
  (command) => command.name() !== 'complete',
);

describe('usage', () => {
  test.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['config', 'check'], "missing required argument 'file'"],
    [['config', 'check', 'a', 'b'], 'too many arguments'],
    [['start'], "required option '--config <file>' not specified"],
    [['start', '--config', 'x', '--what'], "unknown option '--what'"],
    [['order', 'hold', '1', 'BTC/USDT'], 'It is buy or sell.'],
    [['order', 'buy', '1e3', 'BTC/USDT'], 'the quantity "1e3" is no decimal above 0'],
    [['order', 'buy', '0', 'BTC/USDT'], 'the quantity "0" is no decimal above 0'],
    [['order', 'buy', '1', 'BTC/USDT', '--limit', '-5'], 'the limit "-5" is no decimal above 0'],
    [
      ['order', 'buy', '1', 'BTC/USDT', '--limit', '5', '--market'],
      '--limit or --market, not both',
    ],
    [['order', 'buy', '1', 'BTC/USDT', '--tif', 'never'], 'Allowed choices are day, gtc, ioc, fok'],
    [['messages', '--type', 'nonsense'], 'no message type "nonsense"'],
    [['messages', 'x.log', '--follow'], '--follow follows the store, not a file'],
    [['order', 'buy', '1', 'BTC/USDT', '--port', '0'], 'a whole number from 1 to 65535'],
    [['order', 'buy', '1', 'BTC/USDT'], '`npm start` writes it'],
  ])('%j ends with 2 and one helpful line', async (args, sentence) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: empty });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^causeway: [^\n]+\n$/);
    expect(stderr).toContain(sentence);
  });

  test('without a command there is help, and 2', async () => {
    const { code, stderr } = await runCli([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: causeway');
  });

  test.each(table.map((command): [string, Command] => [command.name(), command]))(
    'help of %s is one screen with an example',
    (_name, command) => {
      const text = helpOf(command);
      expect(text.split('\n').length).toBeLessThanOrEqual(40);
      expect(text).toMatch(/Examples?:\n {2}(source <\()?causeway /);
      expect(command.summary() === '' && command.parent !== null).toBe(false);
    },
  );

  test('--help ends with 0', async () => {
    const { code, stdout } = await runCli(['order', '--help']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Usage: causeway order /)]);
  });

  test("the version is the package's", async () => {
    expect((await runCli(['--version'])).stdout).toBe('0.1.0\n');
  });
});

describe('causeway config check', () => {
  test('of a sound file says ok and ends with 0', async () => {
    const { file } = folderWith(EXAMPLE);
    const { code, stdout } = await runCli(['config', 'check', file]);
    expect(code).toBe(0);
    expect(stdout).toBe(`ok  ${file}: desk 1, 1 sessions, 2 instruments, 1 venues, 0 warnings\n`);
  });

  test('of a broken one lists every problem and ends with 1', async () => {
    const broken = changed('desk: 1 ', 'desk: one ', changed('port: 9881', 'port: 70000'));
    const { file } = folderWith(broken);
    const { code, stdout } = await runCli(['config', 'check', file]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${file}:4   desk              found "one"`);
    expect(stdout).toContain('listen.http.port  found 70000');
    expect(stdout).toContain(`${file}: 2 problems`);
  });

  test('with --json prints one object a line', async () => {
    const { file } = folderWith(changed('desk: 1 ', 'desk: one '));
    const { code, stdout } = await runCli(['config', 'check', file, '--json']);
    expect(code).toBe(1);
    expect(objectsOf(stdout)).toEqual([
      {
        type: 'Problem',
        place: `${file}:4`,
        key: 'desk',
        found: '"one"',
        expected: 'a whole number from 0 to 65535',
      },
    ]);
  });

  test('prints no escape sequence when its output is no terminal', async () => {
    const { file } = folderWith(changed('desk: 1 ', 'desk: one '));
    expect((await runCli(['config', 'check', file])).stdout).not.toContain('\x1b');
  });
});

test.each([
  ['story', ['story', 'X', '--data', '/nonexistent']],
  ['messages', ['messages', '--data', '/nonexistent']],
  ['journal verify', ['journal', 'verify', '--data', '/nonexistent']],
])('%s where there is no journal is refused with 3', async (_name, args) => {
  const { code, stderr } = await runCli(args);
  expect(code).toBe(3);
  expect(stderr).toContain('there is no journal in /nonexistent');
});

test('start with a broken configuration ends with 1 and says what is wrong', async () => {
  const { file } = folderWith(changed('desk: 1 ', 'desk: one '));
  const { code, stderr } = await runCli(['start', '--config', file]);
  expect(code).toBe(1);
  expect(stderr).toContain('found "one"');
});

test('order where no desk listens ends with 4', async () => {
  const { file } = folderWith(changed('port: 9880', 'port: 1'));
  const args = ['order', 'buy', '1', 'BTC/USDT', '--config', file, '--session', 'ACME'];
  const { code, stderr } = await runCli(args);
  expect(code).toBe(4);
  expect(stderr).toContain('127.0.0.1:1 takes no order: connect ECONNREFUSED');
  expect(stderr).toContain('nothing was sent');
});
