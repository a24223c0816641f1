/** Texts by path; null: the file is removed. */
export type Texts = Readonly<Record<string, string | null>>;

/** What people do on the two sides. */
export interface Deeds {
  readonly here?: Texts;
  readonly there?: Texts;
}

/** What runs when the fault comes. A version is restored by its age: the oldest one that is kept. */
export type Act =
  | { readonly act: 'sync' }
  | { readonly act: 'approve' }
  | { readonly act: 'resolve'; readonly path: string; readonly take: 'mine' | 'server' | 'both' }
  | { readonly act: 'resolve'; readonly path: string; readonly text: string }
  | { readonly act: 'restore'; readonly path: string };

/** What stands at the end; one value where both sides are to agree. */
export type End = string | null | { readonly here: string | null; readonly there: string | null };

/**
 * One story. Whatever fails or dies while `act` runs: after the fault is over, `act` once more and one sync bring
 * exactly this end, and nothing that anybody wrote is lost.
 */
export interface Story {
  readonly name: string;
  /** In step on both sides before anything happens; none: nothing was ever synced. */
  readonly base?: Readonly<Record<string, string>>;
  /** Done and synced before the story begins: a conflict, a tombstone or a history comes of it. */
  readonly before?: Deeds;
  readonly deeds: Deeds;
  readonly act: Act;
  readonly end: Readonly<Record<string, End>>;
  /** The exit code of a sync at rest; 0 unless it says otherwise. */
  readonly code?: 0 | 4 | 6;
}

function textsOf(...sides: readonly (Texts | undefined)[]): readonly (readonly [string, string])[] {
  const entries = sides.flatMap((texts) => Object.entries(texts ?? {}));
  return entries.filter((entry): entry is [string, string] => entry[1] !== null);
}

/** Every text that somebody wrote in this story, with its path. */
function writtenTexts({ base, before, deeds, act }: Story): readonly (readonly [string, string])[] {
  const own = act.act === 'resolve' && 'text' in act ? { [act.path]: act.text } : {};
  return textsOf(base, before?.here, before?.there, deeds.here, deeds.there, own);
}

/** The exit code of the story's command when nothing goes wrong. */
export function codeOfAct({ act, code = 0 }: Story): number {
  return act.act === 'sync' ? code : 0;
}

/** Each side of an end. */
export function sidesOf(end: End): { readonly here: string | null; readonly there: string | null } {
  return typeof end === 'object' && end !== null ? end : { here: end, there: end };
}

/** The texts that may ever stand under this path, on either side. */
export function knownTexts(story: Story, path: string): ReadonlySet<string> {
  const { here, there } = sidesOf(story.end[path] ?? null);
  const written = writtenTexts(story).filter(([written]) => written === path);
  const ends = [here, there].filter((text) => text !== null);
  return new Set([...written.map(([, text]) => text), ...ends].map((text) => meaningOf(path, text)));
}

/** A config is what its JSON says; a document is its letters. */
export function meaningOf(path: string, text: string): string {
  return path.startsWith('configs/') ? JSON.stringify(JSON.parse(text)) : text;
}
