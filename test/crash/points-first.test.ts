// The first half of the points at which a desk dies: points.ts.

import { testPoints } from './points.ts';

testPoints('first');
