import { looksDamaged } from '../../shared/merge/damage.ts';
import { differsOnlyAtEdges } from '../../shared/merge/meaning.ts';
import { type ItemPath, SECTIONS, type Section, sectionOf } from '../../shared/model/item.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { dropHashes } from './adopt-hashes.ts';
import { lookupOf } from './all-of.ts';
import type { Engine } from './engine.ts';
import { passingTexts } from './heard-texts.ts';
import { LostText } from './lost-text.ts';
import type { PushItem } from './ports.ts';
import { type Outgoing, sectionsOf } from './push.ts';
import { rememberKnown } from './remember-version.ts';
import { hearAnswer, type RemoteView } from './remote-view.ts';
import type { RemoteEntry } from './state-ports.ts';

/** GIIP may refuse a single item for reasons of its own; so many are tried before a section is given up. */
const MAX_PROBES = 5;
/** A small one among so many: to read the texts of all would be to hold all that GIIP holds. */
const MOST_READ = 50;

function heldItems(engine: Engine, section: Section): readonly RemoteEntry[] {
  return engine.state.remote.all().filter((entry) => entry.version && sectionOf(entry.path) === section);
}

/** An item exactly as GIIP holds it. */
function asHeld(engine: Engine, entry: RemoteEntry): PushItem {
  const text = entry.version && engine.state.contents.get(entry.version.id);
  if (text === null || text === undefined) throw new LostText(entry.path);
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

/** Sends one unchanged item, the smallest of some that GIIP does not refuse. Answers whether one was sent. */
async function sendProbe(engine: Engine, entries: readonly RemoteEntry[]): Promise<Result<boolean>> {
  const read = entries.slice(0, MOST_READ).map((entry) => asHeld(engine, entry));
  const items = read.sort((a, b) => a.text.length - b.text.length);
  for (const item of items.slice(0, MAX_PROBES)) {
    const answer = await engine.remote.push([item]);
    if (answer.error) return { ok: false, error: answer.error };
    if (answer.accepted.includes(item)) return { ok: true, value: true };
  }
  return { ok: true, value: false };
}

function isProved(engine: Engine, section: Section): boolean {
  return engine.state.facts.get('pushProved')?.includes(section) === true;
}

function noteProved(engine: Engine, sections: readonly Section[]): void {
  const proved = engine.state.facts.get('pushProved') ?? [];
  const added = sections.filter((section) => !proved.includes(section));
  if (added.length > 0) engine.state.facts.set('pushProved', [...proved, ...added]);
}

/** What GIIP held in the sections of a push that are not proved yet, beside what is pushed. */
function besidePush(engine: Engine, outgoing: readonly Outgoing[]): readonly RemoteEntry[] {
  const sent = new Set(outgoing.map(({ path }) => path));
  return sectionsOf(outgoing)
    .filter((section) => !isProved(engine, section))
    .flatMap((section) => heldItems(engine, section))
    .filter(({ path }) => !sent.has(path));
}

/** Those of them that the last answer has shown: only these can be lost by the push. */
export function shownBesidePush(
  engine: Engine,
  outgoing: readonly Outgoing[],
  { sections }: RemoteView,
): readonly RemoteEntry[] {
  const shown = sections.filter(({ isFull }) => isFull);
  return besidePush(engine, outgoing).filter(({ path }) => shown.some(({ usable }) => usable.has(path)));
}

/** Sends one unchanged item of each section and looks whether all the others are still there. */
async function probe(engine: Engine, sections: readonly Section[]): Promise<Result<'proved-now'>> {
  const entries = sections.map((section) => heldItems(engine, section));
  for (const held of entries) {
    const sent = await sendProbe(engine, held);
    if (!sent.ok) return sent;
    if (!sent.value) return fail('parameter-refused', 'GIIP refuses even what it holds');
  }
  const cursor = engine.state.facts.get('cursor') ?? {};
  // Only what is gone counts here: nothing of it is kept.
  const texts = passingTexts(engine, () => false);
  const pulled = await engine.remote.pull(cursor, texts.keep);
  if (!pulled.ok) return pulled;
  const gone = goneIn(hearAnswer(engine, cursor, pulled.value, texts));
  const lost = entries.flat().filter(({ path }) => gone.has(path));
  if (lost.length > 0) return putBack(engine, lost);
  noteProved(engine, sections);
  return { ok: true, value: 'proved-now' };
}

/**
 * Before the first push into a section: one unchanged item of it goes first, and a full pull must still hold all the
 * others (api.md, "Does a push replace everything?"). What is compared must come from a full answer as well, or
 * something that left GIIP long ago would look like lost by this. A section with fewer than two items has nothing
 * that could show it; there `checkKept` looks after the push itself.
 * `look-again`: nothing may be sent before a new look.
 */
export async function provePush(
  engine: Engine,
  outgoing: readonly Outgoing[],
  view: RemoteView,
): Promise<Result<'proved' | 'proved-now' | 'look-again'>> {
  if (engine.state.facts.get('pushUnsafe')) return fail('push-replaces-everything');
  const atRisk = new Set(besidePush(engine, outgoing).map(({ path }) => sectionOf(path)));
  const heard = view.sections.filter(({ section, isWhole }) => isWhole && atRisk.has(section));
  if (heard.length < atRisk.size) {
    engine.state.transaction(() => dropHashes(engine, [...atRisk]));
    return { ok: true, value: 'look-again' };
  }
  // A section that says nothing when it is asked for whole holds nothing that could be lost.
  const shown = heard.filter(({ isFull, section }) => isFull && heldItems(engine, section).length > 1);
  if (shown.length === 0) return { ok: true, value: 'proved' };
  const sections = shown.map(({ section }) => section);
  engine.state.transaction(() => dropHashes(engine, sections));
  return probe(engine, sections);
}

/**
 * What GIIP took in one request of a push and holds beside what it took in the next was not replaced by that: a section
 * of which it still holds all that it took is proved by the push itself. For after the full pull that follows a push.
 */
export function proveByBatches(engine: Engine, batches: readonly (readonly ItemPath[])[]): void {
  const taken = batches.flat();
  const entry = lookupOf(engine.state.remote, taken);
  const sections = SECTIONS.filter((section) => {
    const isOfSection = (path: ItemPath): boolean => sectionOf(path) === section;
    const isRepeated = batches.filter((batch) => batch.some(isOfSection)).length > 1;
    return isRepeated && taken.filter(isOfSection).every((path) => entry(path)?.version);
  });
  noteProved(engine, sections);
}

function isShownAsSent({ state }: Engine, { path, version }: Outgoing): boolean {
  return state.remote.get(path)?.version?.meaning === version.meaning;
}

/** GIIP shows what was sent, trimmed or damaged on the way. */
function isShownInItsForm({ state }: Engine, { path, version }: Outgoing): boolean {
  const shown = state.remote.get(path)?.version;
  const [sent, seen] = [version, shown].map((one) => (one ? state.contents.get(one.id) : undefined));
  if (typeof sent !== 'string' || typeof seen !== 'string') return false;
  return differsOnlyAtEdges(path, sent, seen) || looksDamaged(path, sent, seen);
}

function bySection(entries: readonly RemoteEntry[], section: Section): readonly RemoteEntry[] {
  return entries.filter(({ path }) => sectionOf(path) === section);
}

/**
 * After a push that GIIP shows: where it holds nothing any more of what stood beside it, the push replaced everything.
 * Puts it back and answers the error; else the section is proved, if it shows the text as it was sent. An answer from
 * before the push, which does not show it, says nothing of this. What is sent beside something that was not proved is
 * new on GIIP, so that its own form of it cannot be an older one.
 */
export async function checkKept(
  engine: Engine,
  beside: readonly RemoteEntry[],
  sent: readonly Outgoing[],
): Promise<Result<never> | null> {
  const isLost = ({ path }: RemoteEntry): boolean => engine.state.remote.get(path)?.version === null;
  const held = { config: bySection(beside, 'config'), doc: bySection(beside, 'doc') };
  const besideIn = (section: Section): readonly RemoteEntry[] => held[section];
  const isAllLost = (section: Section): boolean => besideIn(section).every(isLost);
  const isBeside = ({ path }: Outgoing): boolean => besideIn(sectionOf(path)).length > 0;
  const looked = beside.length === 0 ? [] : sent.filter(isBeside);
  const asSent = looked.filter((item) => isShownAsSent(engine, item));
  const inItsForm = looked.filter((item) => isShownInItsForm(engine, item));
  const proved = sectionsOf(asSent).filter((section) => !isAllLost(section));
  noteProved(engine, proved);
  const lost = sectionsOf([...asSent, ...inItsForm])
    .filter(isAllLost)
    .flatMap(besideIn);
  return lost.length > 0 ? putBack(engine, lost) : null;
}
