import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  embeddedDefaults,
  embeddedFiles,
  formatProblems,
  loadConfig,
} from '../../../../gateway/config/index.ts';
import {
  changed,
  ed25519Pem,
  EXAMPLE,
  folderWith,
  lineOf,
  only,
  problemsOf,
  removeFolders,
  SECRETS,
  warningsOf,
} from './desk-folder.ts';

afterEach(removeFolders);

describe('the example of the documentation', () => {
  test('loads without a warning', () => {
    const { file, folder } = folderWith(EXAMPLE);
    const result = loadConfig(file, {});
    if (!result.ok) throw new Error(formatProblems(result.error));
    const { config, warnings } = result.value;
    expect(warnings).toEqual([]);
    expect(config.dataFolder).toBe(join(folder, 'data'));
    expect(config.settings).toEqual({
      marketCollarBps: 300,
      staleBookMs: 5000,
      inDoubtBoundMs: 30000,
    });
    expect(config.instruments.map(({ base, quote }) => [base, quote])).toEqual([
      ['BTC', 'USDT'],
      ['ETH', 'USDT'],
    ]);
    expect(config.limits.find(({ scope }) => scope === 'firm')).toEqual({
      scope: 'firm',
      scopeID: '',
      maxOrderQty: null,
      maxOrderNotional: 1_000_000n * 10n ** 36n,
      priceCollarBps: 500,
      maxLongPosition: null,
      maxShortPosition: null,
      maxOpenOrders: null,
      maxOpenNotional: null,
      maxOrdersPerSecond: null,
      maxMessagesPerSecond: null,
    });
    expect(config.limits.find(({ scopeID }) => scopeID === 'BTC/USDT')?.maxOrderQty).toBe(
      50n * 10n ** 18n,
    );
    expect(config.sessions[0]?.password.reveal()).toBe(SECRETS.password);
    expect(config.venues[0]?.credentials.type).toBe('Ed25519');
  });

  test('prints none of its secrets', () => {
    const result = loadConfig(folderWith(EXAMPLE).file, {});
    const printed = JSON.stringify(result, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(printed).toContain('[redacted]');
    for (const secret of Object.values(SECRETS)) expect(printed).not.toContain(secret);
  });
});

describe('every problem', () => {
  test('names file and line, key, what was found and what was expected', () => {
    expect(only(changed('"1000000 USDT"', '"1e6"'))).toBe(
      `desk.yaml:${lineOf('"1000000 USDT"')}  risk.firm.maxOrderNotional  found "1e6"  ` +
        'expected an amount with its currency, such as "1000000 USDT"',
    );
  });

  test('comes out at once with the others, in the order of the lines', () => {
    let text = changed('desk: 1 ', 'desk: 65536 ');
    text = changed('port: 9881', 'port: -1', text);
    text = changed('marketCollarBps: 300', 'marketCollarBs: 300', text);
    text = changed('heartBtInt: { min: 5,', 'heartBtInt: { min: 500,', text);
    text = changed('secrets/acme.password', 'secrets/none', text);
    text = changed(
      '{ venue: binance, symbol: ETHUSDT }',
      '{ venue: kraken, symbol: ETHUSDT }',
      text,
    );
    const problems = problemsOf(text);
    expect(problems.map(({ key }) => key)).toEqual([
      'desk',
      'listen.http.port',
      'risk.marketCollarBps',
      'risk.marketCollarBs',
      'sessions[0].passwordFile',
      'sessions[0].heartBtInt.max',
      'instruments[1].listings[0].venue',
    ]);
    const place = problems.find(({ key }) => key === 'risk.marketCollarBs')?.place;
    expect(place).toMatch(new RegExp(`desk\\.yaml:${lineOf('marketCollarBps: 300')}$`));
  });

  test('of a missing key stands at the key above it', () => {
    expect(
      only(changed('  staleBookMs: 5000 # An older book is no reference for a price\n', '')),
    ).toBe(
      `desk.yaml:${lineOf('risk:\n')}  risk.staleBookMs  found nothing  ` +
        'expected a whole number from 1 to 3600000',
    );
  });

  test('of an unknown key names the known ones', () => {
    const shown = only(changed('    username: acme', '    username: acme\n    colour: red'));
    expect(shown).toContain('sessions[0].colour  found an unknown key  expected one of id, beginS');
  });
});

describe('quantities and amounts', () => {
  test.each([
    ['maxOrderQty: "50"', 'maxOrderQty: 50'],
    ['maxOrderQty: "50"', 'maxOrderQty: 1e6'],
    ['maxOrderQty: "50"', 'maxOrderQty: 0.1'],
    ['maxOrderQty: "50"', 'maxOrderQty: "1e6"'],
    ['maxOrderQty: "50"', 'maxOrderQty: "0"'],
    ['maxOrderQty: "50"', 'maxOrderQty: "-1"'],
    ['maxOrderQty: "50"', 'maxOrderQty: "1,000"'],
    ['maxOrderQty: "50"', 'maxOrderQty: "0.0000000000000000001"'],
  ])('%s as %s is refused', (from, to) => {
    expect(only(changed(from, to))).toMatch(
      /risk\.instruments\.BTC\/USDT\.maxOrderQty {2}found .* {2}expected a decimal in quotes/,
    );
  });

  test.each(['1000000', '"1000000"', '"USDT 5"', '"0 USDT"', '"1e6 USDT"', '"5  USDT"'])(
    'an amount of %s is refused',
    (written) => {
      expect(only(changed('"1000000 USDT"', written))).toContain('expected an amount with its');
    },
  );

  test('an amount in another currency than the quote is refused', () => {
    expect(only(changed('"250000 USDT"', '"250000 EUR"'))).toContain(
      'risk.accounts.A1.maxOrderNotional  found "250000 EUR"  ' +
        'expected an amount in USDT, the quote of BTC/USDT, ETH/USDT',
    );
  });

  test('above instruments of several quotes an amount is refused, and set by instrument instead', () => {
    const several = changed('symbol: ETH/USDT', 'symbol: ETH/BTC').replace(
      '    ETH/USDT: {',
      '    ETH/BTC: {',
    );
    const keys = problemsOf(several).map(({ key, expected }) => [key, expected]);
    const expected = 'a limit for each instrument: they are quoted in USDT, BTC';
    expect(keys).toEqual([
      ['risk.firm.maxOrderNotional', expected],
      ['risk.sessions.ACME.maxOrderNotional', expected],
      ['risk.accounts.A1.maxOrderNotional', expected],
    ]);
    const byInstrument = several
      .replace('    maxOrderNotional: "1000000 USDT"', '    #')
      .replace('{ maxOrderNotional: "500000 USDT" }', '{}')
      .replace('{ maxOrderNotional: "250000 USDT" }', '{}')
      .replace(
        'BTC/USDT: { maxOrderQty',
        'BTC/USDT: { maxOrderNotional: "1000000 USDT", maxOrderQty',
      )
      .replace('ETH/BTC: { maxOrderQty', 'ETH/BTC: { maxOrderNotional: "20 BTC", maxOrderQty');
    expect(problemsOf(byInstrument)).toEqual([]);
  });
});

describe('limits', () => {
  test('looser than the one above are accepted with a warning: the strictest wins', () => {
    const line = lineOf('"250000 USDT"');
    expect(warningsOf(changed('"250000 USDT"', '"2000000 USDT"'))).toBe(
      [
        `desk.yaml:${line}  risk.accounts.A1.maxOrderNotional  warning: looser than the firm's 1000000 USDT: the strictest wins`,
        `desk.yaml:${line}  risk.accounts.A1.maxOrderNotional  warning: looser than session ACME's 500000 USDT: the strictest wins`,
      ].join('\n'),
    );
  });

  test('for nobody are refused', () => {
    expect(only(changed('    A1: {', '    A9: {'))).toContain(
      'risk.accounts.A9  found no such account',
    );
  });

  test('that leave an instrument without a notional bound are accepted with a warning', () => {
    const text = changed('    maxOrderNotional: "1000000 USDT"', '    #');
    expect(warningsOf(text)).toContain('instruments[0].symbol  warning: neither the firm nor this');
  });
});

describe('retention', () => {
  const withRetention = (keys: string) =>
    changed('durability: fsync', `retention:\n  ${keys}\ndurability: fsync`);

  test('an archive folder without anything that goes from the log', () => {
    expect(only(withRetention('archiveFolder: ./archive'))).toMatch(
      /retention\.archiveFolder {2}found "\.\/archive" {2}expected logDays or logMaxMB beside it/,
    );
  });

  test.each([
    ['logDays: 0', 'expected a whole number from 1 to 36500'],
    ['logMaxMB: 15', 'expected a whole number from 16 to 100000000'],
    ['orderDays: 6', 'expected a whole number from 7 to 36500'],
    ['days: 5', 'expected one of logDays, logMaxMB, archiveFolder, messageDays, orderDays'],
  ])('%s', (keys, expected) => {
    expect(only(withRetention(keys))).toContain(expected);
  });
});

describe('what must be there once', () => {
  test('a duplicate key: both places are named', () => {
    const text = changed('durability: fsync', 'desk: 2\ndurability: fsync');
    expect(only(text)).toMatch(
      /desk\.yaml:6 {2}desk {2}found the key again, first at \S+desk\.yaml:4 /,
    );
  });

  test('two sessions with the same CompIDs: both places are named', () => {
    const second = EXAMPLE.slice(
      EXAMPLE.indexOf('  - id: ACME'),
      EXAMPLE.indexOf('\ninstruments:'),
    );
    const text = changed(
      '\ninstruments:\n  - symbol',
      `${second.replace('id: ACME', 'id: OTHER')}\ninstruments:\n  - symbol`,
    );
    const shown = only(text);
    const first = lineOf('targetCompID: ACME');
    expect(shown).toContain(`found CompIDs CAUSEWAY and ACME again, first at `);
    expect(shown).toContain(`desk.yaml:${first}  expected a pair of its own`);
    expect(shown).toMatch(/^desk\.yaml:4\d {2}sessions\[1\]\.targetCompID/);
  });

  test('two instruments at the same symbol of a venue', () => {
    expect(only(changed('symbol: ETHUSDT', 'symbol: BTCUSDT'))).toContain(
      '"BTCUSDT at binance" again',
    );
  });

  test('an account twice in a session', () => {
    expect(only(changed('[A1, A2]', '[A1, A1]'))).toContain(
      'sessions[0].accounts[1]  found "A1" again',
    );
  });
});

describe('addresses', () => {
  test('health and metrics listen on loopback only', () => {
    expect(only(changed('http: { host: 127.0.0.1', 'http: { host: 0.0.0.0'))).toContain(
      'expected a loopback',
    );
  });

  test.each(['http://api.binance.com', 'ftp://api.binance.com', 'api.binance.com', '""'])(
    'of a venue: %s is refused',
    (written) => {
      expect(only(changed('rest: https://api.binance.com', `rest: ${written}`))).toContain(
        'expected a https://',
      );
    },
  );

  test.each(['http://127.0.0.1:1', 'http://localhost:1', '"http://[::1]:1"'])(
    'of a venue on this machine: %s is accepted',
    (written) => {
      expect(problemsOf(changed('rest: https://api.binance.com', `rest: ${written}`))).toEqual([]);
    },
  );
});

describe('files that are hard to read', () => {
  test('an anchor bomb is refused in under 50 ms', () => {
    const levels = Array.from({ length: 9 }, (_, at) => {
      const below = Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*a${at - 1}`));
      return `a${at}: &a${at} [${below.join(', ')}]`;
    });
    const { file } = folderWith(levels.join('\n'));
    const result = loadConfig(file, {}); // Compiled once.
    // The quickest of five: the others shared their core with a neighbour.
    const took = [1, 2, 3, 4, 5].map(() => {
      const startedAt = performance.now();
      loadConfig(file, {});
      return performance.now() - startedAt;
    });
    expect(Math.min(...took)).toBeLessThan(50);
    expect(result.ok ? [] : result.error.map(({ found }) => found)).toContain('an alias (*)');
  });

  test.each([
    ['brackets 100,000 deep', '['.repeat(100_000), 'brackets 65 deep'],
    ['a tag', changed('desk: 1 ', 'desk: !secret hunter2 '), 'broken YAML (TAG_RESOLVE_FAILED)'],
    ['a tag of YAML', changed('desk: 1 ', 'desk: !!int 1 '), 'a tag (!)'],
    ['an anchor that nobody names', changed('desk: 1 ', 'desk: &one 1 '), 'an anchor (&)'],
    ['an anchor of a list', changed('accounts: [A1', 'accounts: &all [A1'), 'an anchor (&)'],
    ['one port for two parts', changed('port: 9881', 'port: 9880'), '9880, which listen.fix has'],
    ['two documents', `${EXAMPLE}\n---\na: 1\n`, 'broken YAML (MULTIPLE_DOCS)'],
    ['a file cut in half', EXAMPLE.slice(0, EXAMPLE.indexOf('9881')), 'broken YAML (BAD_INDENT)'],
    ['a file that is one text', 'hello', '"hello"'],
    ['an empty file', '', 'an empty file'],
    ['a key that is no text', '1: 2', 'a key that is no text'],
  ])('%s', (_name, text, found) => {
    const problems = problemsOf(text);
    expect(problems[0]?.found).toBe(found);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  test('more than 256 KiB are not read', () => {
    expect(problemsOf(`${EXAMPLE}#${'x'.repeat(262_144)}`)[0]?.expected).toBe('at most 262144');
  });

  test('exactly 256 KiB are', () => {
    expect(
      problemsOf(`${EXAMPLE}#${'x'.repeat(262_144 - Buffer.byteLength(EXAMPLE) - 1)}`),
    ).toEqual([]);
  });

  test('bytes that are no UTF-8', () => {
    const { file } = folderWith('');
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    const result = loadConfig(file, {});
    expect(result.ok ? '' : result.error[0]?.found).toBe('bytes that are no UTF-8');
  });

  test('a file that is not there, and a folder', () => {
    const { folder } = folderWith('');
    const missing = loadConfig(join(folder, 'none.yaml'), {});
    expect(missing.ok ? '' : missing.error[0]?.found).toContain('ENOENT');
    const isFolder = loadConfig(folder, {});
    expect(isFolder.ok ? '' : isFolder.error[0]?.found).toBe('no regular file');
  });

  test('__proto__ is an unknown key', () => {
    expect(only(changed('durability: fsync', '__proto__: 1\ndurability: fsync'))).toContain(
      'found an unknown key',
    );
  });
});

describe('a venue of kraken', () => {
  const written = (more: string, symbol = 'ETH/USDT'): string =>
    changed(
      '{ venue: binance, symbol: ETHUSDT }',
      `{ venue: kraken, symbol: ${symbol} }`,
      changed(
        'venues:\n',
        `venues:\n  kraken:\n    adapter: kraken\n    rest: https://api.kraken.com\n    orders: wss://ws-auth.kraken.com/v2\n    market: wss://ws.kraken.com/v2\n    apiKey: \${K}\n${more}`,
      ),
    );
  const environment = { K: 'key', S: 'c2VjcmV0' };

  test('has a secret, and pairs with a stroke', () => {
    expect(problemsOf(written('    secret: ${S}\n'), environment)).toEqual([]);
  });

  test('has no Ed25519 key', () => {
    const pem = { K: 'key', S: ed25519Pem() };
    expect(only(written('    privateKey: ${S}\n'), pem)).toContain('expected secretFile: kraken');
  });

  test('has deadlines of 500 ms and more', () => {
    expect(only(written('    secret: ${S}\n    recvWindowMs: 499\n'), environment)).toContain(
      'expected 500 to 60000 for kraken',
    );
    expect(problemsOf(written('    secret: ${S}\n    recvWindowMs: 500\n'), environment)).toEqual(
      [],
    );
  });

  test('has a tier, the lowest where none is named, and no other venue has one', () => {
    const tierIn = (more: string) => {
      const result = loadConfig(
        folderWith(written(`    secret: \${S}\n${more}`)).file,
        environment,
      );
      if (!result.ok) throw new Error(formatProblems(result.error));
      return result.value.config.venues.find(({ adapter }) => adapter === 'kraken')?.tier;
    };
    expect(tierIn('')).toBe('starter');
    expect(tierIn('    tier: pro\n')).toBe('pro');
    expect(only(written('    secret: ${S}\n    tier: Pro\n'), environment)).toContain(
      'expected one of starter, intermediate, pro',
    );
    expect(only(changed('  binance:\n', '  binance:\n    tier: pro\n'))).toContain(
      'expected no tier: kraken alone',
    );
  });

  test("is not asked for another venue's name of a pair", () => {
    expect(only(written('    secret: ${S}\n', 'ETHUSDT'), environment)).toContain(
      'expected a pair of kraken, as BTC/USDT',
    );
  });
});

describe('the configuration of a desk that nobody configured', () => {
  const options = {
    folder: '/tmp/nowhere',
    fixPort: 9880,
    httpPort: 9881,
    chain: null,
    venues: [
      {
        adapter: 'binance',
        restURL: 'http://127.0.0.1:9001',
        ordersURL: 'ws://127.0.0.1:9001/ws-api/v3',
        marketURL: 'ws://127.0.0.1:9001/stream',
        apiKey: 'key',
        secret: 'secret',
        fees: { takerBps: '10', makerBps: '10' },
      },
      {
        adapter: 'kraken',
        restURL: 'http://127.0.0.1:9002',
        ordersURL: 'ws://127.0.0.1:9002/v2',
        marketURL: 'ws://127.0.0.1:9002/v2',
        apiKey: 'other',
        secret: 'c2VjcmV0',
        fees: { takerBps: '10', makerBps: '0' },
      },
    ] as const,
    passwords: { CLI: 'one', ACME: 'two' },
  };

  test('is the same from its files as in memory', () => {
    const made = folderWith('');
    const files = embeddedFiles({ ...options, folder: made.folder });
    for (const { path, text, mode } of files) {
      made.writeSecret(path.slice(made.folder.length + 1), text, mode);
    }
    const result = loadConfig(made.file, {});
    if (!result.ok) throw new Error(formatProblems(result.error));
    const inMemory = embeddedDefaults({ ...options, folder: made.folder });
    const text = (value: unknown) =>
      JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
    expect(text({ ...result.value.config, file: null })).toBe(text(inMemory));
    expect(result.value.warnings).toEqual([]);
    expect(result.value.config.instruments.map(({ listings }) => listings)[0]).toEqual([
      { venueID: 'binance', venueSymbol: 'BTCUSDT' },
      { venueID: 'kraken', venueSymbol: 'BTC/USDT' },
    ]);
    // Those of other versions have the first one's password: it is the same client.
    expect(
      result.value.config.sessions.map(({ sessionID, dictionary, password }) => [
        sessionID,
        dictionary.version,
        password.reveal(),
      ]),
    ).toEqual([
      ['CLI', 'FIX.4.4', 'one'],
      ['ACME', 'FIX.4.4', 'two'],
      ['CLI42', 'FIX.4.2', 'one'],
      ['CLI50SP2', 'FIX.5.0SP2', 'one'],
    ]);
  });
});
