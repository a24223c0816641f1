import { expect } from 'vitest';
import { knownTexts, meaningOf, type Story, sidesOf } from '../stories/story.ts';
import type { AtRest, Bench, Standing } from './bench.ts';

const keyOf = ([path, text]: Standing): string => `${path}\n${meaningOf(path, text)}`;

/** Every text that can be reached: live here, on GIIP, or in history. */
export function treasureOf(bench: Bench): ReadonlySet<string> {
  return new Set([...bench.here(), ...bench.there(), ...bench.kept()].map(keyOf));
}

/** I1: what could be reached before can be reached now. */
export function expectNothingLost(bench: Bench, before: ReadonlySet<string>, about: string): void {
  const now = treasureOf(bench);
  expect(
    [...before].filter((one) => !now.has(one)),
    `${about}: lost`,
  ).toEqual([]);
}

function isWhole(story: Story, [path, text]: Standing): boolean {
  try {
    return knownTexts(story, path).has(meaningOf(path, text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** I5: every file is a complete old or new version; none is empty or mixed, on either side, at any moment. */
export function expectWhole(bench: Bench, story: Story, about: string): void {
  const torn = [...bench.here(), ...bench.there()].filter((standing) => !isWhole(story, standing));
  expect(torn, `${about}: not a text that anybody wrote`).toEqual([]);
}

/** I3: exactly the end of the story stands, on both sides. */
export function expectEnd(bench: Bench, story: Story, about: string): void {
  const [here, there] = [new Map(bench.here()), new Map(bench.there())];
  const at = (texts: ReadonlyMap<string, string>, path: string): string | null => {
    const text = texts.get(path);
    return text === undefined ? null : meaningOf(path, text);
  };
  const ends = Object.entries(story.end).map(([path, end]) => {
    const { here: mine, there: theirs } = sidesOf(end);
    const meant = (text: string | null): string | null => (text === null ? null : meaningOf(path, text));
    return [path, { here: meant(mine), there: meant(theirs) }] as const;
  });
  const stands = ends.map(([path]) => [path, { here: at(here, path), there: at(there, path) }] as const);
  expect(stands, `${about}: what stands at the end`).toEqual(ends);
}

/** I4: a further sync says the same, writes nothing and sends nothing. */
export function expectRest(rest: AtRest, story: Story, about: string): void {
  expect(rest, `${about}: at rest`).toEqual({
    code: story.code ?? 0,
    error: undefined,
    isVerified: true,
    moved: [],
  });
}
