export { invariant, InvariantBroken, unreachable, type InvariantName } from './invariant.ts';
export { type Durable, type Reserved, asDurable, asReserved } from './evidence.ts';
export { err, ok, type Problem, type Result } from './result.ts';
