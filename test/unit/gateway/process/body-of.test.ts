import { expect, test } from '@jest/globals';
import { bodyOf } from '../../../../gateway/process/fix-host.ts';
import { dictionaryOf, type FixVersion } from '../../../../spec/dictionaries/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';
import { shown, whole } from '../fix/wire-text.ts';

// What follows a reset goes out under a new header: nothing of the old one may come with it.
test.each<[FixVersion, string, string]>([
  ['FIX.4.2', 'FIX.4.2', ''],
  ['FIX.4.4', 'FIX.4.4', '50=DESK|142=LDN|57=OMS|143=NY|'],
  ['FIX.5.0SP2', 'FIXT.1.1', '43=Y|122=20261128-09:00:00.000|97=Y|'],
])(
  '%s: the body of a message that was sent begins behind the whole header',
  (version, begin, further) => {
    const head = `35=8|49=CAUSEWAY|56=ACME|34=7|52=20261128-09:30:00.000|${further}`;
    const body = '37=ORD-1-1|11=X|17=1-5-0|';
    const message = {
      epoch: 1,
      msgSeqNum: 7,
      msgType: '8',
      sendingTime: epochNs(0n),
      bytes: whole(`${head}${body}`, begin),
    };
    const { msgType, bytes } = bodyOf(message, dictionaryOf(version));
    expect([msgType, shown(bytes)]).toEqual(['8', body]);
  },
);
