// What the mutation tool tells of a StrykerJS report.
import { expect, test } from '@jest/globals';
import { type Report, resultsOf, scoreOf } from '../../mutation/report.ts';

const at = (line: number, column: number, endColumn: number) => ({
  start: { line, column },
  end: { line, column: endColumn },
});

/** Line 2 of the built file, column 1, stands for line 9 of the source: 8 in base64 VLQ is Q. */
const map = JSON.stringify({ version: 3, sources: ['a.ts'], names: [], mappings: ';AAQA' });

const report: Report = {
  files: {
    'dist/risk/a.js': {
      source: 'const one = 1;\nreturn a + b;\n',
      mutants: [
        { mutatorName: 'A', replacement: 'x', status: 'Killed', location: at(2, 8, 13) },
        { mutatorName: 'B', replacement: 'x', status: 'Timeout', location: at(2, 8, 13) },
        { mutatorName: 'C', replacement: 'a\n - b', status: 'Survived', location: at(2, 8, 13) },
        { mutatorName: 'D', replacement: '{}', status: 'NoCoverage', location: at(2, 1, 14) },
        { mutatorName: 'E', replacement: '2', status: 'Ignored', location: at(1, 13, 14) },
        { mutatorName: 'F', replacement: '3', status: 'RuntimeError', location: at(1, 13, 14) },
      ],
    },
  },
};

test('each change is counted once, and a survivor is told by the line of its source', () => {
  expect(resultsOf(report, () => map)).toEqual([
    {
      source: 'risk/a.ts',
      counts: { killed: 1, timedOut: 1, survived: 1, noCoverage: 1, ignored: 1, errors: 1 },
      survivors: [
        'risk/a.ts:9  C: a + b → a - b',
        'risk/a.ts:9  D: return a + b; → {}, never run by a test',
      ],
    },
  ]);
});

test('the score is what was found of all that could be: an unrun line is not excused', () => {
  const none = { killed: 0, timedOut: 0, survived: 0, noCoverage: 0, ignored: 5, errors: 0 };
  expect(scoreOf({ ...none, killed: 2, timedOut: 1, survived: 2, noCoverage: 1 })).toBe(50);
  expect(scoreOf(none)).toBe(100);
});
