// `--fix-version` names what a session may be configured to speak, and nothing else.

import { expect, test } from '@jest/globals';
import { FIX_VERSIONS } from '../../../../gateway/cli/commands/orders.ts';
import { ORDER_VERSIONS } from '../../../fixtures/fix-versions.ts';

test('every version but 4.0 and 4.1, whose orders are not taken', () => {
  expect(FIX_VERSIONS.map((version) => `FIX.${version}`)).toEqual(ORDER_VERSIONS);
});
