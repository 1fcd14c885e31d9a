// A dictionary's file, of either form, over the published version that it belongs to.

import {
  compileDictionary,
  type Dictionary,
  dictionaryDataOf,
  dictionaryOf,
  type DictionaryData,
  type FixVersion,
  linesOf,
} from '../../../spec/dictionaries/index.ts';
import { readOrchestra } from './orchestra.ts';
import { overlaid } from './overlay.ts';
import { type Known, readQuickFixXml } from './quickfix-xml.ts';
import { DictionaryFileError, Place, readXml } from './xml.ts';

/**
 * The published dictionary of the version with this file's laid over it, compiled. Throws
 * `DictionaryFileError` with file, line and element, what was found there and what was expected.
 */
export function readDictionary(file: string, text: string, version: FixVersion): Dictionary {
  const root = new Place(file, readXml(file, text));
  const { data, session } = dictionaryDataOf(version);
  const known = knownIn(data, session);
  const custom = readRoot(root, known, version);
  try {
    const compiled = compileDictionary(overlaid(data, custom), session ?? undefined);
    const { applVerID, withApplVerID } = dictionaryOf(version);
    return { ...compiled, applVerID, withApplVerID };
  } catch (error) {
    // Only the whole shows that a data field has no length.
    const found = error instanceof Error ? error.message : String(error);
    throw new DictionaryFileError(file, found, 'a length field before each data field');
  }
}

function readRoot(root: Place, known: Known, version: FixVersion): DictionaryData {
  if (root.name === 'fix') return readQuickFixXml(root, known, version);
  if (root.name === 'repository') return readOrchestra(root, known, version);
  return root.fail(`<${root.name}>`, '<fix> of QuickFIX or <repository> of FIX Orchestra');
}

function knownIn(data: DictionaryData, session: DictionaryData | null): Known {
  const all = session === null ? [data] : [session, data];
  return {
    tags: new Map(
      all.flatMap(({ fields }) =>
        linesOf(fields).map((line) => {
          const [number = '', name = ''] = line.split(' ', 2);
          return [name, Number(number)] as const;
        }),
      ),
    ),
    components: new Set(linesOf(data.components).map((line) => line.split(' ', 1)[0] ?? '')),
  };
}
