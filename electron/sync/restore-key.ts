import { patchJson } from '../../shared/merge/json-patch.ts';
import { parseJson } from '../../shared/merge/json-tree.ts';
import { placeSource, treeSource } from '../../shared/merge/merge-json.ts';
import { mergeTree } from '../../shared/merge/merge-tree.ts';
import type { ManyDone } from '../../shared/model/conflict.ts';
import { type ItemPath, sectionOf } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { putBackOne } from './put-back.ts';
import { versionText } from './restore.ts';

/** The config here with this one key as the other text has it; everything else stays as it is written. */
function withKeyOf(here: string, other: string, key: readonly string[]): Result<string> {
  const [mine, theirs] = [parseJson(here), parseJson(other)];
  if ('broken' in mine) return fail('text-unusable', mine.broken);
  if ('broken' in theirs) return fail('text-unusable', theirs.broken);
  const isAsked = (place: readonly string[]): boolean => key.every((name, i) => place[i] === name);
  let isFound = false;
  const target = treeSource(mergeTree(mine, mine, theirs), (leaf, place) => {
    if (!isAsked(place)) return placeSource(leaf.mine);
    isFound = true;
    return placeSource(leaf.server);
  });
  if (!isFound || !('source' in target)) return fail('no-such-version', key.join('.'));
  return ok(patchJson(here, target.source));
}

/**
 * Puts back the value of one key of a config as a kept version has it, or takes the key out where that version has
 * none. Errors: no-such-version (also: there is no such key), changed-meanwhile, text-unusable, write-failed.
 */
export async function restoreKey(
  engine: Engine,
  path: ItemPath,
  versionId: string,
  key: readonly string[],
): Promise<Result<ManyDone>> {
  const other = versionText(engine, path, versionId);
  if (!other.ok) return other;
  if (sectionOf(path) !== 'config') return fail('no-such-version', path);
  return putBackOne(engine, {
    path,
    textFor: (here) => (here === null ? fail('changed-meanwhile', path) : withKeyOf(here, other.value, key)),
  });
}
