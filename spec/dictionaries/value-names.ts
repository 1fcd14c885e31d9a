// What values are called, for people to read. 110 KB that nothing on an order's path asks for: read when asked.

/** Of all versions that are compiled in. */
export interface ValueNames {
  /** `Buy` for Side(54) = 1 in FIX.4.4; null: it has no name. */
  nameOf(version: string, tag: number, value: string): string | null;
}

type Names = ReadonlyMap<number, ReadonlyMap<string, string>>;

export async function loadValueNames(): Promise<ValueNames> {
  const { usualNames, otherNames } = await import('./generated/value-names.ts');
  const usual = namesIn(usualNames);
  const others = new Map(Object.entries(otherNames).map(([key, text]) => [key, namesIn(text)]));
  return {
    nameOf: (version, tag, value) =>
      others.get(version)?.get(tag)?.get(value) ?? usual.get(tag)?.get(value) ?? null,
  };
}

function namesIn(text: string): Names {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [tag = '', ...values] = line.split(' ');
      return [Number(tag), new Map(values.map(pairOf))];
    }),
  );
}

/** A name has no `=`, a value may. */
function pairOf(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
