// `causeway replay`: a recorded capture through the venue's own adapter, the code that a desk trades on.

import { surveyBinance } from '../../adapters/binance/index.ts';
import { CaptureReplay } from '../../adapters/connection/index.ts';
import { surveyKraken } from '../../adapters/kraken/index.ts';
import type { CaptureSurvey } from '../../adapters/port/index.ts';
import { asVenueID } from '../../spec/terms/index.ts';
import type { AdapterName } from '../config/index.ts';
import { type CaptureLine, captureLines } from './capture-files.ts';
import { ExitCode } from './exit-codes.ts';
import { isFileError } from './file-errors.ts';
import { createOutput, type Output } from './output.ts';
import { ReplayReport } from './replay-report.ts';

const SURVEYS: Readonly<Record<AdapterName, () => CaptureSurvey>> = {
  binance: surveyBinance,
  kraken: surveyKraken,
};

const EXPECTED: Readonly<Record<AdapterName, string>> = {
  binance: 'expected frames of @depth streams, and the snapshots that they go on from',
  kraken: 'expected frames of the book channel, WebSocket version 2',
};

/** `venue` is an adapter's name. The files are read twice, so that they may be of any size. */
export function replayCapture(
  venue: AdapterName,
  files: readonly string[],
  options: { readonly json: boolean },
): ExitCode {
  const out = createOutput(options);
  try {
    return replayed(venue, files, out);
  } catch (error) {
    if (!isFileError(error)) throw error;
    out.error(`causeway: ${error.path ?? files.join(', ')}: ${error.message}`);
    out.object({ type: 'Problem', place: error.path, found: error.code });
    return ExitCode.FailedCheck;
  }
}

function replayed(venue: AdapterName, files: readonly string[], out: Output): ExitCode {
  const survey = SURVEYS[venue]();
  for (const { record } of captureLines(files)) if (record.type !== 'Problem') survey.see(record);
  const replays = survey.markets(asVenueID(venue)).map((market) => new CaptureReplay(market));
  const report = new ReplayReport(
    out,
    venue,
    replays.map(({ captured }) => captured),
  );
  for (const line of captureLines(files)) take(line, replays, report);
  const isSound = report.end(files);
  if (replays.length === 0) {
    out.error(`causeway: there is no book of ${venue} in ${files.join(', ')}: ${EXPECTED[venue]}`);
    return ExitCode.FailedCheck;
  }
  return isSound ? ExitCode.Done : ExitCode.FailedCheck;
}

function take(line: CaptureLine, replays: readonly CaptureReplay[], report: ReplayReport): void {
  const { record } = line;
  if (record.type === 'Problem') return report.problem(line, record);
  report.began(record);
  for (const replay of replays) {
    const before = replay.captured.market.counters();
    const found = replay.take(record);
    report.took(line, found, { before, after: replay.captured.market.counters() });
  }
}
