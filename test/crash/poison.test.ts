// A command that is poison: one that cannot be decided costs its sender an answer, one that breaks the
// state costs the process once, and neither is met again.

import { expect, test } from '@jest/globals';

import { sleep } from '../counterparties/rig.ts';
import { type DeskOptions, type LabClient, newOrder, reports } from './desk.ts';
import { orderIn, refusals, untilJournaled, withPoison } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const DESK_STOPPED = 7;

/** Answered with BusinessMessageReject, reason 0: the message could not be processed. */
async function isRefused(client: LabClient, count: number): Promise<void> {
  await client.until('BusinessMessageReject', (message) => message.msgType === 'j');
  const rejects = client.heard.filter(({ msgType }) => msgType === 'j');
  expect(rejects).toHaveLength(count);
  expect(rejects[0]?.get(380)).toBe('0');
  expect(rejects[0]?.get(372)).toBe('D');
}

test(
  'a command that decide throws on is journaled as refused, answered, and stops nothing',
  async () => {
    const poison = {
      file: 'risk/checks/duplicate-cl-ord-id.js',
      before: 'export function duplicateClOrdID(order, view) {',
      planted: `if (order.clOrdID === 'POISON') throw new Error('planted');`,
    };
    await withPoison(poison, async (rig, client) => {
      client.fix.send('D', newOrder('POISON'));
      await isRefused(client, 1);
      client.fix.send('D', newOrder('NEXT'));
      await client.until('New', reports('0', 'NEXT'));
      expect(client.heard.some((message) => message.get(11) === 'POISON')).toBe(false);
      const [refused] = refusals(rig);
      expect(refused).toMatchObject({ source: 'client', commandType: 'EnterOrder' });
      expect(refused?.error).toContain('planted');
      expect(refused?.key).toMatch(/^ACME 1 \d+$/);
      const command = JSON.parse(Buffer.from(refused?.bytes ?? []).toString('utf8')) as {
        readonly clOrdID: string;
      };
      expect(command.clOrdID).toBe('POISON');
      expect(client.ends).toEqual([]);
    });
  },
  PATIENCE_MS,
);

test(
  'a command that breaks an invariant in evolve stops the desk once, and is refused at the next start',
  async () => {
    const poison = {
      file: 'gateway/desk/evolve/index.js',
      before: `case 'OrderAccepted': {`,
      planted: `invariant(event.clOrdID !== 'POISON', 'I3', { planted: 1 });`,
    };
    await withPoison(poison, async (rig, client) => {
      const ended = rig.gatewayEnded();
      client.fix.send('D', newOrder('POISON'));
      expect(await ended).toBe(DESK_STOPPED);
      const lines = rig.gatewayLog().split('\n');
      const words = lines.filter((line) => line.startsWith('causeway: the desk stopped at'));
      expect(words).toHaveLength(1);
      expect(words[0]).toMatch(/EnterOrder ACME 1 \d+: I3/);
      expect(client.heard.some((message) => message.get(11) === 'POISON')).toBe(false);

      // The client is asked for it again, and sends it again: the desk refuses it and goes on.
      await rig.startGateway();
      await isRefused(client, 1);
      await rig.healthy();
      await tradableAgain(client);
      const [refused] = refusals(rig);
      expect(refused?.error).toContain('it stopped the desk before');
      expect(rig.gateway?.exitCode).toBeNull();
      expect(client.violations).toEqual([]);
    });
  },
  PATIENCE_MS,
);

async function tradableAgain(client: LabClient): Promise<void> {
  await client.loggedOn();
  client.fix.send('D', newOrder('AFTER'));
  const answer = await client.until('an answer', (message) => message.get(11) === 'AFTER');
  expect(answer.msgType).toBe('8');
}

/** No order is taken, and none is told so. */
const ALL_IN_DOUBT = { kind: 'timeout', count: 1_000, executed: false };

const doubtsOldAfter = (ms: number): DeskOptions => ({
  config: { risk: { marketCollarBps: 300, staleBookMs: 60_000, inDoubtBoundMs: ms } },
});

test(
  'a timer command that breaks an invariant stops the desk once, is refused once, and time goes on',
  async () => {
    const poison = {
      file: 'gateway/desk/evolve/index.js',
      before: 'const before = openOrder(state, event.orderID);',
      planted: `invariant(event.type !== 'InDoubtOverdue' || before.clOrdID !== 'POISON', 'I3', {});`,
    };
    await withPoison(
      poison,
      async (rig, client) => {
        await rig.control('POST', '/control/faults', ALL_IN_DOUBT);
        const ended = rig.gatewayEnded();
        client.fix.send('D', newOrder('POISON'));
        client.fix.send('D', newOrder('OTHER'));
        expect(await ended).toBe(DESK_STOPPED);
        const { orderID } = orderIn(rig, 'POISON');
        expect(rig.gatewayLog()).toMatch(
          new RegExp(`the desk stopped at TickOrder TickOrder ${orderID} InDoubtOverdue: I3`),
        );

        await rig.startGateway();
        await untilJournaled(rig, 'the refusal', ({ type }) => type === 'CommandRefused');
        // Another order's doubt grows old too, and of that the operator hears.
        await untilJournaled(rig, 'the other', ({ type }) => type === 'InDoubtOverdue');
        await sleep(3_500); // Three more ticks at least.
        expect(refusals(rig)).toMatchObject([
          {
            source: 'timer',
            commandType: 'TickOrder',
            key: `TickOrder ${orderID} InDoubtOverdue`,
            error: 'it stopped the desk before',
          },
        ]);
        expect(rig.gateway?.exitCode).toBeNull();
        await rig.control('DELETE', '/control/faults');
        await tradableAgain(client);
        expect(client.violations).toEqual([]);
      },
      doubtsOldAfter(300),
    );
  },
  PATIENCE_MS,
);

test(
  'a timer command that decide throws on is refused once, and other orders have their time',
  async () => {
    const poison = {
      file: 'gateway/desk/decide/tick-order.js',
      before: 'function attend(draft) {',
      planted: `if (draft.order.clOrdID === 'POISON') throw new Error('planted');`,
    };
    await withPoison(
      poison,
      async (rig, client) => {
        await rig.control('POST', '/control/faults', ALL_IN_DOUBT);
        client.fix.send('D', newOrder('POISON'));
        client.fix.send('D', newOrder('OTHER'));
        await untilJournaled(rig, 'the other', ({ type }) => type === 'InDoubtOverdue');
        await sleep(2_500);
        const { orderID } = orderIn(rig, 'POISON');
        expect(refusals(rig)).toMatchObject([{ key: `TickOrder ${orderID}`, error: 'planted' }]);
      },
      doubtsOldAfter(300),
    );
  },
  PATIENCE_MS,
);
