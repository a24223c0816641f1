import type { Activity, HistoryVersion } from '../../shared/model/change.ts';
import type { ConflictSummary } from '../../shared/model/conflict.ts';
import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import type { Reason } from '../../shared/model/reason.ts';
import { dropHashes } from './adopt-hashes.ts';
import type { Engine } from './engine.ts';
import { evidenceOf } from './evidence.ts';
import { endIntent } from './intents.ts';
import { LostText } from './lost-text.ts';
import type { Plan } from './plan.ts';
import type { ContentId, Version } from './ports.ts';
import type { Step } from './refine.ts';
import type { RemoteView } from './remote-view.ts';
import type { EvidenceIds } from './run-ports.ts';
import type { BaseEntry, FactTypes, RemoteEntry } from './state-ports.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** Keeps a text reachable by `history`, whatever it means; call inside a transaction. */
export function rememberVersion(
  engine: Engine,
  path: ItemPath,
  version: Pick<Version, 'id'>,
  text: string,
  origin: HistoryVersion['origin'],
): void {
  engine.state.contents.put(version.id, text);
  engine.state.history.record({
    path,
    id: version.id,
    origin,
    time: engine.clock.now(),
    bytes: utf8Bytes(text),
  });
}

/** The same for a text that the store already holds. */
export function rememberKnown(
  engine: Engine,
  path: ItemPath,
  version: Version,
  origin: HistoryVersion['origin'],
): void {
  const text = engine.state.contents.get(version.id);
  if (text === undefined) throw new LostText(path);
  rememberVersion(engine, path, version, text, origin);
}

/** So that a merge and its push do not record the same texts in turn. */
const JUST_NOW_MS = 60 * 60_000;
const LATEST = 3;

/** The same, unless it was recorded just now. */
export function rememberReplaced(engine: Engine, path: ItemPath, version: Version): void {
  const { history } = engine.state;
  const since = engine.clock.now() - JUST_NOW_MS;
  const latest = history.list(path).slice(0, LATEST);
  const isKept = latest.some(({ id, time }) => time >= since && history.content(id)?.id === version.id);
  if (!isKept) rememberKnown(engine, path, version, 'server');
}

/** One entry for people, in the run at work; `evidence` names the texts that it was decided on. */
export function noteActivity(
  engine: Engine,
  kind: Activity['kind'],
  path: ItemPath | null,
  reason: Reason | null,
  code?: string,
  evidence?: EvidenceIds,
): void {
  const time = engine.clock.now();
  const { runs, activity } = engine.state;
  engine.state.transaction(() =>
    activity.add({
      time,
      kind,
      path,
      reason,
      run: runs.note(kind, time),
      ...(code === undefined ? {} : { code }),
      ...(evidence === undefined ? {} : { evidence }),
    }),
  );
}

/** One entry about a step, with the texts that it was decided on. */
export function noteStep(engine: Engine, kind: Activity['kind'], step: Step): void {
  noteActivity(engine, kind, step.path, step.reason, undefined, evidenceOf(engine, step));
}

/**
 * The run at work put `after` in the place of `before` (content ids whose texts are kept): undoing puts `before` back.
 * After the base was put, so that the folder as of this run has the new text.
 */
export function noteReplaced(
  engine: Engine,
  path: ItemPath,
  before: ContentId | null,
  after: ContentId | null,
): void {
  if (before !== after) engine.state.runs.noteReplaced({ path, before, after }, engine.clock.now());
}

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
function keepReplaced(engine: Engine, { path, version }: RemoteEntry, here: Version | undefined): void {
  const before = engine.state.remote.get(path)?.version;
  if (!before || before.id === version?.id) return;
  const base = engine.state.base.get(path);
  const isHere = here !== undefined && base?.local?.meaning === here.meaning && base.remote?.id === before.id;
  const isKept = (isHere && version !== null) || isInHistory(engine, path, before);
  if (!isKept) rememberKnown(engine, path, before, 'server');
}

/** Another spelling of the same text was not heard anew. */
function heardAt({ state, clock }: Engine, { path, version }: RemoteEntry): number {
  const known = state.remote.get(path);
  return known?.version?.id === version?.id ? (known?.heardAt ?? clock.now()) : clock.now();
}

function isSameList(a: readonly Rejected[], b: readonly Rejected[]): boolean {
  return (
    a.length === b.length && a.every(({ path, reason }, i) => b[i]?.path === path && b[i]?.reason === reason)
  );
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
  for (const [id, text] of view.texts) state.contents.put(id, text);
  for (const section of view.sections) {
    for (const entry of section.updates) {
      keepReplaced(engine, entry, versionHere(entry.path));
      state.remote.put({ ...entry, heardAt: heardAt(engine, entry) });
    }
    const isMoved =
      section.updates.length > 0 || !isSameList(before?.[section.section] ?? [], rejected[section.section]);
    if (isMoved) dropHashes(engine, [section.section]);
  }
  if (view.sections.length > 0) state.facts.set('rejected', rejected);
}

/** Bases that our own echoes prove. */
export function recordProved(engine: Engine, plan: Plan): void {
  for (const { base, intent } of plan.proved) {
    engine.state.base.put(base);
    endIntent(engine, intent);
  }
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
  for (const step of steps) {
    const base = baseAfter(step);
    if (base && !isSameBase(base, engine.state.base.get(step.path))) engine.state.base.put(base);
    if (step.action === 'forget') {
      engine.state.base.delete(step.path);
      engine.state.remote.delete(step.path);
    }
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

function idOf(side: Step['local'] | Step['remote']): string | null {
  return side.state === 'present' ? side.version.id : null;
}

function conflictNow(step: Step, since: number): ConflictSummary {
  const seen = { local: idOf(step.local), remote: idOf(step.remote) };
  return { path: step.path, kind: step.kind ?? 'edit/edit', reason: step.reason, since, seen };
}

function isSameConflict(a: ConflictSummary, b: ConflictSummary): boolean {
  const isSeen = a.seen.local === b.seen.local && a.seen.remote === b.seen.remote;
  return isSeen && a.kind === b.kind && a.reason.code === b.reason.code;
}

/** What is held for its secrets would be an ordinary push: its conflict has ended. */
function isBraked({ action, reason }: Step): boolean {
  return action === 'held' && reason.code !== 'held-secret' && reason.code !== 'kept-secret';
}

/** The list of conflicts becomes what this plan found: new ones are noted, ended ones leave with a word. */
export function recordConflicts(engine: Engine, steps: readonly Step[]): void {
  const { state, clock } = engine;
  const now = new Map(steps.filter((step) => step.action === 'conflict').map((step) => [step.path, step]));
  const unsure = new Set(
    steps
      .filter((step) => step.action === 'skip' || isBraked(step) || step.isMoving)
      .map((step) => step.path),
  );
  for (const old of state.conflicts.all()) {
    if (now.has(old.path) || unsure.has(old.path)) continue;
    state.conflicts.delete(old.path);
    noteActivity(
      engine,
      'conflict-ended',
      old.path,
      steps.find((step) => step.path === old.path)?.reason ?? null,
    );
  }
  for (const [path, step] of now) {
    const known = state.conflicts.get(path);
    const conflict = conflictNow(step, known?.since ?? clock.now());
    if (!known || !isSameConflict(known, conflict)) state.conflicts.put(conflict);
    if (!known) noteStep(engine, 'conflict', step);
  }
}
