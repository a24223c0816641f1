import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import type { Version } from './ports.ts';
import { readHere } from './read-here.ts';
import { versionOf } from './version-of.ts';

/** What stands here while it is what was agreed: a file that was changed since goes out with the next cycle anyway. */
async function agreedHere(engine: Engine, path: ItemPath): Promise<Version | null> {
  const agreed = engine.state.base.get(path)?.local;
  const here = await readHere(engine, path);
  if (!agreed || !here.ok || here.value === null) return null;
  const version = versionOf(engine.digest, path, here.value);
  return 'meaning' in version && version.meaning === agreed.meaning ? version : null;
}

/**
 * An item that is no longer on GIIP: keep it here only, or send it again with the next cycle. Errors: no-such-conflict,
 * also when the file was changed or deleted meanwhile.
 */
export async function decideGone(
  engine: Engine,
  path: ItemPath,
  decision: 'keep' | 'send',
): Promise<Result<null>> {
  const { state } = engine;
  const local = await agreedHere(engine, path);
  if (!local || state.remote.get(path)?.version !== null) return fail('no-such-conflict', path);
  state.transaction(() => {
    if (decision === 'keep') state.base.put({ path, local, remote: null });
    else state.base.delete(path);
  });
  return ok(null);
}

/**
 * Lets exactly what the brakes hold now go on, or these paths of it (null: all): the rest stays held, and so is any
 * other situation. Secrets are not let go by it (`secret-decision.ts`). What GIIP refused or did not keep is simply tried again, and held again when that comes to the same.
 */
export function approveHeld(engine: Engine, paths: readonly ItemPath[] | null = null): number {
  const { state } = engine;
  const chosen = paths && new Set(paths);
  const held = (state.facts.get('held') ?? []).filter(
    ({ path, reason }) => reason.code !== 'held-secret' && (!chosen || chosen.has(path)),
  );
  state.transaction(() => {
    for (const { key, path, reason } of held) {
      if (reason.code === 'held-refused-by-giip') state.refusals.delete(path);
      else if (reason.code === 'held-not-stored') forgetAnswered(engine, path);
      else state.approvals.put({ path: key });
    }
  });
  return held.length;
}

function forgetAnswered(engine: Engine, path: ItemPath): void {
  for (const intent of engine.state.intents.all())
    if (intent.item === path && intent.acknowledged > 0) engine.state.intents.delete(intent.path);
}

/** After `push-replaces-everything`: a person says that GIIP is fine again. The next push is proved anew before it. */
export function allowPushing(engine: Engine): void {
  engine.state.transaction(() => {
    engine.state.facts.clear('pushUnsafe');
    engine.state.facts.clear('pushProved');
  });
}

/**
 * The person says that the folder now standing there is the right one: it is compared as on a first sync. History
 * stays; nothing is guessed from the old base.
 */
export async function acceptFolder(engine: Engine): Promise<Result<null>> {
  const found = await engine.workspace.identify();
  if (!found.ok) return found;
  const { state } = engine;
  engine.recall?.forget();
  state.transaction(() => {
    const { base, remote, scans, conflicts, intents, refusals, approvals } = state;
    for (const table of [base, remote, scans, conflicts, intents, refusals, approvals]) table.clear();
    state.facts.clear('cursor');
    state.facts.clear('held');
    state.facts.set('identity', found.value);
  });
  return ok(null);
}
