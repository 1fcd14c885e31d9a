// `npm run rooms`: every import of the house against the list in rooms.ts.
import { cruise } from './cruise.ts';
import { rules } from './rooms.ts';

const { modules, violations, unread } = cruise('.', '.dependency-cruiser.mjs');
const reasons = new Map(rules().map((rule) => [rule.name, rule.comment]));
for (const { rule, from, to } of violations) {
  console.log(`${from}  imports ${to}\n  ${rule}: ${reasons.get(rule)}`);
}
for (const file of unread) console.log(`${file}  was not read`);
console.log(`${modules.length} modules read, ${violations.length} forbidden imports`);
process.exitCode = violations.length + unread.length === 0 ? 0 : 1;
