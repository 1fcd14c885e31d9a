// Where a client wants its order, by ExDestination(100), by lists of its own and by its session's.
import { describe, expect, test } from '@jest/globals';
import { asVenueID } from '../../../../spec/terms/index.ts';
import { enter, executions, orderOf, qty, replace, venueID } from '../../../fixtures/desk.ts';
import { children, gtc, ioc, refuses, twoBooks } from './two-books.ts';

describe('where a client wants its order', () => {
  const named = (
    include: readonly string[],
    exclude: readonly string[],
    only: string | null = null,
  ) => ({
    directives: {
      exDestination: only === null ? null : asVenueID(only),
      include: include.map(asVenueID),
      exclude: exclude.map(asVenueID),
    },
  });

  test.each([
    ['ExDestination(100) names the only venue', named([], [], 'other'), ['other 10 IOC Sent']],
    ['a list names those that may be used', named(['other'], []), ['other 10 IOC Sent']],
    ['another those that may not', named([], ['other']), ['sandbox 10 IOC Sent']],
  ])('%s', (_what, terms, wanted) => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { ...ioc, ...terms }));
    expect(children(bench, 'A')).toEqual(wanted);
  });

  test.each([
    [
      'ExDestination(100)',
      named([], [], 'mars'),
      'ExDestination(100) names mars, which is no venue here',
    ],
    ['a list', named(['other', 'mars'], []), 'the order names mars, which is no venue here'],
  ])('an unknown venue in %s is rejected', (_what, terms, text) => {
    const bench = twoBooks();
    expect(executions(bench.reports(enter(bench, 'A', { ...ioc, ...terms })))).toMatchObject([
      { ordStatus: 'Rejected', ordRejReason: 'UnsupportedOrderCharacteristic', text },
    ]);
  });

  test("a session's own lists hold for all its orders", () => {
    const bench = twoBooks();
    bench.profile = { ...bench.profile, venues: { include: [], exclude: [venueID] } };
    bench.send(enter(bench, 'A', ioc));
    expect(children(bench, 'A')).toEqual(['other 10 IOC Sent']);
    expect(
      executions(bench.reports(enter(bench, 'B', { ...ioc, ...named([], ['other']) }))),
    ).toMatchObject([{ ordRejReason: 'ExchangeClosed' }]);
  });

  test('holds for what is routed again, too', () => {
    const bench = twoBooks({ here: '20', there: '20' });
    bench.send(enter(bench, 'A', { ...gtc, ...named([], ['other']) }));
    refuses(bench, 'A', venueID);
    expect(orderOf(bench, 'A').endedHow).toBe('Rejected');
  });

  test('a replace may repeat it, and may not change it', () => {
    const bench = twoBooks();
    bench.send(enter(bench, 'A', { ...gtc, ...named([], [], 'other') }));
    const changed = replace(bench, ['B', 'A'], {
      ...gtc,
      orderQty: qty(5),
      ...named([], ['other']),
    });
    expect(bench.reports(changed)).toMatchObject([
      {
        type: 'OrderCancelReject',
        text: 'ExDestination(100) and the lists of venues cannot change',
      },
    ]);
    const repeated = replace(bench, ['C', 'A'], {
      ...gtc,
      orderQty: qty(5),
      ...named([], [], 'other'),
    });
    expect(bench.reports(repeated)).toMatchObject([{ execType: 'PendingReplace' }]);
  });
});
