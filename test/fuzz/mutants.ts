// An input and some of its mutants in one call: the fuzzer's two processes speak once for all of them, where the way
// between them takes longer than a run.

/** Runs of the target for one input of the fuzzer's. */
export const RUNS = 32;
const MOST_CHANGES = 4;
const PIECES = [
  '\u0001',
  '|',
  '=',
  '9=',
  '10=',
  '35=D|',
  '34=2|',
  '453=2|',
  '95=3|',
  '\n',
  '43=Y|',
];

/** The same mutants for the same input. A failure says which it was. */
export function withMutants(run: (input: Uint8Array) => void, input: Uint8Array): void {
  run(input);
  let state = input.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 7);
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return ((state >>> 8) % below) | 0;
  };
  for (let turn = 1; turn < RUNS; turn += 1) {
    const bytes = [...input];
    for (let changes = next(MOST_CHANGES) + 1; changes > 0; changes -= 1) {
      const piece = Buffer.from(PIECES[next(PIECES.length)] ?? '', 'latin1');
      const added = next(2) === 0 ? piece : Uint8Array.of(next(256));
      bytes.splice(next(bytes.length + 1), next(4), ...added);
    }
    const mutant = Uint8Array.from(bytes);
    try {
      run(mutant);
    } catch (error) {
      const hex = Buffer.from(mutant).toString('hex');
      throw new Error(`mutant ${hex}: ${String(error)}`, { cause: error });
    }
  }
}
