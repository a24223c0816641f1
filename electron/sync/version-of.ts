import { meaningOf } from '../../shared/merge/meaning.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Digest, Version } from './ports.ts';

/** The two hashes of a text, or why it is not usable as this item; `id` where the first is known already. */
export function versionOf(
  digest: Digest,
  path: ItemPath,
  text: string,
  id = digest(text),
): Version | { readonly broken: string } {
  const found = meaningOf(path, text);
  if ('broken' in found) return found;
  return { id, meaning: found.meaning === text ? id : digest(found.meaning) };
}
