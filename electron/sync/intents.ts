import type { ItemPath } from '../../shared/model/item.ts';
import type { RemoteSide } from './compare.ts';
import type { Engine } from './engine.ts';
import { differsOnlyAtEdges } from './meaning.ts';
import type { BaseEntry, IntentEntry, Version } from './ports.ts';

/** GIIP runs on Azure, which may execute a request up to 230 s after its client gave up; ten minutes are safe (research/reliability.md 2.3). */
const INTENT_MS = 10 * 60_000;

/** The key of one intent: several pushes of one item may be under way. */
export function intentKey(path: ItemPath, version: Version): string {
  return `${path}\n${version.id}`;
}

/** Intents by item, without those whose push can no longer happen. */
export function openIntents(engine: Engine): ReadonlyMap<ItemPath, readonly IntentEntry[]> {
  const now = engine.clock.now();
  const byItem = new Map<ItemPath, IntentEntry[]>();
  for (const intent of engine.state.intents.all()) {
    const isOpen = Math.abs(now - intent.time) < INTENT_MS || intent.acknowledged > 0;
    if (isOpen) byItem.set(intent.item, [...(byItem.get(intent.item) ?? []), intent]);
  }
  return byItem;
}

/**
 * The intent whose echo GIIP now shows: the same meaning, or the same but for white space at the ends, which GIIP
 * may trim. Such a text was written here, so it is a common version and not somebody else's edit.
 */
export function echoedIntent(
  intents: readonly IntentEntry[],
  path: ItemPath,
  remote: RemoteSide,
  textOf: (version: Version) => string | undefined,
): IntentEntry | undefined {
  if (remote.state !== 'present') return undefined;
  const shown = remote.version;
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
