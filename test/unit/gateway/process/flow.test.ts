import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Flow } from '../../../../gateway/process/flow.ts';

test('what was to be taken later is not taken while sockets are left unread, and all of it after', async () => {
  let records = 0;
  const bounds = { records: 10, bytes: 1_000_000 };
  const flow = new Flow(
    () => ({ records, bytes: 0 }),
    { pauseAbove: bounds, resumeBelow: { ...bounds, records: 5 } },
    () => undefined,
  );
  const ran: string[] = [];
  flow.soon(() => ran.push('before'));
  await turn();
  expect(ran).toEqual(['before']);
  flow.soon(() => ran.push('due already'));
  records = 11;
  flow.look();
  flow.soon(() => ran.push('while'));
  await turn();
  await turn();
  expect(ran).toEqual(['before']);
  records = 4;
  flow.look();
  await turn();
  await turn();
  expect(ran).toEqual(['before', 'due already', 'while']);
});
