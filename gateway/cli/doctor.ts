// `causeway doctor`: is this machine, this folder and this configuration fit to trade? Changes nothing.

import { formatProblems, type GatewayConfig, loadConfig } from '../config/index.ts';
import { realClock, realTimers } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { chainFindings } from './doctor-chain.ts';
import type { Finding } from './doctor-finding.ts';
import { folderFindings } from './doctor-folder.ts';
import { machineFindings } from './doctor-machine.ts';
import { listenFindings, venueFindings } from './doctor-network.ts';
import { type Output, createOutput, table } from './output.ts';

export async function examine(
  file: string,
  options: { readonly json: boolean },
): Promise<ExitCode> {
  const out = createOutput(options);
  const { findings, config } = configFindings(file);
  const world = { clock: realClock(), timers: realTimers() };
  const all: readonly Finding[] =
    config === null
      ? [...machineFindings(), ...findings]
      : [
          ...machineFindings(),
          ...findings,
          ...(await folderFindings(config, file)),
          ...(await listenFindings(config)),
          ...(await venueFindings(config, world)),
          ...(await chainFindings(config.chainVenues, world)),
        ];
  return tell(out, all);
}

function configFindings(file: string): {
  readonly findings: readonly Finding[];
  readonly config: GatewayConfig | null;
} {
  const loaded = loadConfig(file);
  if (!loaded.ok) {
    const findings = loaded.error.map(
      (problem): Finding => ({
        check: 'configuration',
        state: 'fail',
        found: formatProblems([problem]),
        remedy: 'causeway config check says all that is wrong with it',
      }),
    );
    return { findings, config: null };
  }
  const { config, warnings } = loaded.value;
  const whole: Finding = { check: 'configuration', state: 'ok', found: file, remedy: '' };
  const warned = warnings.map(
    ({ place, key, text }): Finding => ({
      check: 'configuration',
      state: 'warn',
      found: `${place}  ${key}`,
      remedy: text,
    }),
  );
  return { findings: [whole, ...warned], config };
}

function tell(out: Output, findings: readonly Finding[]): ExitCode {
  for (const finding of findings) out.object({ type: 'Finding', ...finding });
  const style = { ok: 'green', warn: 'yellow', fail: 'red' } as const;
  out.line(
    table(
      ['', 'check', 'found', 'remedy'],
      findings.map(({ check, state, found, remedy }) => [
        { text: state, style: style[state] },
        check,
        found,
        remedy,
      ]),
    ),
  );
  const count = (state: Finding['state']): number =>
    findings.filter((finding) => finding.state === state).length;
  out.line();
  const [warned, failed] = [count('warn'), count('fail')];
  const words = `${count('ok')} ok, ${warned} to look at, ${failed} failed`;
  out.line(out.style(failed > 0 ? 'red' : warned > 0 ? 'yellow' : 'green', words));
  return failed > 0 ? ExitCode.FailedCheck : ExitCode.Done;
}
