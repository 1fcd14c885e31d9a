export { liquidityCode, ordStatusCode, sideCode } from './codes.ts';
export { type Header, type Translation, commandOf } from './commands.ts';
export { beginExecutionReport, writeReport } from './reports.ts';
