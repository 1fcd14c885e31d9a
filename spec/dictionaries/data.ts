// The form in which the repository keeps a FIX dictionary: facts as text, read once at start.

/**
 * One version's dictionary, written by `test/tools/generate-dictionaries.ts`.
 * `fields`: a line each, `number name TYPE value value …` (no values: any value goes).
 * `header`, `trailer`: members. `messages`: a line each, `msgType name admin|app member member …`.
 * A member is a field number, `!` after it where it is required, and `(member …)` after the counter
 * of a repeating group, whose first member begins each entry; or `@name`, the members of a component,
 * none of which is required where the component is not. `components`: a line each, `name member …`.
 */
export interface DictionaryData {
  readonly beginString: string;
  readonly fields: string;
  readonly components: string;
  readonly header: string;
  readonly trailer: string;
  readonly messages: string;
}

/** Its lines, without the empty ones. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
