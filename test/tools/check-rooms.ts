// `npm run rooms`: every import of the house against the list in rooms.ts.
import { cruise } from './cruise.ts';

const { modules, violations, unread } = cruise('.', '.dependency-cruiser.mjs');
for (const { rule, comment, from, to } of violations) {
  console.log(`${from}  imports ${to}\n  ${rule}: ${comment}`);
}
for (const file of unread) console.log(`${file}  was not read`);
console.log(`${modules.length} modules read, ${violations.length} forbidden imports`);
process.exitCode = violations.length + unread.length === 0 ? 0 : 1;
