import { type ItemPath, SECTIONS, type Section, sectionOf } from '../../shared/model/item.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { dropHashes } from './adopt-hashes.ts';
import type { Engine } from './engine.ts';
import type { PushItem, RemoteEntry } from './ports.ts';
import type { Outgoing } from './push.ts';
import { rememberKnown } from './record.ts';
import { hearAnswer, type RemoteView } from './remote-view.ts';

/** GIIP may refuse a single item for reasons of its own; so many are tried before a section is given up. */
const MAX_PROBES = 5;

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

/** Sends back what a push made GIIP drop, from our own copy, and stops pushing. */
async function putBack(engine: Engine, lost: readonly RemoteEntry[]): Promise<Result<never>> {
  const sections = new Set(lost.map(({ path }) => sectionOf(path)));
  const dropped = new Set(lost.map(({ path }) => path));
  const kept = [...sections]
    .flatMap((section) => heldItems(engine, section))
    .filter(({ path }) => !dropped.has(path));
  engine.state.transaction(() => {
    engine.state.facts.set('pushUnsafe', true);
    for (const { path, version } of lost) if (version) rememberKnown(engine, path, version, 'server');
    dropHashes(engine, SECTIONS);
  });
  // A server that replaces everything must be given everything in one request.
  const answer = await engine.remote.push([...kept, ...lost].map((entry) => asHeld(engine, entry)));
  const names = lost.map(({ wire }) => wire).join(', ');
  return answer.error
    ? fail('push-replaces-everything', `not put back (${answer.error.code}): ${names}`)
    : fail('push-replaces-everything', `put back: ${names}`);
}

function goneIn(view: RemoteView): ReadonlySet<ItemPath> {
  const updates = view.sections.flatMap((section) => section.updates);
  return new Set(updates.filter((entry) => entry.version === null).map((entry) => entry.path));
}

/** Sends one unchanged item, the smallest that GIIP does not refuse. Answers whether one was sent. */
async function sendProbe(engine: Engine, entries: readonly RemoteEntry[]): Promise<Result<boolean>> {
  const items = entries.map((entry) => asHeld(engine, entry)).sort((a, b) => a.text.length - b.text.length);
  for (const item of items.slice(0, MAX_PROBES)) {
    const answer = await engine.remote.push([item]);
    if (answer.error) return { ok: false, error: answer.error };
    if (answer.accepted.includes(item)) return { ok: true, value: true };
  }
  return { ok: true, value: false };
}

/**
 * Before the first push for a server number: one unchanged item of each section goes first, and a full pull must
 * still hold all the others (api.md, "Does a push replace everything?"). A section with fewer than two items has
 * nothing that could show it; there `checkKept` looks after the push itself.
 * `proved-now`: requests were made, so look again before anything is sent.
 */
export async function provePush(engine: Engine): Promise<Result<'proved' | 'proved-now'>> {
  const { facts } = engine.state;
  if (facts.get('pushUnsafe')) return fail('push-replaces-everything');
  const atRisk = SECTIONS.map((section) => heldItems(engine, section)).filter(({ length }) => length > 1);
  if (facts.get('pushProved') || atRisk.length === 0) return { ok: true, value: 'proved' };
  engine.state.transaction(() => dropHashes(engine, SECTIONS));
  for (const entries of atRisk) {
    const sent = await sendProbe(engine, entries);
    if (!sent.ok) return sent;
    if (!sent.value) return fail('parameter-refused', 'GIIP refuses even what it holds');
  }
  const pulled = await engine.remote.pull({});
  if (!pulled.ok) return pulled;
  const gone = goneIn(hearAnswer(engine, {}, pulled.value));
  const lost = atRisk.flat().filter(({ path }) => gone.has(path));
  if (lost.length > 0) return putBack(engine, lost);
  facts.set('pushProved', true);
  return { ok: true, value: 'proved-now' };
}

/** What GIIP held in the sections of a push, beside what is pushed. */
export function besidePush(engine: Engine, sent: ReadonlySet<ItemPath>): readonly RemoteEntry[] {
  const sections = new Set([...sent].map(sectionOf));
  return [...sections].flatMap((section) => heldItems(engine, section)).filter(({ path }) => !sent.has(path));
}

/**
 * After a push that GIIP shows: where it holds nothing any more of what stood beside it, the push replaced everything,
 * whatever the first one proved. Puts it back and answers the error, or null. An answer from before the push, which
 * does not show it, says nothing of this.
 */
export async function checkKept(
  engine: Engine,
  beside: readonly RemoteEntry[],
  sent: readonly Outgoing[],
): Promise<Result<never> | null> {
  const { remote } = engine.state;
  const shown = new Set(
    sent
      .filter(({ path, version }) => remote.get(path)?.version?.meaning === version.meaning)
      .map(({ path }) => sectionOf(path)),
  );
  const lostAll = [...shown].filter((section) => {
    const stood = beside.filter(({ path }) => sectionOf(path) === section);
    return stood.length > 0 && stood.every(({ path }) => remote.get(path)?.version === null);
  });
  const lost = beside.filter(({ path }) => lostAll.includes(sectionOf(path)));
  return lost.length > 0 ? putBack(engine, lost) : null;
}
