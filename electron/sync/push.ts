import { textToSend } from '../../shared/merge/file-style.ts';
import { type ItemPath, type Section, sectionOf } from '../../shared/model/item.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { dropHashes } from './adopt-hashes.ts';
import { lookupOf } from './all-of.ts';
import type { Engine } from './engine.ts';
import { evidenceOf } from './evidence.ts';
import { intentKey, unansweredKey } from './intents.ts';
import { noteActivity } from './note-activity.ts';
import type { Cancel, PushAnswer, PushItem, Version } from './ports.ts';
import { rememberReplaced, rememberVersion } from './remember-version.ts';
import type { BaseEntry, IntentEntry, RemoteEntry } from './state-ports.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** Below GIIP's unknown limit with room for the envelope; the client halves further when it is told to. */
const BATCH_BYTES = 3.5 * 1024 * 1024;
/** A push is covered by a pull of the last seconds: after this a new look comes first (api.md, "Is there a lock"). */
const FRESH_MS = 5_000;

/** An item that is to go out, as the plan saw it. */
export interface Outgoing {
  readonly path: ItemPath;
  readonly version: Version;
}

export interface Pushed {
  /** What GIIP said yes to, request by request. */
  readonly accepted: readonly (readonly ItemPath[])[];
  /** Sent, so that it is not sent again in this cycle whatever came of it. */
  readonly sent: readonly Outgoing[];
  /** Items that were no longer what the plan saw, so that a new look must come first. */
  readonly moved: readonly ItemPath[];
  readonly error?: SyncError;
}

export const NOTHING_PUSHED: Pushed = { accepted: [], sent: [], moved: [] };

interface Loaded extends Outgoing {
  readonly item: PushItem;
  readonly text: string;
  /** The same text is on its way already, in a push that was never answered. */
  readonly isRepeated: boolean;
}

/** What is remembered of the items of one push; their own push changes none of it before it is sent. */
interface Known {
  readonly remote: (path: ItemPath) => RemoteEntry | undefined;
  readonly base: (path: ItemPath) => BaseEntry | undefined;
  readonly intent: (key: string) => IntentEntry | undefined;
}

function knownOf({ state }: Engine, outgoing: readonly Outgoing[]): Known {
  const paths = outgoing.map(({ path }) => path);
  const keys = outgoing.flatMap(({ path, version }) => [
    intentKey(path, version),
    unansweredKey(path, version),
  ]);
  return {
    remote: lookupOf(state.remote, paths),
    base: lookupOf(state.base, paths),
    intent: lookupOf(state.intents, keys),
  };
}

/** GIIP's own spelling of a name where it has one, else ours. */
function wireName(known: Known, path: ItemPath): string {
  return known.remote(path)?.wire ?? (sectionOf(path) === 'config' ? path.slice('configs/'.length) : path);
}

/** True while a look is young enough to cover a push; either way when the clock jumps. */
export function isFresh(engine: Engine, lookedAt: number): boolean {
  return Math.abs(engine.clock.now() - lookedAt) < FRESH_MS;
}

/** Each item is read anew: what goes out is what stands there now, and only if that is what was compared. */
async function load(engine: Engine, known: Known, { path, version }: Outgoing): Promise<Loaded | null> {
  const found = await engine.workspace.read(path);
  if (found.state !== 'present' || engine.digest(found.text) !== version.id) return null;
  const item = { section: sectionOf(path), wire: wireName(known, path), text: textToSend(found.text) };
  const isRepeated = known.intent(unansweredKey(path, version)) !== undefined;
  return { path, version, text: found.text, item, isRepeated };
}

/** Whether or not the watcher ever says so, the next look sees what stands there now. */
function leaveOut({ recall }: Engine, path: ItemPath, moved: ItemPath[]): void {
  recall?.touch([path]);
  moved.push(path);
}

/**
 * The next batch: as many items as fit, at least one, from the end of the queue, where taking one costs nothing. Items
 * that moved since the plan are left out and noted.
 */
