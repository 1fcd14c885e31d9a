// What a venue says, made fit for the journal before the desk hears it.
import { expect, test } from '@jest/globals';
import { wellFormed } from '../../../../gateway/process/venue-host.ts';
import { childIDOf } from '../../../../spec/terms/index.ts';

const childID = childIDOf({ desk: 1, epoch: 1, intent: 1 });

test('half a surrogate pair in a venue’s text does not reach the journal', () => {
  const report = wellFormed({ type: 'Refused', childID, text: 'cut here: \ud83d' });
  expect(report).toEqual({ type: 'Refused', childID, text: 'cut here: \ufffd' });
});

test('whole text stays as it is', () => {
  const report = { type: 'Unknown', childID, cause: 'später 🙂' } as const;
  expect(wellFormed(report)).toEqual(report);
});
