// How many questions are on the wire, whatever becomes of each.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Query, Questions } from '../../../../adapters/connection/questions.ts';
import { Turn } from '../../../../adapters/connection/turn.ts';
import { asVenueID } from '../../../../spec/terms/index.ts';
import { epochNs } from '../../../../spec/units/index.ts';

/** As the queue's own rule says. */
const MOST = 32;

const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('put' as const), key: fc.nat(80) }),
    fc.record({ type: fc.constant('pump' as const) }),
    fc.record({
      type: fc.constantFrom('drop' as const, 'done' as const, 'more' as const, 'again' as const),
      key: fc.nat(80),
    }),
  ),
  { minLength: 1, maxLength: 400 },
);

test('as many are asked as are due, and never more than 32 at once', () => {
  fc.assert(
    fc.property(steps, fc.nat(3), (taken, alongside) => {
      const turn = new Turn(asVenueID('sandbox'));
      turn.begin(epochNs(1n));
      const questions: Questions<number> = new Questions<number>({
        turn,
        ask(query) {
          const others = [...questions.due()].filter((one) => one !== query).slice(0, alongside);
          return { type: 'Asked', requestID: `r${query.key}`, alongside: others };
        },
        put: () => undefined,
        settled: () => undefined,
      });
      const asked = () => [...questions.all()].filter((query) => query.asked).length;
      const find = (key: number): Query<number> | undefined =>
        [...questions.all()].find((query) => query.about === key);
      for (const step of taken) {
        if (step.type === 'put') questions.put(`q${step.key}`, step.key);
        else if (step.type === 'pump') {
          const due = [...questions.due()].length;
          const before = asked();
          questions.pump();
          const least = Math.min(MOST, before + due);
          expect(asked()).toBeGreaterThanOrEqual(least);
          expect(asked()).toBeLessThanOrEqual(Math.max(before, least + alongside));
        } else if (step.type === 'drop') questions.drop(`q${step.key}`);
        else {
          const query = find(step.key);
          if (query === undefined) continue;
          if (step.type === 'done') questions.done(query);
          else if (step.type === 'more') questions.more(query);
          else questions.again(query, 0);
        }
      }
    }),
    { numRuns: 200 },
  );
});
