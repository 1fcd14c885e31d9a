// The versions that are compiled in. A further version is a further generated table and a line here.

import { compileDictionary, type Dictionary } from './dictionary.ts';
import { fix44 as fix44Data } from './generated/fix44.ts';
import { withUserTags } from './user-tags.ts';

/** FIX 4.4, as published, and the user tags that every client may send. */
export const fix44: Dictionary = compileDictionary(withUserTags(fix44Data));

/** By BeginString(8). */
export const dictionaries: ReadonlyMap<string, Dictionary> = new Map([[fix44.beginString, fix44]]);
