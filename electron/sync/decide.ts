import { styledText } from '../../shared/merge/file-style.ts';
import { withLineEndsOf } from '../../shared/merge/text-style.ts';
import type {
  ConflictDecision,
  KeyChoice,
  KeyRule,
  ManyDone,
  SeenTexts,
  Settled,
  Side,
} from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { Reason } from '../../shared/model/reason.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { inParallel } from './in-parallel.ts';
import { keepBeside, type TakenNames, takenNames } from './keep-both.ts';
import { countChoices } from './key-rules.ts';
import { LostText } from './lost-text.ts';
import type { Version } from './ports.ts';
import { noteActivity, noteReplaced, rememberKnown } from './record.ts';
import { readHere, replaceText } from './replace-here.ts';
import type { Replacement } from './run-ports.ts';
import { inRun } from './runs.ts';
import { mendLostTexts } from './self-check.ts';

/** One conflict as it is at the moment of the decision. */
interface Open {
  readonly path: ItemPath;
  /** What stands here, null where nothing does. */
  readonly here: string | null;
  readonly hereId: string | null;
  /** What GIIP was last heard to hold. */
  readonly remote: Version;
  readonly theirs: string;
  readonly heardAt: number;
}

/** What a decision came to: the texts that both sides now agree to go on from. */
interface Outcome {
  /** This computer's side of the new base: GIIP's version where the next cycle is to send what stands here. */
  readonly local: Version | null;
  readonly reason: Reason;
  /** What undoing puts back, and what it replaces; empty where the write has noted it. */
  readonly replaced: readonly Replacement[];
  readonly keys?: readonly KeyChoice[];
}

/** Errors: no-such-conflict, changed-meanwhile (not what was looked at), workspace-unreadable. */
async function openConflict(
  engine: Engine,
  path: ItemPath,
  seen: SeenTexts | undefined,
): Promise<Result<Open>> {
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
  if (theirs === undefined) throw new LostText(path);
  return ok({ path, here: here.value, hereId, remote, theirs, heardAt });
}

/** GIIP's text is written here. */
async function takeServer(engine: Engine, open: Open): Promise<Result<Outcome>> {
  const { path, here } = open;
  const text = styledText(path, here, open.theirs);
  const written = await replaceText(engine, path, here, text, 'server');
  if (!written.ok) return written;
  return ok({ local: written.value.version, reason: { code: 'decided-giip' }, replaced: [] });
}

/** GIIP's text becomes the base: what stands here is then a change on top of it, and the next cycle sends it. */
function takeMine({ path, hereId, remote }: Open): Outcome {
  const replaced = [{ path, before: remote.id, after: hereId }];
  return { local: hereId === null ? null : remote, reason: { code: 'decided-mine' }, replaced };
}

async function takeText(
  engine: Engine,
  open: Open,
  decision: ConflictDecision & { take: 'text' },
): Promise<Result<Outcome>> {
  const { path, here, remote } = open;
  // An editor knows one line end only; the file keeps its own, and its byte-order mark.
  const text = here === null ? decision.text : withLineEndsOf(here, decision.text);
  const written = await replaceText(engine, path, here, text, 'local');
  if (!written.ok) return written;
  return ok({ local: remote, reason: { code: 'decided-file' }, replaced: [], keys: decision.keys ?? [] });
}

/**
 * What stands here stays, and so does a deletion; GIIP's text becomes a file of its own. Undoing is as with `mine`, and
 * takes that file away.
 */
async function takeBoth(engine: Engine, open: Open, taken: TakenNames): Promise<Result<Outcome>> {
  const { path, heardAt, theirs } = open;
  const beside = await keepBeside(engine, path, { text: theirs, heardAt }, taken);
  if (!beside.ok) return beside;
  const mine = takeMine(open);
  const replaced = [
    ...mine.replaced,
    { path: beside.value.path, before: null, after: beside.value.version.id },
  ];
  return ok({ ...mine, reason: { code: 'decided-both', detail: beside.value.path }, replaced });
}

