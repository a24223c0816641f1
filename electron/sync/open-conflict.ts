import type { SeenTexts } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import type { ContentId, Version } from './ports.ts';
import { readHere } from './read-here.ts';
import { mendLostTexts } from './self-check.ts';

/** One conflict as it is at the moment of a decision. */
export interface OpenConflict {
  readonly path: ItemPath;
  /** What stands here, null where nothing does. */
  readonly here: string | null;
  readonly hereId: ContentId | null;
  /** What GIIP was last heard to hold. */
  readonly remote: Version;
  readonly theirs: string;
  /** Epoch milliseconds: when that was first heard. */
  readonly heardAt: number;
}

/** The next sync asks GIIP for the text again; until then there is nothing to decide on. */
export function lostHere(engine: Engine, path: ItemPath): Result<never> {
  mendLostTexts(engine, path);
  return fail('state-unusable', 'the kept text of GIIP’s side was lost; the next sync asks for it again');
}

/** Errors: no-such-conflict, changed-meanwhile (not what was looked at), workspace-unreadable, state-unusable. */
export async function openConflict(
  engine: Engine,
  path: ItemPath,
  seen: SeenTexts | undefined,
): Promise<Result<OpenConflict>> {
  const { state } = engine;
  const conflict = state.conflicts.get(path);
  const entry = state.remote.get(path);
  if (!conflict || !entry?.version) return fail('no-such-conflict', path);
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  const hereId = here.value === null ? null : engine.digest(here.value);
  const { version: remote, heardAt = conflict.since } = entry;
  if (seen && (seen.local !== hereId || seen.remote !== remote.id)) return fail('changed-meanwhile', path);
  const theirs = state.contents.get(remote.id);
  if (theirs === undefined) return lostHere(engine, path);
  return ok({ path, here: here.value, hereId, remote, theirs, heardAt });
}
