import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DEFAULTS } from '../../../../gateway/config/index.ts';
import { schema } from '../../../../gateway/config/schema.ts';

interface Definition {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Definition>>;
    readonly innerType?: Definition;
    readonly element?: Definition;
    readonly valueType?: Definition;
  };
}

/** The path of every key that holds a value: lists as `[]`, names of one's own as `NAME`. */
function keysOf({ def }: Definition, path = ''): readonly string[] {
  const { shape, innerType, element, valueType } = def;
  if (innerType !== undefined) return keysOf(innerType, path);
  if (element !== undefined) return keysOf(element, `${path}[]`);
  if (valueType !== undefined) return keysOf(valueType, `${path}.NAME`);
  if (shape === undefined) return [path];
  return Object.entries(shape).flatMap(([key, one]) =>
    keysOf(one, path === '' ? key : `${path}.${key}`),
  );
}

const page = readFileSync('docs/configuration.md', 'utf8');
const documented = [...page.matchAll(/^\| `([a-zA-Z0-9.[\]]+)` \|/gm)].map(([, key]) => key ?? '');

/** Three scopes take the firm's limits, two of them without its rates, and drop copies the terms of sessions: one row each. */
const known = new Set(
  keysOf(schema as unknown as Definition).map((key) =>
    key.replace(
      /^(risk\.(?:sessions|accounts|instruments)\.NAME|dropCopies\[\]\.(?:fix|schedule))\..*$/,
      '$1',
    ),
  ),
);

test('every key of a configuration is explained in docs/configuration.md, and no other', () => {
  expect(known.size).toBeGreaterThan(30);
  expect(documented.toSorted()).toEqual([...known].toSorted());
});

test('defaults are documented as they are', () => {
  const stated = (key: string) =>
    page
      .split('\n')
      .find((line) => line.startsWith(`| \`${key}\` |`))
      ?.split('|')[4]
      ?.trim();
  expect(stated('durability')).toBe(`\`${DEFAULTS.durability}\``);
  expect(stated('log.level')).toBe(`\`${DEFAULTS.logLevel}\``);
  expect(stated('sessions[].heartBtInt.min')).toBe(String(DEFAULTS.heartBtInt.min));
  expect(stated('sessions[].heartBtInt.max')).toBe(String(DEFAULTS.heartBtInt.max));
  expect(stated('sessions[].staleOrderAgeMs')).toBe(String(DEFAULTS.staleOrderAgeMs));
  expect(stated('sessions[].limitPrice')).toBe(`\`${DEFAULTS.limitPrice}\``);
  expect(stated('venues.NAME.recvWindowMs')).toBe(String(DEFAULTS.recvWindowMs));
});
