import type { UpdatesOff } from '../../shared/model/updates.ts';

/** How this program came to where it lies. Only `own` is a form that can replace itself. */
export type InstalledAs = 'own' | 'package' | 'unknown';

export interface UpdateFacts {
  /** The setting that holds now. */
  readonly on: boolean;
  readonly isManaged: boolean;
  readonly installedAs: InstalledAs;
  /** Built with a feed, a key and, on Windows, the publisher's name. */
  readonly isSignedBuild: boolean;
  readonly isPlaceWritable: boolean;
}

/** The first reason that a person should know, or null: only a signed program that this person installed looks for updates. */
export function whyOff(facts: UpdateFacts): UpdatesOff | null {
  if (!facts.on && facts.isManaged) return 'managed';
  if (facts.installedAs === 'package') return 'package';
  if (!facts.isSignedBuild || facts.installedAs === 'unknown') return 'unsigned';
  if (!facts.isPlaceWritable) return 'place';
  return facts.on ? null : 'switchedOff';
}
