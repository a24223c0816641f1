import type { ItemPath } from '../model/item.ts';
import { describeDamage } from './describe-damage.ts';

/** True when GIIP's text is one that we know, damaged on the way there. Such a text never replaces anything. */
export function looksDamaged(path: ItemPath, known: string, remote: string): boolean {
  return describeDamage(path, known, remote) !== null;
}
