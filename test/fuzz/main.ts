// Fuzzes the FIX engine: messages by the dictionaries' grammar and mutations of them, under fast-check; then decoder and
// session under a fuzzer that is guided by coverage.
//
//   npm run --silent fuzz -- [--seconds 50] [--seed 4711] [--only grammar,decoder,session]
//
// It ends with `N passed, N failed`. A failure prints what replays it: a seed, or the file with the bytes.

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { dictionaryOf } from '../../spec/dictionaries/index.ts';
import { FIX_VERSIONS } from '../fixtures/fix-versions.ts';
import { runCoverage } from './coverage.ts';
import { fuzzDecoder } from './decoder.ts';
import { isWritable, roundTrip } from './grammar.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '50' },
    seed: { type: 'string', default: process.env['SEED'] ?? '4711' },
    only: { type: 'string', default: 'grammar,decoder,session' },
  },
});
/** What the heap may have grown by from one third of a run to its end. */
const MAX_GROWTH_BYTES = 32 * 1024 * 1024;
const only = values.only.split(',');
const each = (Number(values.seconds) * 1000) / only.length;
const seed = Number(values.seed) | 0;
let passed = 0;
let failed = 0;

function verdict(what: string, error: unknown): void {
  if (error === null) passed += 1;
  else failed += 1;
  console.log(`${error === null ? 'ok' : 'NOT ok'}  ${what}`);
  if (error !== null) console.log(error instanceof Error ? error.message : String(error));
}

/** Every message type of every dictionary in turn, until the time is over. */
function fuzzGrammar(): void {
  const kinds = FIX_VERSIONS.flatMap((version) => {
    const dictionary = dictionaryOf(version);
    return [...dictionary.messages.values()]
      .filter((definition) => isWritable(dictionary, definition))
      .map((definition) => ({ version, dictionary, definition }));
  });
  const until = Date.now() + each;
  let messages = 0;
  let mutants = 0;
  let rounds = 0;
  let heapAtThird = 0;
  const mutation = fc.array(
    fc.record({
      at: fc.nat(1 << 16),
      remove: fc.nat(4),
      insert: fc.oneof(fc.uint8Array({ maxLength: 5 }), fc.constantFrom(...PIECES)),
    }),
    { minLength: 1, maxLength: 4 },
  );
  try {
    for (; Date.now() < until; rounds += 1) {
      for (const { version, dictionary, definition } of kinds) {
        if (Date.now() >= until && rounds > 0) break;
        const property = fc.property(fc.gen(), mutation, (g, changes) => {
          const bytes = roundTrip(dictionary, definition, g);
          messages += 1;
          const mutant = [...bytes];
          for (const { at, remove, insert } of changes)
            mutant.splice(at % bytes.length, remove, ...insert);
          fuzzDecoder(
            Uint8Array.of(8 | FIX_VERSIONS.indexOf(version), ...bytes, ...mutant, ...bytes),
          );
          mutants += 1;
        });
        const details = fc.check(property, { seed: seed + rounds, numRuns: 3 });
        if (details.failed)
          throw new Error(
            `${version} ${definition.name}(35=${definition.msgType}), --seed ${seed + rounds}, path ${details.counterexamplePath}: ${String(details.errorInstance)}`,
          );
      }
      if (heapAtThird === 0 && Date.now() > until - (each * 2) / 3) heapAtThird = heapNow();
    }
    const growth = heapAtThird === 0 ? 0 : heapNow() - heapAtThird;
    if (growth > MAX_GROWTH_BYTES) throw new Error(`the heap grew by ${growth} bytes`);
    const what = `${messages} messages of ${kinds.length} types read as written, ${mutants} mutants, heap ${(growth / 1e6).toFixed(1)} MB more, seed ${seed}`;
    verdict(`grammar: ${what}`, null);
  } catch (error) {
    verdict(`grammar: after ${messages} messages and ${mutants} mutants`, error);
  }
}

const PIECES: readonly Uint8Array[] = [
  '\u0001',
  '=',
  '8=FIX.4.4\u0001',
  '9=',
  '10=000\u0001',
  '35=D\u0001',
  '\u000195=3\u000196=',
  '453=2\u0001',
].map((piece) => Uint8Array.from(Buffer.from(piece, 'latin1')));

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

console.log(`SEED=${seed}`);
if (only.includes('grammar')) fuzzGrammar();
for (const target of ['decoder', 'session'] as const) {
  if (!only.includes(target)) continue;
  const { text, error } = await runCoverage(target, each);
  verdict(`${target}: ${text}`, error);
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
