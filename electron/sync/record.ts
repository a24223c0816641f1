import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import { dropHashes } from './adopt-hashes.ts';
import { lookupOf } from './all-of.ts';
import type { Engine } from './engine.ts';
import { endIntents } from './intents.ts';
import { noteReplaced, noteStep } from './note-activity.ts';
import type { Plan } from './plan.ts';
import type { ContentId, Version } from './ports.ts';
import type { Step } from './refine.ts';
import { rememberKnown, rememberVersion } from './remember-version.ts';
import type { RemoteView } from './remote-view.ts';
import type { BaseEntry, FactTypes, RemoteEntry } from './state-ports.ts';

/** True when `history` can show this version of the path. */
function isInHistory(engine: Engine, path: ItemPath, { id }: Version): boolean {
  const { history } = engine.state;
  return history.list(path).some((version) => history.content(version.id)?.id === id);
}

/**
 * A text that GIIP had may have been the last copy when somebody else's push replaces it: it was never written here (a
 * conflict, a brake, a file that moved), or a power cut took the file. Where the file still holds what was agreed on,
 * the write that follows keeps that one.
 */
function keepReplaced(
  engine: Engine,
  { path, version }: RemoteEntry,
  before: Version | null | undefined,
  here: Version | undefined,
): void {
  if (!before || before.id === version?.id) return;
  const base = engine.state.base.get(path);
  const isHere = here !== undefined && base?.local?.meaning === here.meaning && base.remote?.id === before.id;
  const isKept = (isHere && version !== null) || isInHistory(engine, path, before);
  if (!isKept) rememberKnown(engine, path, before, 'server');
}

/** Another spelling of the same text was not heard anew. */
function heardAt({ clock }: Engine, { version }: RemoteEntry, known: RemoteEntry | undefined): number {
  return known?.version?.id === version?.id ? (known?.heardAt ?? clock.now()) : clock.now();
}

function isSameList(a: readonly Rejected[], b: readonly Rejected[]): boolean {
  return (
    a.length === b.length && a.every(({ path, reason }, i) => b[i]?.path === path && b[i]?.reason === reason)
  );
}

function* heardIds({ sections }: RemoteView): Iterable<ContentId> {
  for (const { updates } of sections) for (const { version } of updates) if (version) yield version.id;
}

/**
 * What GIIP said is durable before anything is done about it. Until its hash is adopted the section's old hash no
 * longer describes it, so it goes.
 */
export function recordAnswer(
  engine: Engine,
  view: RemoteView,
  rejected: FactTypes['rejected'],
  versionHere: (path: ItemPath) => Version | undefined,
): void {
  const { state } = engine;
  const before = state.facts.get('rejected');
  view.texts.store(heardIds(view));
  for (const section of view.sections) {
    const remote = lookupOf(
      state.remote,
      section.updates.map(({ path }) => path),
    );
    for (const entry of section.updates) {
      const known = remote(entry.path);
      keepReplaced(engine, entry, known?.version, versionHere(entry.path));
      state.remote.put({ ...entry, heardAt: heardAt(engine, entry, known) });
    }
    const isMoved =
      section.updates.length > 0 || !isSameList(before?.[section.section] ?? [], rejected[section.section]);
    if (isMoved) dropHashes(engine, [section.section]);
  }
  if (view.sections.length > 0) state.facts.set('rejected', rejected);
}

/** Bases that our own echoes prove. */
export function recordProved(engine: Engine, plan: Plan): void {
  for (const { base } of plan.proved) engine.state.base.put(base);
  endIntents(
    engine,
    plan.proved.map(({ intent }) => intent),
  );
}

function baseAfter(step: Step): BaseEntry | null {
  const local = step.local.state === 'present' ? step.local.version : null;
  const remote = step.remote.state === 'present' ? step.remote.version : null;
  if (step.action === 'adopt') return { path: step.path, local, remote };
  if (step.action === 'tombstone') return { path: step.path, local: null, remote };
  return null;
}

function isSameBase(a: BaseEntry, b: BaseEntry | undefined): boolean {
  return b !== undefined && a.local?.id === b.local?.id && a.remote?.id === b.remote?.id;
}

/** Verdicts that change nothing on either side: only what is remembered moves. */
export function recordQuietSteps(engine: Engine, steps: readonly Step[]): void {
  const agreed = steps.flatMap((step) => baseAfter(step) ?? []);
  const known = lookupOf(
    engine.state.base,
    agreed.map(({ path }) => path),
  );
  for (const base of agreed) if (!isSameBase(base, known(base.path))) engine.state.base.put(base);
  for (const { action, path } of steps) {
    if (action !== 'forget') continue;
    engine.state.base.delete(path);
    engine.state.remote.delete(path);
  }
}

/**
 * After a write that is flushed: the base is what GIIP was heard to hold. A merged text that differs from it is then
 * a local change, and the ordinary push sends it.
 */
export function recordWrite(engine: Engine, step: Step, text: string, version: Version): void {
  if (step.remote.state !== 'present')
    throw new Error(`GIIP holds nothing for ${step.path}, so nothing can have been pulled`);
  const remote = step.remote.version;
  const isMerge = step.action === 'merge';
  // Only style was added (line ends, final newline): the written text is this computer's form of what GIIP holds.
  const local = isMerge ? remote : version;
  engine.state.base.put({ path: step.path, local, remote });
  // The push of a merged text replaces GIIP's: that one stays in history too.
  if (isMerge) rememberKnown(engine, step.path, remote, 'server');
  rememberVersion(engine, step.path, version, text, isMerge ? 'merged' : 'server');
  const before = step.local.state === 'present' ? step.local.version.id : null;
  noteReplaced(engine, step.path, before, version.id);
  noteStep(engine, isMerge ? 'merged' : 'pulled', step);
}
