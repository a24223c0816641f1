import type { Engine } from './engine.ts';
import { type Memory, newMemory } from './recall.ts';

/**
 * What the looks of earlier processes left in the database, as if this process had taken the last one: a process that
 * has just begun compares what differs from that. Whatever is not surely in step counts as open and unsure.
 */
export function restoreMemory({
  state,
  digest,
  paths,
}: Pick<Engine, 'state' | 'digest' | 'paths'>): Memory | null {
  // After a kill every file is doubted.
  if (state.facts.get('mayBeTorn') === true) return null;
  const standing = state.standing(digest(''));
  const memory = newMemory(paths.foldKey, standing);
  for (const [path, fingerprint] of standing) {
    if (fingerprint !== undefined) continue;
    memory.open.add(path);
    memory.unsure.add(path);
  }
  return memory;
}
