import { safePath } from '../../../electron/workspace/safe-path.ts';
import type { ItemPath, Section } from '../../../shared/model/item.ts';

/** The path that a name of GIIP's has here, or null. */
export function pathOf(section: Section, wire: string): ItemPath | null {
  const verdict = safePath.admit(section, wire);
  return 'path' in verdict ? verdict.path : null;
}
