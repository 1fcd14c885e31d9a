export { type Header, type Translation, commandOf } from './commands.ts';
export { writeReport } from './reports.ts';
