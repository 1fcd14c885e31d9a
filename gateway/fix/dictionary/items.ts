// The members of a message in the text form of a dictionary, taken apart and put together.

/** One member: a field's number, or `@` and a component's name. */
export interface Item {
  readonly key: string;
  readonly required: boolean;
  /** Null: not the counter of a group. */
  readonly entry: readonly Item[] | null;
}

const ITEM = /(@?\w+)(!?)(\(?)|\)/g;

export function itemsIn(text: string): readonly Item[] {
  const open: Item[][] = [[]];
  for (const [, key, mark, bracket] of text.matchAll(ITEM)) {
    if (key === undefined) {
      open.pop();
      continue;
    }
    const entry: Item[] | null = bracket === '(' ? [] : null;
    open.at(-1)?.push({ key, required: mark === '!', entry });
    if (entry !== null) open.push(entry);
  }
  return open[0] ?? [];
}

export function textOf(items: readonly Item[]): string {
  return items
    .map(({ key, required, entry }) => {
      const mark = required ? '!' : '';
      return entry === null ? `${key}${mark}` : `${key}${mark}(${textOf(entry)})`;
    })
    .join(' ');
}

/** The lower's members, changed where the upper has the same ones, then the upper's own. */
export function laidOver(lower: readonly Item[], upper: readonly Item[]): readonly Item[] {
  const changes = new Map(upper.map((item) => [item.key, item]));
  const kept = lower.map((item) => {
    const change = changes.get(item.key);
    if (change === undefined) return item;
    changes.delete(item.key);
    const { key, required } = change;
    if (item.entry === null || change.entry === null)
      return { key, required, entry: change.entry ?? item.entry };
    return { key, required, entry: laidOver(item.entry, change.entry) };
  });
  return [...kept, ...changes.values()];
}
