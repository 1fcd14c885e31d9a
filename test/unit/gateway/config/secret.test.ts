import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { isSecret, secretOf } from '../../../../gateway/config/index.ts';

const secret = secretOf('hunter2');

test.each([
  ['text', String(secret)],
  ['a template', `${secret as unknown as string}`],
  ['a sum', '' + (secret as unknown as string)],
  ['JSON', JSON.stringify({ secret })],
  ['inspect', inspect({ secret })],
  ['inspect with all that is hidden', inspect({ secret }, { showHidden: true, depth: 9 })],
  ['inspect without its own word', inspect(secret, { customInspect: false, showHidden: true })],
  ['its keys', Object.entries(secret).map(String).join()],
])('I8: a secret is not in %s', (_way, printed) => {
  expect(printed).not.toContain('hunter2');
});

test('only reveal gives it', () => {
  expect(secret.reveal()).toBe('hunter2');
});

test('a look-alike is no secret', () => {
  expect(isSecret(secret)).toBe(true);
  expect(isSecret({ reveal: () => 'x' })).toBe(false);
});

test('it cannot be copied to another thread', () => {
  expect(() => structuredClone(secret)).toThrow('could not be cloned');
});
