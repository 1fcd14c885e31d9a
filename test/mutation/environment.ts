// The world that a test sees while one operator of the product is changed: after its first failure it is over.
import CausewayEnvironment from '../tools/jest-environment.ts';

/** Of jest-circus's events, what is read here. */
interface TestEvent {
  readonly name: string;
  readonly test?: { readonly errors: readonly unknown[]; mode?: string | null };
}

/**
 * One failed test is enough to say that a change was found, and jest's own bail counts whole files: the rest of the
 * file is skipped. jest wants a class that extends its own.
 */
export default class MutationEnvironment extends CausewayEnvironment {
  #failed = false;

  async handleTestEvent(event: TestEvent): Promise<void> {
    if (event.name === 'test_done' && event.test !== undefined && event.test.errors.length > 0) {
      this.#failed = true;
    }
    if (event.name === 'test_start' && event.test !== undefined && this.#failed) {
      event.test.mode = 'skip';
    }
    return Promise.resolve();
  }
}
