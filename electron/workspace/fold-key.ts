import type { ItemPath } from '../../shared/model/item.ts';

/**
 * Paths with equal keys could be one file on some file system: letter case, Unicode form, ligatures, the
 * Kelvin sign. Upper before lower folds `ß` with `ss`; neither looks at the locale, so a Turkish system gives
 * the same answer.
 */
export function foldKey(path: ItemPath): string {
  // A scan asks this for every name: plain ones are most of them.
  if (!/[^ -~]/.test(path)) return path.toLowerCase();
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
