import { styledText } from '../../shared/merge/file-style.ts';
import { withLineEndsOf } from '../../shared/merge/text-style.ts';
import type { ConflictDecision, KeyRule } from '../../shared/model/conflict.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import { evidenceFor } from './evidence.ts';
import { type Beside, keepBeside, type TakenNames } from './keep-both.ts';
import { countChoices } from './key-rules.ts';
import { noteActivity, noteReplaced } from './note-activity.ts';
import type { OpenConflict } from './open-conflict.ts';
import type { Version } from './ports.ts';
import { rememberKnown, rememberVersion } from './remember-version.ts';
import { versionOf } from './version-of.ts';

/** The text that a decision puts where this computer's stands. */
interface NewText {
  readonly text: string;
  readonly version: Version;
}

/** A person, or the machine's policy for all of them. */
export type DecidedBy = 'person' | 'policy';

/** A decision that can be carried out: nothing has been written. */
export interface Prepared {
  readonly open: OpenConflict;
  readonly decision: ConflictDecision;
  readonly by: DecidedBy;
  /** Null: what stands here stays. */
  readonly next: NewText | null;
}

/** The same when its files are written and flushed. */
export interface CarriedOut extends Prepared {
  /** The second file, where both are kept. */
  readonly beside: Beside | null;
}

/** What is to stand here, in the style of the file; null: what stands there. */
function textFor({ path, here, theirs }: OpenConflict, decision: ConflictDecision): string | null {
  if (decision.take === 'server') return styledText(path, here, theirs);
  if (decision.take !== 'text') return null;
  // An editor knows one line end only; the file keeps its own, and its byte-order mark.
  return here === null ? decision.text : withLineEndsOf(here, decision.text);
}

/** Errors: text-unusable, such as a text of one's own that is no JSON. */
export function prepare(
  engine: Engine,
  open: OpenConflict,
  decision: ConflictDecision,
  by: DecidedBy,
): Result<Prepared> {
  const text = textFor(open, decision);
  if (text === null) return ok({ open, decision, by, next: null });
  const version = versionOf(engine.digest, open.path, text);
  if ('broken' in version) return fail('text-unusable', version.broken);
  return ok({ open, decision, by, next: { text, version } });
}

/** No history copy, no overwrite. Call inside a transaction that is durable before anything is written. */
export function keepHere(engine: Engine, { open, next }: Prepared): void {
  if (next && open.here !== null && open.hereId !== null)
    rememberVersion(engine, open.path, { id: open.hereId }, open.here, 'local');
}

/** Writes the files. Errors: changed-meanwhile (somebody wrote in between: nothing was done), write-failed, disk-full. */
export async function carryOut(
  engine: Engine,
  prepared: Prepared,
  taken: () => TakenNames,
): Promise<Result<CarriedOut>> {
  const { open, decision, next } = prepared;
  if (decision.take === 'both') {
    const beside = await keepBeside(engine, open, taken());
    return beside.ok ? ok({ ...prepared, beside: beside.value }) : beside;
  }
  if (next && next.version.id !== open.hereId) {
    const outcome = await engine.workspace.write(open.path, next.text, open.hereId);
    if (outcome.state === 'failed') return { ok: false, error: outcome.error };
    if (outcome.state === 'changed') return fail('changed-meanwhile', open.path);
  }
  return ok({ ...prepared, beside: null });
}

const CODES = {
  person: { mine: 'decided-mine', server: 'decided-giip', both: 'decided-both', text: 'decided-file' },
  // A policy has no text of its own.
  policy: { mine: 'policy-mine', server: 'policy-giip', both: 'policy-both', text: 'decided-file' },
} as const;

/**
 * This computer's side of the new base. But for GIIP's text that is written here, that is what GIIP holds: what stands
 * here is then a change on top of it, and the next cycle sends it. A deletion stays one.
 */
function agreedHere({ open, decision, next }: CarriedOut): Version | null {
  if (decision.take === 'server') return next?.version ?? open.remote;
  return next || open.hereId !== null ? open.remote : null;
}

/** What undoing puts back: the text that was replaced here, else GIIP's, which was decided against. */
function recordReplaced(engine: Engine, { open, decision, next, beside }: CarriedOut): void {
  const { path, hereId, remote } = open;
  const origin = decision.take === 'server' ? 'server' : 'local';
  if (next) rememberVersion(engine, path, next.version, next.text, origin);
  if (next) noteReplaced(engine, path, hereId, next.version.id);
  else noteReplaced(engine, path, remote.id, hereId);
  if (!beside?.isNew) return;
  rememberVersion(engine, beside.path, beside.version, beside.text, 'server');
  noteReplaced(engine, beside.path, null, beside.version.id);
}

/** All that is remembered of a decision; call inside a transaction. Answers a rule to offer. */
export function settle(engine: Engine, done: CarriedOut): KeyRule | null {
  const { path, here, hereId, remote } = done.open;
  const { state } = engine;
  const { decision, beside, by } = done;
  const evidence = evidenceFor(engine, path, hereId);
  // Both texts stay readable for those who ask why, or put one back.
  if (here !== null && hereId !== null) state.contents.put(hereId, here);
  rememberKnown(engine, path, remote, 'server');
  state.base.put({ path, local: agreedHere(done), remote });
  state.conflicts.delete(path);
  recordReplaced(engine, done);
  const reason = { code: CODES[by][decision.take], ...(beside ? { detail: beside.path } : {}) };
  noteActivity(engine, 'resolved', path, reason, undefined, evidence);
  return countChoices(engine, path, decision.take === 'text' ? (decision.keys ?? []) : []);
}
