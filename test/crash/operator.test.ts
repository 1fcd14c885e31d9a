// The operator's way in: a quarantine is lifted, on record, and what the desk could not book is booked once.

import { describe, expect, test } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Rig } from '../counterparties/rig.ts';
import { type CliRun, objectsOf, runCli } from '../unit/gateway/cli/run-cli.ts';
import { newOrder, reports, tradable, trading, withDesk } from './desk.ts';
import { eventsIn, untilJournaled, withPoison } from './poisoned.ts';

/** A bound on hanging, no claim. */
const PATIENCE_MS = 180_000;
const AT_ONCE = { 44: '3300', 59: '3' };

const operator = (rig: Rig, ...args: readonly string[]): Promise<CliRun> =>
  runCli([...args, '--data', rig.dataFolder]);

interface Key {
  readonly url: string;
  readonly token: string;
}

const keyOf = (rig: Rig): Key =>
  JSON.parse(readFileSync(join(rig.dataFolder, 'operator.json'), 'utf8')) as Key;

test(
  'a fill that could not be booked quarantines its venue; once resumed it is asked for again and booked once',
  async () => {
    const poison = {
      file: 'gateway/desk/decide/report-from-venue.js',
      before: 'function filled(draft, child, report) {',
      planted: `if (!globalThis.planted) { globalThis.planted = true; throw new Error('planted'); }`,
    };
    await withPoison(poison, async (rig, client) => {
      client.fix.send('D', newOrder('HIT', AT_ONCE));
      await untilJournaled(rig, 'the quarantine', ({ type }) => type === 'VenueQuarantined');
      client.fix.send('D', newOrder('NEXT'));
      const refused = await client.until('Rejected', reports('8', 'NEXT'));
      expect(refused.get(58)).toContain('binance is quarantined');
      expect(client.heard.some(reports('F', 'HIT'))).toBe(false);

      const seen = await operator(rig, 'venues', '--json');
      expect(seen.code).toBe(0);
      expect(objectsOf(seen.stdout)).toMatchObject([
        {
          venueID: 'binance',
          state: 'Ready',
          openChildren: 1,
          quarantined: { cause: expect.stringContaining('planted') },
        },
      ]);

      const mute = await operator(rig, 'venues', 'resume', 'binance', '--reason', 'looked');
      expect([mute.code, mute.stderr]).toEqual([2, expect.stringContaining('say --yes')]);
      expect(eventsIn(rig).some(({ type }) => type === 'VenueResumed')).toBe(false);
      const resumed = await operator(
        rig,
        'venues',
        'resume',
        'binance',
        '--reason',
        'looked',
        '--yes',
      );
      expect([resumed.code, resumed.stderr]).toEqual([0, '']);

      const filled = await client.until('Trade', reports('F', 'HIT'));
      expect([filled.get(39), filled.get(14)]).toEqual(['2', '0.5']);
      await tradable(client, 'AFTER');
      const booked = client.heard.filter(reports('F', 'HIT')).map((message) => message.get(17));
      expect(new Set(booked).size).toBe(booked.length);
      const lastQty = client.heard
        .filter(reports('F', 'HIT'))
        .reduce((sum, message) => sum + Number(message.get(32)), 0);
      expect(lastQty).toBeCloseTo(0.5, 9);
      expect(eventsIn(rig).filter(({ type }) => type === 'VenueResumed')).toMatchObject([
        { venueID: 'binance', reason: 'looked', who: expect.stringMatching(/./) },
      ]);

      const again = await operator(rig, 'venues', 'resume', 'binance', '--reason', 'x', '--yes');
      expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('not quarantined')]);
      await rig.killGateway();
      expect((await operator(rig, 'venues')).code).toBe(4);
      await rig.startGateway();
      await tradable(client, 'LATER'); // The quarantine stays lifted.
      expect(client.violations).toEqual([]);
    });
  },
  PATIENCE_MS,
);

describe('who is let in', () => {
  test(
    'only a POST with the token of the data folder, which its owner alone can read',
    async () => {
      await withDesk({}, async (rig, folder) => {
        const client = await trading(rig, folder);
        const { url, token } = keyOf(rig);
        expect(statSync(join(rig.dataFolder, 'operator.json')).mode & 0o777).toBe(0o600);
        const asked = async (
          path: string,
          given: { readonly bearer?: string; readonly body?: string; readonly method?: string },
        ): Promise<number> => {
          const { bearer = token, body = '{}', method = 'POST' } = given;
          const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
          const init = method === 'GET' ? { method, headers } : { method, headers, body };
          return (await fetch(`${url}/operator/${path}`, init)).status;
        };
        const resume = (venue: string): string =>
          JSON.stringify({ who: 'kim', reason: 'x', venue });
        expect(await asked('venues', {})).toBe(200);
        for (const bearer of ['', 'x', token.slice(1), `${token}0`, token.toUpperCase()]) {
          expect(await asked('venues/resume', { bearer, body: resume('binance') })).toBe(401);
        }
        expect(await asked('venues', { method: 'GET' })).toBe(405);
        expect(await asked('venues/resume', { body: '{' })).toBe(400);
        expect(await asked('venues/resume', { body: resume('') })).toBe(400);
        expect(await asked('venues/resume', { body: '{"__proto__":{"who":"x"}}' })).toBe(400);
        expect(await asked('venues/resume', { body: '['.repeat(16_000) })).toBe(400);
        expect(await asked('venues/resume', { body: `"${'x'.repeat(20_000)}"` })).toBe(413);
        expect(await asked('venues/resume', { body: resume('nowhere') })).toBe(409);
        const admin = eventsIn(rig).filter(({ type }) => /^Admin|^VenueResumed/.test(type));
        expect(admin).toEqual([
          {
            type: 'AdminRefused',
            commandType: 'ResumeVenue',
            who: 'kim',
            reason: 'x',
            text: 'there is no venue nowhere',
          },
        ]);
        expect(rig.gatewayLog()).not.toContain(token); // I8.
        client.fix.send('D', newOrder('RESTS'));
        await client.until('New', reports('0', 'RESTS'));
        const views = await Promise.all(
          ['orders', 'sessions', 'positions'].map((view) => operator(rig, view, '--json')),
        );
        expect(views.map(({ code }) => code)).toEqual([0, 0, 0]);
        expect(objectsOf(views[0]?.stdout ?? '')).toContainEqual(
          expect.objectContaining({ clOrdID: 'RESTS', leavesQty: '0.5', sessionID: 'ACME' }),
        );
        await client.fix.stop();
      });
    },
    PATIENCE_MS,
  );
});
