// Pairs of states, of an order and of a child of it at the same time: counted by name, and shown as a table.

const PAIR = 'pair ';
const BETWEEN = ' / ';

/** What a pair of states is counted as. */
export function pairOf(order: string, child: string): string {
  return `${PAIR}${order}${BETWEEN}${child}`;
}

export function isPair(name: string): boolean {
  return name.startsWith(PAIR);
}

/** A row for each state of an order, a column for each of a child. */
export function pairTable(counts: ReadonlyMap<string, number>): readonly string[] {
  const found = new Map<string, Map<string, number>>();
  const columns = new Set<string>();
  for (const [name, count] of counts) {
    if (!isPair(name)) continue;
    const [order = '', child = ''] = name.slice(PAIR.length).split(BETWEEN);
    columns.add(child);
    const row = found.get(order) ?? new Map<string, number>();
    found.set(order, row.set(child, count));
  }
  const heads = [...columns].toSorted();
  const line = (first: string, cells: readonly string[]): string =>
    `  ${first.padEnd(16)}${cells.map((cell, at) => cell.padStart((heads[at] ?? '').length + 2)).join('')}`;
  return [
    line('', heads),
    ...[...found]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([order, row]) =>
        line(
          order,
          heads.map((head) => String(row.get(head) ?? '-')),
        ),
      ),
  ];
}
