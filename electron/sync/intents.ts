import { differsOnlyAtEdges } from '../../shared/merge/meaning.ts';
import type { ItemPath, Section } from '../../shared/model/item.ts';
import { sectionOf } from '../../shared/model/item.ts';
import { addTo } from './add-to.ts';
import type { RemoteSide } from './compare.ts';
import type { Engine } from './engine.ts';
import type { Version } from './ports.ts';
import type { BaseEntry, IntentEntry } from './state-ports.ts';

/** GIIP runs on Azure, which may execute a request up to 230 s after its client gave up; ten minutes are safe (research/reliability.md 2.3). */
const INTENT_MS = 10 * 60_000;

/** The key of a push that GIIP said yes to: it has happened and cannot happen again. */
export function intentKey(path: ItemPath, version: Version): string {
  return `${path}\n${version.id}`;
}

/** The key of a push without an answer: it may have happened, and it may still happen. */
export function unansweredKey(path: ItemPath, version: Version): string {
  return `${intentKey(path, version)}\nunanswered`;
}

/** The clock may jump: then an echo is taken for somebody else's edit, which loses nothing. */
function isYoung(engine: Engine, intent: IntentEntry): boolean {
  return Math.abs(engine.clock.now() - intent.time) < INTENT_MS;
}

/** Intents by item, without those whose push can no longer show up. */
export function openIntents(engine: Engine): ReadonlyMap<ItemPath, readonly IntentEntry[]> {
  const byItem = new Map<ItemPath, IntentEntry[]>();
  for (const intent of engine.state.intents.all())
    if (isYoung(engine, intent)) addTo(byItem, intent.item, intent);
  return byItem;
}

/** Sections with a push that no pull has shown yet: their hash is not adopted, so that every pull brings all of them. */
export function unprovedSections(engine: Engine): ReadonlySet<Section> {
  return new Set([...openIntents(engine).keys()].map(sectionOf));
}

/**
 * The intent whose echo GIIP now shows: the same meaning, or the same but for white space at the ends, which GIIP
 * may trim. Such a text was written here, so it is a common version and not somebody else's edit. Where the base
 * already agrees with what GIIP shows there is nothing to prove.
 */
export function echoedIntent(
  intents: readonly IntentEntry[],
  base: BaseEntry | undefined,
  path: ItemPath,
  remote: RemoteSide,
  textOf: (version: Version) => string | undefined,
): IntentEntry | undefined {
  if (remote.state !== 'present' || intents.length === 0) return undefined;
  const shown = remote.version;
  if (base?.remote?.meaning === shown.meaning) return undefined;
  return intents.find(({ version }) => {
    if (version.meaning === shown.meaning) return true;
    const [sent, seen] = [textOf(version), textOf(shown)];
    return sent !== undefined && seen !== undefined && differsOnlyAtEdges(path, sent, seen);
  });
}

/** The base that an echo proves: what was sent from here, and how GIIP shows it. */
export function provedBase(path: ItemPath, intent: IntentEntry, shown: Version): BaseEntry {
  return { path, local: intent.version, remote: shown };
}

/**
 * Ends intents that were shown. Where the same text was sent once with and once without an answer, the one without may
 * still happen, so it stays open. Earlier pushes that were answered have happened before this one and end with it.
 */
export function endIntents({ state: { intents } }: Engine, shown: readonly IntentEntry[]): void {
  if (shown.length === 0) return;
  const answered = new Map<ItemPath, string[]>();
  for (const { path, item, acknowledged } of intents.all()) if (acknowledged > 0) addTo(answered, item, path);
  for (const { item, version } of shown) {
    const keys = answered.get(item);
    if (!keys?.includes(intentKey(item, version))) intents.delete(unansweredKey(item, version));
    for (const path of keys ?? []) intents.delete(path);
    answered.delete(item);
  }
}

/**
 * Drops intents that can no longer show up. An answered one of the text that stands here, or may stand here where the
 * file cannot be read, stays for its count: GIIP says yes to it and does not keep it.
 */
export function dropOldIntents(
  engine: Engine,
  mayBeHere: (path: ItemPath, version: Version) => boolean,
): void {
  for (const intent of engine.state.intents.all()) {
    const isCounted = intent.acknowledged > 0 && mayBeHere(intent.item, intent.version);
    if (!isCounted && !isYoung(engine, intent)) engine.state.intents.delete(intent.path);
  }
}