async function carryOut(
  engine: Engine,
  open: Open,
  decision: ConflictDecision,
  taken: () => TakenNames,
): Promise<Result<Outcome>> {
  switch (decision.take) {
    case 'server':
      return takeServer(engine, open);
    case 'text':
      return takeText(engine, open, decision);
    case 'both':
      return takeBoth(engine, open, taken());
    case 'mine':
      return ok(takeMine(open));
  }
}

/** Files are flushed by now; all that is remembered of the decision is one commit. Answers a rule to offer. */
function settle(engine: Engine, open: Open, { local, reason, replaced, keys }: Outcome): KeyRule | null {
  const { path, here, hereId, remote } = open;
  const { state } = engine;
  return state.transaction(() => {
    const known = state.base.get(path);
    const base = known?.local?.id ?? known?.remote?.id ?? null;
    // Both texts stay readable for those who ask why, or put one back.
    if (here !== null && hereId !== null) state.contents.put(hereId, here);
    rememberKnown(engine, path, remote, 'server');
    state.base.put({ path, local, remote });
    state.conflicts.delete(path);
    noteActivity(engine, 'resolved', path, reason, undefined, { base, local: hereId, remote: remote.id });
    for (const one of replaced) noteReplaced(engine, one.path, one.before, one.after);
    return countChoices(engine, path, keys ?? []);
  });
}

async function settleConflict(
  engine: Engine,
  { path, seen }: { readonly path: ItemPath; readonly seen?: SeenTexts | undefined },
  decision: ConflictDecision,
  taken: () => TakenNames,
): Promise<Result<KeyRule | null>> {
  try {
    const open = await openConflict(engine, path, seen);
    if (!open.ok) return open;
    const outcome = await carryOut(engine, open.value, decision, taken);
    return outcome.ok ? ok(settle(engine, open.value, outcome.value)) : outcome;
  } catch (error) {
    if (!(error instanceof LostText)) throw error;
    return lostHere(engine, error.path);
  }
}

/** The next sync asks GIIP for the text again; until then there is nothing to decide on. */
export function lostHere(engine: Engine, path: ItemPath): Result<never> {
  mendLostTexts(engine, path);
  return fail('state-unusable', 'the kept text of GIIP’s side was lost; the next sync asks for it again');
}

/** Read when the first item needs them, and kept for the others. */
function namesOnce(engine: Engine): () => TakenNames {
  let names: TakenNames | null = null;
  return () => {
    names ??= takenNames(engine);
    return names;
  };
}

/**
 * Settles one conflict as a person decided; makes no request. With `seen` only if both texts are still those. The next
 * cycle pulls first: if GIIP has changed the item since, it is a conflict again and nothing was overwritten. Errors:
 * no-such-conflict, changed-meanwhile, text-unusable, write-failed, state-unusable; nothing was settled then.
 */
export async function resolveConflict(
  engine: Engine,
  path: ItemPath,
  decision: ConflictDecision,
  seen?: SeenTexts,
): Promise<Result<Settled>> {
  const { run, value } = await inRun(engine, 'decision', () =>
    settleConflict(engine, { path, seen }, decision, namesOnce(engine)),
  );
  return value.ok ? ok({ run, offer: value.value }) : value;
}

/** The same for many, each by itself, as one step of the time line: what fails fails alone. */
export async function resolveMany(
  engine: Engine,
  items: readonly { readonly path: ItemPath; readonly seen?: SeenTexts }[],
  take: Side | 'both',
): Promise<ManyDone> {
  const taken = namesOnce(engine);
  const done: ItemPath[] = [];
  const failed: ManyDone['failed'][number][] = [];
  const { run } = await inRun(engine, 'decision', () =>
    inParallel(items, async (item) => {
      const settled = await settleConflict(engine, item, { take }, taken);
      if (settled.ok) done.push(item.path);
      else failed.push({ path: item.path, error: settled.error });
    }),
  );
  failed.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { run, done: done.sort(), failed };
}
