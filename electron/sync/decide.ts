import { styledText } from '../../shared/merge/file-style.ts';
import { withLineEndsOf } from '../../shared/merge/text-style.ts';
import type { ConflictDecision, ConflictTexts } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Reason } from '../../shared/model/reason.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { LostText } from './lost-text.ts';
import type { BaseEntry, Version } from './ports.ts';
import { noteActivity, rememberKnown, rememberVersion } from './record.ts';
import { mendLostTexts } from './self-check.ts';
import { versionOf } from './version-of.ts';

/** What stands here now, whatever it means; null where nothing does. */
async function readHere(engine: Engine, path: ItemPath): Promise<Result<string | null>> {
  const found = await engine.workspace.read(path);
  if (found.state === 'absent') return ok(null);
  return found.state === 'present' ? ok(found.text) : fail('workspace-unreadable', found.reason);
}

/**
 * Writes a text over what stands here, which is in history before that, even where it is broken. `changed-meanwhile`
 * when somebody wrote in between: nothing was done.
 */
async function replaceHere(
  engine: Engine,
  path: ItemPath,
  text: string,
  origin: 'local' | 'server' | 'merged',
): Promise<Result<Version>> {
  const version = versionOf(engine.digest, path, text);
  if ('broken' in version) return fail('write-failed', version.broken);
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  const old = here.value;
  const oldId = old === null ? null : engine.digest(old);
  if (old !== null && oldId !== null)
    engine.state.transaction(() => rememberVersion(engine, path, { id: oldId }, old, 'local'));
  if (oldId !== version.id) {
    const outcome = await engine.workspace.write(path, text, oldId);
    if (outcome.state === 'failed') return { ok: false, error: outcome.error };
    if (outcome.state === 'changed') return fail('changed-meanwhile', path);
  }
  engine.state.transaction(() => rememberVersion(engine, path, version, text, origin));
  return ok(version);
}

function settle(engine: Engine, base: BaseEntry, reason: Reason): void {
  engine.state.transaction(() => {
    engine.state.base.put(base);
    engine.state.conflicts.delete(base.path);
    noteActivity(engine, 'resolved', base.path, reason);
  });
}

async function takeServer(engine: Engine, path: ItemPath, remote: Version): Promise<Result<null>> {
  const theirs = engine.state.contents.get(remote.id);
  if (theirs === undefined) throw new LostText(path);
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  const written = await replaceHere(engine, path, styledText(path, here.value, theirs), 'server');
  if (!written.ok) return written;
  settle(engine, { path, local: written.value, remote }, { code: 'decided-giip' });
  return ok(null);
}

/** GIIP's text becomes the base: what stands here is then a change on top of it, and the next cycle sends it. */
async function takeMine(
  engine: Engine,
  path: ItemPath,
  remote: Version,
  code: 'decided-mine' | 'decided-file',
): Promise<Result<null>> {
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  engine.state.transaction(() => rememberKnown(engine, path, remote, 'server'));
  settle(engine, { path, local: here.value === null ? null : remote, remote }, { code });
  return ok(null);
}

async function takeText(
  engine: Engine,
  path: ItemPath,
  remote: Version,
  text: string,
): Promise<Result<null>> {
  const here = await readHere(engine, path);
  if (!here.ok) return here;
  // An editor knows one line end only; the file keeps its own, and its byte-order mark.
  const styled = here.value === null ? text : withLineEndsOf(here.value, text);
  const written = await replaceHere(engine, path, styled, 'local');
  return written.ok ? takeMine(engine, path, remote, 'decided-file') : written;
}

/**
 * Settles one conflict as a person decided; makes no request. The next cycle pulls first: if GIIP has changed the
 * item since, it is a conflict again and nothing was overwritten. Errors: no-such-conflict, changed-meanwhile.
 */
async function settleConflict(
  engine: Engine,
  path: ItemPath,
  decision: ConflictDecision,
): Promise<Result<null>> {
  const remote = engine.state.remote.get(path)?.version;
  if (!engine.state.conflicts.get(path) || !remote) return fail('no-such-conflict', path);
  if (decision.take === 'server') return takeServer(engine, path, remote);
  if (decision.take === 'text') return takeText(engine, path, remote, decision.text);
  return takeMine(engine, path, remote, 'decided-mine');
}

/** The next sync asks GIIP for the text again; until then there is nothing to decide on. */
function lostHere(engine: Engine, path: ItemPath): Result<never> {
  mendLostTexts(engine, path);
  return fail('state-unusable', 'the kept text of GIIP’s side was lost; the next sync asks for it again');
}

/** Settles one conflict as a person decided (`settleConflict`). Errors also: state-unusable. */
export async function resolveConflict(
  engine: Engine,
  path: ItemPath,
  decision: ConflictDecision,
): Promise<Result<null>> {
  try {
    return await settleConflict(engine, path, decision);
  } catch (error) {
    if (!(error instanceof LostText)) throw error;
    return lostHere(engine, error.path);
  }
}

/** The three texts of one conflict as they are now. */
export async function conflictTexts(engine: Engine, path: ItemPath): Promise<Result<ConflictTexts>> {
  const { state } = engine;
  const summary = state.conflicts.get(path);
  if (!summary) return fail('no-such-conflict', path);
  const textOf = (version: Version | null | undefined): string | null =>
    version ? (state.contents.get(version.id) ?? null) : null;
  const shown = state.remote.get(path)?.version;
  if (shown && textOf(shown) === null) return lostHere(engine, path);
  const base = state.base.get(path);
  const found = await engine.workspace.read(path);
  if (found.state === 'unreadable') return fail('workspace-unreadable', found.reason);
  return ok({
    ...summary,
    base: textOf(base?.remote) ?? textOf(base?.local),
    local: found.state === 'present' ? found.text : null,
    remote: textOf(shown),
  });
}

/** An item that is no longer on GIIP: keep it here only, or send it again with the next cycle. */
export function decideGone(engine: Engine, path: ItemPath, decision: 'keep' | 'send'): Result<null> {
  const { state } = engine;
  const base = state.base.get(path);
  if (!base || state.remote.get(path)?.version !== null) return fail('no-such-conflict', path);
  state.transaction(() => {
    if (decision === 'keep') state.base.put({ ...base, remote: null });
    else state.base.delete(path);
  });
  return ok(null);
}

/**
 * Puts a kept version back as an ordinary change: what stands here goes into history first, the next cycle sends it.
 * Errors: no-such-version, changed-meanwhile, write-failed.
 */
export async function restoreVersion(
  engine: Engine,
  path: ItemPath,
  versionId: string,
): Promise<Result<null>> {
  const kept = engine.state.history.content(versionId);
  const text = kept && engine.state.contents.get(kept.id);
  if (!kept || kept.path !== path || text === undefined) return fail('no-such-version', versionId);
  const written = await replaceHere(engine, path, text, 'local');
  if (!written.ok) return written;
  noteActivity(engine, 'restored', path, { code: 'restored' });
  return ok(null);
}

/**
 * Lets exactly what the brakes hold now go on; any other situation is held anew. What GIIP refused or did not keep
 * is simply tried again, and held again when that comes to the same.
 */
export function approveHeld(engine: Engine): number {
  const { state } = engine;
  const held = state.facts.get('held') ?? [];
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
  state.transaction(() => {
    const { base, remote, scans, conflicts, intents, refusals, approvals } = state;
    for (const table of [base, remote, scans, conflicts, intents, refusals, approvals]) table.clear();
    state.facts.clear('cursor');
    state.facts.clear('held');
    state.facts.set('identity', found.value);
  });
  return ok(null);
}
