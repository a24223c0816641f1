import type { ItemPath, Section } from '../../../shared/model/item.ts';
import { knownPaths } from '../world/known-paths.ts';

/** The path that a name of GIIP's has here, or null. */
export function pathOf(section: Section, wire: string): ItemPath | null {
  const verdict = knownPaths.admit(section, wire);
  return 'path' in verdict ? verdict.path : null;
}
