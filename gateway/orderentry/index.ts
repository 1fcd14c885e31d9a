export { liquidityCode, ordStatusCode, sideCode } from './codes.ts';
export { type Header, type Translation, commandOf } from './commands.ts';
export { type Dialect, dialectOf } from './dialect.ts';
export {
  EarlierTag,
  ExecTransType,
  FillExecType,
  REPLACED,
} from './other-tags.ts';
export { writeKind, writeLastFill } from './report-kind.ts';
export { beginExecutionReport, writeReport } from './reports.ts';
