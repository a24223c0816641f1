import type { Evidence, EvidenceText } from '../../shared/model/history.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { LocalSide, RemoteSide } from './compare.ts';
import type { Engine } from './engine.ts';
import type { ContentId } from './ports.ts';
import type { EvidenceIds } from './run-ports.ts';
import type { BaseEntry } from './state-ports.ts';

/** The base as text: this computer's form of it, else GIIP's, whichever was stored. */
function baseId({ state }: Engine, base: BaseEntry | undefined): ContentId | null {
  const ids = [base?.local?.id, base?.remote?.id].filter((id) => id !== undefined);
  return ids.find((id) => state.contents.get(id) !== undefined) ?? ids[0] ?? null;
}

/** The texts that one step of a plan was decided on. */
export function evidenceOf(
  engine: Engine,
  sides: {
    readonly base: BaseEntry | undefined;
    readonly local: LocalSide;
    readonly remote: RemoteSide;
  },
): EvidenceIds {
  const { base, local, remote } = sides;
  return {
    base: baseId(engine, base),
    local: local.state === 'present' ? local.version.id : null,
    remote: remote.state === 'present' ? remote.version.id : null,
  };
}

/** The same for a text of this computer that was sent or put back: against what is remembered of both. */
export function evidenceFor(engine: Engine, path: ItemPath, local: ContentId | null): EvidenceIds {
  const { state } = engine;
  const remote = state.remote.get(path)?.version?.id ?? null;
  return { base: baseId(engine, state.base.get(path)), local, remote };
}

/** A text that was only looked at is in the file, as long as nobody has changed that. */
async function textHere(engine: Engine, path: ItemPath, id: ContentId): Promise<string | undefined> {
  const found = await engine.workspace.read(path);
  return found.state === 'present' && engine.digest(found.text) === id ? found.text : undefined;
}

async function shown(engine: Engine, path: ItemPath, id: ContentId | null): Promise<EvidenceText> {
  if (id === null) return { state: 'absent' };
  const text = engine.state.contents.get(id) ?? (await textHere(engine, path, id));
  return text === undefined ? { state: 'dropped' } : { state: 'text', text };
}

async function shownTexts(
  engine: Engine,
  path: ItemPath,
  { base, local, remote }: EvidenceIds,
): Promise<Pick<Evidence, 'base' | 'local' | 'remote'>> {
  return {
    base: await shown(engine, path, base),
    local: await shown(engine, path, local),
    remote: await shown(engine, path, remote),
  };
}

/** What an entry of the activity list was decided on. Errors: no-such-version (no evidence, or no longer kept). */
export async function whyActivity(engine: Engine, id: number): Promise<Result<Evidence>> {
  const found = engine.state.activity.get(id);
  if (!found?.evidence || found.entry.path === null || found.entry.reason === null)
    return fail('no-such-version', `activity ${id}`);
  const { path, reason, time } = found.entry;
  return ok({ path, reason, time, ...(await shownTexts(engine, path, found.evidence)) });
}

/** What a conflict is asked about, as it is now. Errors: no-such-conflict, workspace-unreadable. */
export async function whyConflict(engine: Engine, path: ItemPath): Promise<Result<Evidence>> {
  const conflict = engine.state.conflicts.get(path);
  if (!conflict) return fail('no-such-conflict', path);
  const found = await engine.workspace.read(path);
  if (found.state === 'unreadable') return fail('workspace-unreadable', found.reason);
  const here = found.state === 'present' ? engine.digest(found.text) : null;
  const texts = await shownTexts(engine, path, evidenceFor(engine, path, here));
  return ok({ path, reason: conflict.reason, time: conflict.since, ...texts });
}
