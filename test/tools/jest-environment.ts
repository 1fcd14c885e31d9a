// The world that a test sees: Node's, with one repair.
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

const repaired = ['Error', 'TypeError', 'RangeError'] as const;

/**
 * Under jest's vm modules each context has an Error of its own, so an error thrown by Node's core is not
 * `instanceof Error` in a test, nor in the product code under test. Here it is, as it is in production.
 * jest wants a class that extends its own: hence `extends`, against the custom of the house.
 */
export default class CausewayEnvironment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    for (const name of repaired) acceptOuter(this.global[name], globalThis[name]);
  }
}

type Constructor = abstract new (...args: never[]) => unknown;

/** Makes `x instanceof inner` true for instances of `outer` too. Subclasses of `inner` stay as they are. */
export function acceptOuter(inner: Constructor, outer: Constructor): void {
  const isInstance = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(inner, Symbol.hasInstance, {
    configurable: true,
    value(this: unknown, candidate: unknown): boolean {
      if (isInstance.call(this as Constructor, candidate)) return true;
      return this === inner && isInstance.call(outer, candidate);
    },
  });
}
