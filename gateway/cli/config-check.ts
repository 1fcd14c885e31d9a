// `causeway config check`: all that is wrong with a configuration, or what it comes to.

import { formatProblems, formatWarnings, loadConfig } from '../config/index.ts';
import { ExitCode } from './exit-codes.ts';
import { createOutput } from './output.ts';

export function checkConfig(file: string, options: { readonly json: boolean }): ExitCode {
  const out = createOutput(options);
  const result = loadConfig(file);
  if (!result.ok) {
    for (const problem of result.error) out.object({ type: 'Problem', ...problem });
    out.line(formatProblems(result.error));
    const count = result.error.length;
    out.line(out.style('red', `${file}: ${count} ${count === 1 ? 'problem' : 'problems'}`));
    return ExitCode.FailedCheck;
  }
  const { config, warnings } = result.value;
  for (const warning of warnings) out.object({ type: 'Warning', ...warning });
  if (warnings.length > 0) out.line(formatWarnings(warnings));
  const counts = {
    sessions: config.sessions.length,
    instruments: config.instruments.length,
    venues: config.venues.length,
    warnings: warnings.length,
  };
  out.object({ type: 'Checked', file, desk: config.desk, ...counts });
  const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  out.line(`${out.style('green', 'ok')}  ${file}: desk ${config.desk}, ${parts.join(', ')}`);
  return ExitCode.Done;
}