async function nextBatch(
  engine: Engine,
  known: Known,
  queue: Outgoing[],
  moved: ItemPath[],
): Promise<readonly Loaded[]> {
  const batch: Loaded[] = [];
  let bytes = 0;
  for (let next = queue.at(-1); next; next = queue.at(-1)) {
    const loaded = await load(engine, known, next);
    const size = loaded ? utf8Bytes(loaded.item.text) + loaded.item.wire.length + 64 : 0;
    if (batch.length > 0 && bytes + size > BATCH_BYTES) break;
    queue.pop();
    if (loaded) batch.push(loaded);
    else leaveOut(engine, next.path, moved);
    bytes += size;
  }
  return batch;
}

/** What is about to be sent and what it will replace is durable before it is sent; the old hash goes, so that the next pull asks for all of it. */
function recordIntents(engine: Engine, known: Known, batch: readonly Loaded[]): void {
  const { state, clock } = engine;
  state.transaction(() => {
    for (const { path, version, text } of batch) {
      const replaced = known.remote(path)?.version;
      if (replaced) rememberReplaced(engine, path, replaced);
      rememberVersion(engine, path, version, text, 'local');
      const key = unansweredKey(path, version);
      state.intents.put({ path: key, item: path, version, time: clock.now(), acknowledged: 0 });
    }
    dropHashes(engine, [...new Set(batch.map(({ item }) => item.section))]);
  });
}

/** An answer ends the unanswered intent, but not that of an earlier push of the same text: that one may still happen. */
function recordAnswered(
  engine: Engine,
  known: Known,
  { path, version, isRepeated }: Loaded,
  isAccepted: boolean,
): void {
  const { intents } = engine.state;
  if (!isRepeated) intents.delete(unansweredKey(path, version));
  if (!isAccepted) return;
  const key = intentKey(path, version);
  const acknowledged = (known.intent(key)?.acknowledged ?? 0) + 1;
  intents.put({ path: key, item: path, version, time: engine.clock.now(), acknowledged });
  const there = known.remote(path)?.version;
  const reason = { code: there ? ('changed-here' as const) : ('new-here' as const) };
  const sides = {
    base: known.base(path),
    local: { state: 'present', version } as const,
    remote: there ? ({ state: 'present', version: there } as const) : ({ state: 'absent' } as const),
  };
  noteActivity(engine, 'pushed', path, reason, undefined, evidenceOf(engine, sides));
}

function recordAnswers(
  engine: Engine,
  known: Known,
  batch: readonly Loaded[],
  answer: PushAnswer,
): readonly ItemPath[] {
  const { state } = engine;
  const accepted = new Set(answer.accepted);
  const refused = new Map(answer.refused.map(({ item, error }) => [item, error]));
  state.transaction(() => {
    for (const loaded of batch) {
      const { path, version, item } = loaded;
      const error = refused.get(item);
      if (accepted.has(item) || error) recordAnswered(engine, known, loaded, accepted.has(item));
      if (error) state.refusals.put({ path, id: version.id, error });
      else if (accepted.has(item)) state.refusals.delete(path);
    }
  });
  return batch.filter(({ item }) => accepted.has(item)).map(({ path }) => path);
}

/**
 * Sends what goes out in batches until the last look is too old. Nothing here is evidence: only the pull that
 * follows shows what GIIP holds.
 */
export async function pushItems(
  engine: Engine,
  outgoing: readonly Outgoing[],
  lookedAt: number,
  onBatch: (done: number) => void,
  cancel: Cancel,
): Promise<Pushed> {
  const known = knownOf(engine, outgoing);
  const queue = outgoing.toReversed();
  const accepted: (readonly ItemPath[])[] = [];
  const moved: ItemPath[] = [];
  const sent: Outgoing[] = [];
  while (queue.length > 0 && !cancel.aborted && (sent.length === 0 || isFresh(engine, lookedAt))) {
    const batch = await nextBatch(engine, known, queue, moved);
    if (batch.length === 0) break;
    recordIntents(engine, known, batch);
    sent.push(...batch.map(({ path, version }) => ({ path, version })));
    const answer = await engine.remote.push(batch.map(({ item }) => item));
    accepted.push(recordAnswers(engine, known, batch, answer));
    onBatch(sent.length);
    if (answer.error) return { accepted, sent, moved, error: answer.error };
  }
  return { accepted, sent, moved };
}

/** The sections that have something to send. */
export function sectionsOf(outgoing: readonly Outgoing[]): readonly Section[] {
  return [...new Set(outgoing.map(({ path }) => sectionOf(path)))];
}
