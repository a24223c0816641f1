import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import type { Look } from './look.ts';
import { type Memory, newMemory } from './recall.ts';
import type { Step } from './refine.ts';

/** Nothing can come out of step here before somebody touches the file or GIIP names it. */
function isInStep({ action, isMoving, local }: Step, empty: string): boolean {
  // An empty file may be what a crash left of it: the doubt is about every one of them.
  return action === 'none' && !isMoving && local.state === 'present' && local.version.id !== empty;
}

/** There is something about this file that no watcher tells: whether it can be read by now, whether its clock has moved on. */
function isUnsure({ isMoving, local }: Step, fingerprint: string | undefined): boolean {
  return isMoving === true || (local.state !== 'absent' && fingerprint === undefined);
}

function keep<T>(set: Set<T>, entry: T, isKept: boolean): void {
  if (isKept) set.add(entry);
  else set.delete(entry);
}

function placeOf({ path }: Rejected): ItemPath {
  return path.replace(/\/$/, '');
}

/** The look is recorded: the next one need only look at what is not as it is now. */
export function remember(engine: Engine, { start, steps, local }: Look): void {
  const { recall, paths, digest } = engine;
  if (!recall) return;
  const memory: Memory = start.memory ?? newMemory(paths.foldKey);
  const { names, open, unsure } = memory;
  const empty = digest('');
  const left = new Set(local.reached ?? []);
  for (const step of steps) {
    const { path } = step;
    const fingerprint = local.fingerprints.get(path);
    names.put(path, fingerprint);
    keep(open, path, fingerprint === undefined || !isInStep(step, empty));
    keep(unsure, path, isUnsure(step, fingerprint));
    left.delete(path);
  }
  for (const path of left) {
    names.delete(path);
    open.delete(path);
    unsure.delete(path);
  }
  for (const one of [...local.refused, ...local.unreadableFolders]) unsure.add(placeOf(one));
  memory.refused = local.refused;
  memory.unreadableFolders = local.unreadableFolders;
  recall.commit(start, memory);
}
