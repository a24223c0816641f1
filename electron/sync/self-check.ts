import { type ItemPath, sectionOf } from '../../shared/model/item.ts';
import type { ReasonCode } from '../../shared/model/reason.ts';
import { dropHashes } from './adopt-hashes.ts';
import { lookupOf } from './all-of.ts';
import type { Engine } from './engine.ts';
import type { Look } from './look.ts';
import { noteActivity } from './note-activity.ts';

function note(engine: Engine, path: ItemPath, code: ReasonCode): void {
  noteActivity(engine, 'self-check', path, { code });
}

/**
 * What GIIP holds of a section is forgotten where its text is lost, and so is the section's hash: the next pull brings
 * it again. The base stays, nothing is guessed.
 */
export function mendLostTexts(engine: Engine, path: ItemPath): void {
  const { state } = engine;
  const section = sectionOf(path);
  const isLost = ({ version }: { readonly version: { readonly id: string } | null }): boolean =>
    version !== null && state.contents.get(version.id) === undefined;
  state.transaction(() => {
    for (const entry of state.remote.all()) {
      if (sectionOf(entry.path) !== section || !isLost(entry)) continue;
      state.remote.delete(entry.path);
      note(engine, entry.path, 'check-kept-text-lost');
    }
    dropHashes(engine, [section]);
  });
}

/** Items that GIIP changed although its hash says that nothing changed. */
function changedBehindHash(engine: Engine, look: Look): readonly ItemPath[] {
  const cursor = engine.state.facts.get('cursor') ?? {};
  return look.view.sections
    .filter(({ section, hash }) => hash !== null && cursor[section] === hash)
    .flatMap(({ updates }) => updates.map(({ path }) => path));
}

/** Files that hold another text although size, times and inode say that nothing touched them. */
function changedBehindStamp(engine: Engine, look: Look): readonly ItemPath[] {
  const before = lookupOf(
    engine.state.scans,
    look.local.scans.map(({ path }) => path),
  );
  return look.local.scans
    .filter(({ path, fingerprint, version }) => {
      const known = before(path);
      return known?.fingerprint === fingerprint && known.version.id !== version.id;
    })
    .map(({ path }) => path);
}

/** Where base, folder and GIIP have come apart unseen. */
export interface Disagreement {
  readonly path: ItemPath;
  readonly code: 'check-giip-moved-behind-hash' | 'check-file-moved-behind-stamp' | 'check-kept-text-lost';
}

/** What is remembered of GIIP whose text the database does not hold any more. */
export function lostTexts({ state }: Engine): readonly Disagreement[] {
  return state.remote
    .all()
    .filter(({ version }) => version !== null && state.contents.get(version.id) === undefined)
    .map(({ path }) => ({ path, code: 'check-kept-text-lost' }));
}

/** What a look that asked for everything and hashed everything found, of what hashes and time stamps should have told. */
export function movedUnseen(engine: Engine, look: Look): readonly Disagreement[] {
  const there = changedBehindHash(engine, look);
  const here = changedBehindStamp(engine, look);
  return [
    ...there.map((path) => ({ path, code: 'check-giip-moved-behind-hash' as const })),
    ...here.map((path) => ({ path, code: 'check-file-moved-behind-stamp' as const })),
  ];
}

/** After such a look: one entry each. What is to be done about it is the ordinary plan's business. */
export function noteDisagreements(engine: Engine, look: Look): void {
  for (const { path, code } of movedUnseen(engine, look)) note(engine, path, code);
}
