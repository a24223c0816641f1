import { type Section, sectionOf } from '../../shared/model/item.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { dropHashes } from './adopt-hashes.ts';
import type { Engine } from './engine.ts';
import type { PushItem, RemoteEntry } from './ports.ts';
import { hearAnswer } from './remote-view.ts';

function heldItems(engine: Engine, section: Section): readonly RemoteEntry[] {
  return engine.state.remote.all().filter((entry) => entry.version && sectionOf(entry.path) === section);
}

/** An item exactly as GIIP holds it. */
function asHeld(engine: Engine, entry: RemoteEntry): PushItem {
  const text = entry.version && engine.state.contents.get(entry.version.id);
  if (text === null || text === undefined)
    throw new Error(`the text of ${entry.path} as GIIP holds it is not in the store`);
  return { section: sectionOf(entry.path), wire: entry.wire, text };
}

function smallest(engine: Engine, entries: readonly RemoteEntry[]): PushItem | undefined {
  const items = entries.map((entry) => asHeld(engine, entry));
  return items.sort((a, b) => a.text.length - b.text.length)[0];
}

/** Sends back what a probe made GIIP drop, from our own copy. */
async function putBack(
  engine: Engine,
  lost: readonly RemoteEntry[],
  kept: readonly RemoteEntry[],
): Promise<Result<never>> {
  // A server that replaces everything must be given everything in one request.
  const answer = await engine.remote.push([...kept, ...lost].map((entry) => asHeld(engine, entry)));
  engine.state.facts.set('pushUnsafe', true);
  return answer.error
    ? { ok: false, error: answer.error }
    : fail('push-replaces-everything', `${lost.length} put back`);
}

/**
 * Before the first push for a server number: one unchanged item goes first, and a full pull must still hold all the
 * others (api.md, "Does a push replace everything?"). Sections with fewer than two items have nothing to lose by it.
 * `proved-now`: requests were made, so look again before anything is sent.
 */
export async function provePush(
  engine: Engine,
  sections: readonly Section[],
): Promise<Result<'proved' | 'proved-now'>> {
  const { facts } = engine.state;
  if (facts.get('pushUnsafe')) return fail('push-replaces-everything');
  const atRisk = sections
    .map((section) => heldItems(engine, section))
    .filter((entries) => entries.length > 1);
  if (facts.get('pushProved') || atRisk.length === 0) return { ok: true, value: 'proved' };
  const probes = atRisk.flatMap((entries) => smallest(engine, entries) ?? []);
  engine.state.transaction(() => dropHashes(engine, ['config', 'doc']));
  const pushed = await engine.remote.push(probes);
  if (pushed.error) return { ok: false, error: pushed.error };
  const pulled = await engine.remote.pull({});
  if (!pulled.ok) return pulled;
  const view = hearAnswer(engine, {}, pulled.value);
  const lost = view.sections.flatMap((section) => section.updates.filter((entry) => entry.version === null));
  if (lost.length > 0) {
    const before = lost.flatMap((entry) => engine.state.remote.get(entry.path) ?? []);
    const dropped = new Set(lost.map((entry) => entry.path));
    return putBack(
      engine,
      before,
      atRisk.flat().filter((entry) => !dropped.has(entry.path)),
    );
  }
  facts.set('pushProved', true);
  return { ok: true, value: 'proved-now' };
}
