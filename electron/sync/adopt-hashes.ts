import type { Section } from '../../shared/model/item.ts';
import type { Engine } from './engine.ts';
import type { HeardSection } from './remote-view.ts';

/** A rollback further back than this is taken for a new state: it is still compared item by item. */
const SEEN_KEPT = 1_000;

/** Sections whose answer carries a hash that was adopted before and moved past: GIIP is back at an earlier state. */
export function rolledBackSections(engine: Engine, sections: readonly HeardSection[]): ReadonlySet<Section> {
  const seen = engine.state.facts.get('seenHashes');
  const isBack = ({ section, hash }: HeardSection): boolean => {
    const known = seen?.[section] ?? [];
    return hash !== null && known.includes(hash) && known.at(-1) !== hash;
  };
  return new Set(sections.filter(isBack).map(({ section }) => section));
}

/**
 * Adopts the hashes that a pull carried, for the sections in which every item has a durable fate. A push's answer
 * never gets here: its hash may cover a change that was never seen (api.md).
 */
export function adoptHashes(
  engine: Engine,
  sections: readonly HeardSection[],
  isSettled: (section: Section) => boolean,
): void {
  const { facts } = engine.state;
  for (const { section, hash } of sections) {
    if (hash === null || !isSettled(section)) continue;
    if (facts.get('cursor')?.[section] !== hash)
      facts.set('cursor', { ...facts.get('cursor'), [section]: hash });
    const seen = facts.get('seenHashes') ?? { config: [], doc: [] };
    if (seen[section].at(-1) === hash) continue;
    const others = seen[section].filter((old) => old !== hash);
    facts.set('seenHashes', { ...seen, [section]: [...others, hash].slice(-SEEN_KEPT) });
  }
}

/** Forgets a section's hash, so that the next pull asks for all of it: before a push, and whenever in doubt. */
export function dropHashes(engine: Engine, sections: readonly Section[]): void {
  const cursor = engine.state.facts.get('cursor') ?? {};
  const kept = Object.entries(cursor).filter(([section]) => !sections.includes(section as Section));
  if (kept.length < Object.keys(cursor).length) engine.state.facts.set('cursor', Object.fromEntries(kept));
}
