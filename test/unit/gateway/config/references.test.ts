import { afterEach, describe, expect, test } from '@jest/globals';
import { formatProblems, loadConfig } from '../../../../gateway/config/index.ts';
import { changed, EXAMPLE, folderWith, only, problemsOf, removeFolders } from './desk-folder.ts';

afterEach(removeFolders);

describe('secrets', () => {
  test('inline are refused: the key is named, the value never echoed', () => {
    const text = changed('passwordFile: secrets/acme.password', 'password: hunter2-inline');
    const shown = only(text);
    expect(shown).toContain('sessions[0].password  found an inline secret  expected passwordFile');
    expect(shown).not.toContain('hunter2');
  });

  test.each([
    'password: [hunter2]',
    'password: 12345678',
    'passwordFile: "hunter2\\nhunter2"',
    'passwordFile: hunter2',
    'passwordFile: {hunter2: hunter2}',
  ])('under the wrong form are never echoed: %s', (written) => {
    const problems = problemsOf(changed('passwordFile: secrets/acme.password', written));
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems.map(({ found, expected }) => [found, expected]))).not.toMatch(
      /hunter2|12345678/,
    );
  });

  test('in a file that others can read are refused', () => {
    const made = folderWith(EXAMPLE);
    made.writeSecret('secrets/binance.pem', 'x', 0o644);
    const result = loadConfig(made.file, {});
    expect(result.ok ? '' : formatProblems(result.error)).toContain(
      'venues.binance.privateKeyFile  found mode 0644  expected 0600: other users can read this',
    );
  });

  test('in a missing, empty or unfit file are refused', () => {
    const made = folderWith(EXAMPLE);
    made.writeSecret('secrets/acme.password', '\n');
    made.writeSecret('secrets/binance.key', 'two\nlines');
    made.writeSecret('secrets/binance.pem', 'no key');
    const result = loadConfig(made.file, {});
    expect(
      result.ok ? [] : result.error.map(({ key, found }) => [key, found.slice(0, 20)]),
    ).toEqual([
      ['sessions[0].passwordFile', 'an empty file'],
      ['venues.binance.apiKeyFile', 'a secret with spaces'],
      ['venues.binance.privateKeyFile', 'no readable key (ERR'],
    ]);
  });

  test('come from the environment by ${NAME}', () => {
    const text = changed('passwordFile: secrets/acme.password', 'password: ${ACME_PASSWORD}');
    const result = loadConfig(folderWith(text).file, { ACME_PASSWORD: 'from-outside' });
    expect(result.ok && result.value.config.sessions[0]?.password.reveal()).toBe('from-outside');
  });

  test('from an unset variable are refused, the key and the variable named', () => {
    const text = changed('passwordFile: secrets/acme.password', 'password: ${ACME_PASSWORD}');
    expect(only(text)).toContain('sessions[0].password  found ${ACME_PASSWORD}, which is not set');
  });

  test('are given once', () => {
    const text = changed(
      '    username: acme',
      '    username: acme\n    password: ${ACME_PASSWORD}',
    );
    expect(only(text, { ACME_PASSWORD: 'x' })).toContain('found password and passwordFile');
  });

  test('are given at all', () => {
    const text = changed(
      '    passwordFile: secrets/acme.password # Mode 0600; or password: ${ACME_PASSWORD}\n',
      '',
    );
    expect(only(text)).toContain(
      'sessions[0].passwordFile  found nothing  expected passwordFile or',
    );
  });

  test('in an address are refused and not echoed', () => {
    const shown = only(
      changed('https://api.binance.com', 'https://me:hunter2@api.binance.com/?key=hunter2'),
    );
    expect(shown).toContain('venues.binance.rest');
    expect(shown).not.toContain('hunter2');
  });
});

describe('references to the environment', () => {
  test('stand for any text', () => {
    const text = changed('rest: https://api.binance.com', 'rest: ${BINANCE_REST}');
    const result = loadConfig(folderWith(text).file, {
      BINANCE_REST: 'https://testnet.binance.vision',
    });
    expect(result.ok && result.value.config.venues[0]?.restURL).toBe(
      'https://testnet.binance.vision',
    );
  });

  test('that are unset are refused once', () => {
    const problems = problemsOf(changed('rest: https://api.binance.com', 'rest: ${BINANCE_REST}'));
    expect(problems[0]).toMatchObject({
      key: 'venues.binance.rest',
      found: '${BINANCE_REST}, which is not set',
    });
    expect(problems).toHaveLength(1);
  });
});
