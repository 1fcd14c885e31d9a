import { describe, expect, test } from '@jest/globals';
import { type SessionTemplate, madeBy } from '../../../../gateway/process/session-templates.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';
import { asSessionID, isOfSession, madeOf } from '../../../../spec/terms/index.ts';

function template(id: string, targetCompID: string, beginString = 'FIX.4.4'): SessionTemplate {
  const settings = { beginString, senderCompID: 'CW', targetCompID };
  return {
    maxSessions: 2,
    session: {
      id: asSessionID(id),
      settings: { ...settings, minHeartBtInt: 1, maxHeartBtInt: 60 },
      dictionary: fix44,
      username: id,
      password: null,
    },
  };
}

const made = (templates: readonly SessionTemplate[], name: string) => {
  const found = madeBy(templates, name)?.session;
  return found === undefined ? null : [found.id, found.settings.targetCompID, found.username];
};

describe('what a template makes of a name', () => {
  test('is a session of its own, named after both, and otherwise the template’s', () => {
    expect(made([template('DESKS', 'DESK')], 'FIX.4.4:CW->DESK7')).toEqual([
      'DESKS/DESK7',
      'DESK7',
      'DESKS',
    ]);
  });

  test('is nothing for another CompID, version or TargetCompID of ours', () => {
    const desks = [template('DESKS', 'DESK')];
    for (const name of ['FIX.4.4:CW->ACME', 'FIX.4.2:CW->DESK7', 'FIX.4.4:CW2->DESK7'])
      expect(made(desks, name)).toBeNull();
  });

  test('is nothing where sub-IDs are named, or a CompID that could be configured nowhere', () => {
    const desks = [template('DESKS', 'DESK')];
    for (const compID of ['DESK7 OMS', `DESK${'7'.repeat(61)}`, 'DESKÄ'])
      expect(made(desks, `FIX.4.4:CW->${compID}`)).toBeNull();
  });

  test('is the template’s that says more of it, in whatever order they stand', () => {
    const [all, desks] = [template('ALL', ''), template('DESKS', 'DESK')];
    for (const templates of [
      [all, desks],
      [desks, all],
    ]) {
      expect(made(templates, 'FIX.4.4:CW->DESK7')?.[0]).toBe('DESKS/DESK7');
      expect(made(templates, 'FIX.4.4:CW->ACME')?.[0]).toBe('ALL/ACME');
    }
    expect(made([all], 'FIX.4.4:CW->')).toBeNull();
  });
});

test('a word about a template is one about all its sessions, and about no other', () => {
  const [made7, alone] = [asSessionID('DESKS/DESK/7'), asSessionID('DESK')];
  expect(madeOf(made7)).toEqual({ template: 'DESKS', compID: 'DESK/7' });
  expect(madeOf(alone)).toBeNull();
  expect(
    ['DESKS', 'DESKS/DESK/7', 'DESK', 'DESKS/DESK'].map((it) => isOfSession(made7, it)),
  ).toEqual([true, true, false, false]);
  expect(isOfSession(alone, 'DESK')).toBe(true);
});
