// `--fix-version` names what a session may be configured to speak, and nothing else.

import { expect, test } from '@jest/globals';
import { FIX_VERSIONS } from '../../../../gateway/cli/commands/orders.ts';
import {
  VERSIONS_OVER_FIXT,
  VERSIONS_OVER_THEMSELVES,
} from '../../../../spec/dictionaries/index.ts';

test('every version but 4.0 and 4.1, whose orders are not taken', () => {
  const all = [...VERSIONS_OVER_THEMSELVES, ...VERSIONS_OVER_FIXT];
  const ofOrders = all.filter((version) => version !== 'FIX.4.0' && version !== 'FIX.4.1');
  expect(FIX_VERSIONS.map((version) => `FIX.${version}`)).toEqual(ofOrders);
});
