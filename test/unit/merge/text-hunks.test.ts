import { describe, expect, test } from 'vitest';
import type { HunkChoice } from '../../../shared/merge/text-hunk.ts';
import { mergedLines, textHunks, undecided } from '../../../shared/merge/text-hunks.ts';
import { text, written } from './hunk-notation.ts';

describe('hunks', () => {
  test.each([
    // base | mine | server | hunks (see hunk-notation.ts)
    ['a b c', 'a b c', 'a b c', 'a b c'],
    ['a b c', 'a B c', 'a b c', 'a m(b>B) c'],
    ['a b c', 'a b c', 'a B c', 'a s(b>B) c'],
    ['a b c', 'a B c', 'a B c', 'a b(b>B) c'],
    ['a b c', 'a B c', 'a C c', 'a !(b|B|C) c'],
    ['a b c', 'A b c', 'a b C', 'm(a>A) b s(c>C)'],
    ['a b c', 'a b C', 'A b c', 's(a>A) b m(c>C)'],
    ['a b c d e', 'A b C d e', 'a b c d E', 'm(a>A) b m(c>C) d s(e>E)'],
    ['a b c d e', 'A b C d e', 'a b X d E', 'm(a>A) b !(c|C|X) d s(e>E)'],
    // one side inserts
    ['a b', 'a x b', 'a b', 'a m(>x) b'],
    ['a b', 'x a b', 'a b', 'm(>x) a b'],
    ['a b', 'a b x', 'a b', 'a b m(>x)'],
    ['a b', 'a b', 'a x y b', 'a s(>x y) b'],
    ['a b', 'x a b', 'a b y', 'm(>x) a b s(>y)'],
    // both insert
    ['a b', 'a x b', 'a x b', 'a b(>x) b'],
    ['a b', 'a x b', 'a y b', 'a !(|x|y) b'],
    ['a b', 'x a b', 'y a b', '!(|x|y) a b'],
    ['a b', 'a b x', 'a b y', 'a b !(|x|y)'],
    ['a b', 'a x b', 'a b y', 'a m(>x) b s(>y)'],
    // one side deletes
    ['a b c', 'a c', 'a b c', 'a m(b>) c'],
    ['a b c', 'b c', 'a b c', 'm(a>) b c'],
    ['a b c', 'a b c', 'a b', 'a b s(c>)'],
    ['a b c', 'a c', 'a c', 'a b(b>) c'],
    ['a b c d', 'b c d', 'a b c', 'm(a>) b c s(d>)'],
    // a deletion meets a change
    ['a b c', 'a c', 'a B c', 'a !(b||B) c'],
    ['a b c', 'a B c', 'a c', 'a !(b|B|) c'],
    ['a b c', 'a c', 'a b x c', 'a !(b||b x) c'],
    ['a b c d', 'a d', 'a b C d', 'a !(b c||b C) d'],
    // touching changes are one thought
    ['a b', 'A b', 'a B', '!(a b|A b|a B)'],
    ['a b c d', 'a B c d', 'a b C d', 'a !(b c|B c|b C) d'],
    ['a b c', 'a x b c', 'a B c', 'a !(b|x b|B) c'],
    ['a b c', 'a b x c', 'a B c', 'a !(b|b x|B) c'],
    ['a b c d e', 'A b C d e', 'a B c d e', '!(a b c|A b C|a B c) d e'],
    // equal lines inside an overlap: at its edges always apart
    ['a b c', 'a X Y c', 'a X Z c', 'a b(>X) !(b|Y|Z) c'],
    ['a b c', 'a Y X c', 'a Z X c', 'a !(b|Y|Z) b(>X) c'],
    ['a b c', 'a X Y Z c', 'a X W Z c', 'a b(>X) !(b|Y|W) b(>Z) c'],
    ['a b c', 'a X c', 'a X Y c', 'a b(>X) !(b||Y) c'],
    ['a b c', 'a _ Y c', 'a _ Z c', 'a b(>_) !(b|Y|Z) c'],
    ['a', 'x y', 'x z', 'b(>x) !(a|y|z)'],
    // inside only where more than three lines with a letter or digit are equal
    ['a b c', 'a 1 X Y Z 2 c', 'a 3 X Y Z 4 c', 'a !(b|1 X Y Z 2|3 X Y Z 4) c'],
    ['a b c', 'a 1 W X Y Z 2 c', 'a 3 W X Y Z 4 c', 'a !(|1|3) b(>W X Y Z) !(b|2|4) c'],
    ['a b c', 'a 1 { } _ -- 2 c', 'a 3 { } _ -- 4 c', 'a !(b|1 { } _ -- 2|3 { } _ -- 4) c'],
    ['a b c', 'a 1 { } _ 가 2 c', 'a 3 { } _ 가 4 c', 'a !(|1|3) b(>{ } _ 가) !(b|2|4) c'],
    // the base of an overlap that was taken apart stays in order
    ['p q', '1 W X Y Z q', '2 W X Y Z 4', '!(p|1|2) b(>W X Y Z) !(q|q|4)'],
    ['p q', '1 W X Y Z 3', '2 W X Y Z q', '!(p|1|2) b(>W X Y Z) !(q|3|q)'],
    ['p q', 'p W X Y Z 3', '2 W X Y Z 4', '!(p|p|2) b(>W X Y Z) !(q|3|4)'],
    // whole texts
    ['a', 'b', 'c', '!(a|b|c)'],
    ['_', 'a', '_', 'm(_>a)'],
    ['_', 'a', 'b', '!(_|a|b)'],
    ['_', 'a', 'a', 'b(_>a)'],
    ['a b', '_', 'a b', 'm(a b>_)'],
    ['a b', '_', 'a c', '!(a b|_|a c)'],
    // the final newline is a last blank line
    ['a _', 'a', 'a _', 'a m(_>)'],
    ['a', 'a _', 'a', 'a m(>_)'],
    ['a _', 'b _', 'c', '!(a _|b _|c)'],
    ['a _', 'b _', 'c _', '!(a|b|c) _'],
    // repeated lines
    ['a a a', 'a a a a', 'a a a', 'a a a m(>a)'],
    ['x x x', 'x x', 'x x x', 'x x m(x>)'],
    // both added one line, in two places: joined it would stand twice, so both places ask
    ['a b', 'Lunch a b', 'a b Lunch', '!(|Lunch|) a b !(||Lunch)'],
    ['a b', 'x Lunch a b', 'a b Lunch y', '!(|x Lunch|) a b !(||Lunch y)'],
    ['a b c d', 'Lunch b c d', 'a b Lunch d', '!(a|Lunch|a) b !(c|c|Lunch) d'],
    ['a b c d', 'Lunch a b c D', 'a b Lunch c d', '!(|Lunch|) a b !(||Lunch) c m(d>D)'],
    ['a b c', 'Lunch a B c', 'a C Lunch c', '!(|Lunch|) a !(b|B|C Lunch) c'],
    // both moved it, each to another place
    ['a b Lunch c d', 'Lunch a b c d', 'a b c d Lunch', '!(|Lunch|) a b b(Lunch>) c d !(||Lunch)'],
    // in one place it is the same thought, with more around it or not
    ['a b', 'a Lunch b', 'a Lunch b', 'a b(>Lunch) b'],
    ['a b', 'a x Lunch b', 'a Lunch y b', 'a !(|x Lunch|Lunch y) b'],
    // one of them had it, or has it more than once: it belongs there as often as it stands
    ['a Lunch b', 'Lunch a Lunch b', 'a Lunch b Lunch', 'm(>Lunch) a Lunch b s(>Lunch)'],
    ['a b c', 'Lunch a Lunch b c', 'a b Lunch c', 'm(>Lunch) a m(>Lunch) b s(>Lunch) c'],
    // too short to be one thought, or mark-up: each means their own
    ['a b', '-tea a b', 'a b -tea', 'm(>-tea) a b s(>-tea)'],
    ['a b', '} a b', 'a b }', 'm(>}) a b s(>})'],
    ['a b', '----- a b', 'a b -----', 'm(>-----) a b s(>-----)'],
    ['a b', '```typescript a b', 'a b ```typescript', 'm(>```typescript) a b s(>```typescript)'],
    ['a b', '</details> a b', 'a b </details>', 'm(></details>) a b s(></details>)'],
    ['a b', '_ a b', 'a b _', 'm(>_) a b s(>_)'],
    ['가 나', '우유 가 나', '가 나 우유', 'm(>우유) 가 나 s(>우유)'],
    ['가 나', '점심식 가 나', '가 나 점심식', '!(|점심식|) 가 나 !(||점심식)'],
    // Hangul, emoji, spaces at the end of a line
    ['가 나', '가 다', '가 나', '가 m(나>다)'],
    ['😀 a', '😀 b', '😎 a', '!(😀 a|😀 b|😎 a)'],
    ['é', 'e\u0301', 'é', 'm(é>e\u0301)'],
  ])('%s | %s | %s → %s', (base, mine, server, expected) => {
    expect(written(textHunks(text(base), text(mine), text(server)))).toBe(expected);
  });

  test.each([
    // mine | server | hunks without a base
    ['a b c', 'a b c', 'a b c'],
    ['a b c', 'a x c', 'a !(|b|x) c'],
    ['a', 'b', '!(|a|b)'],
    ['a b', 'a', 'a !(|b|)'],
    ['a', 'x a', '!(||x) a'],
    ['a x b y c', 'a 1 b 2 c', 'a !(|x|1) b !(|y|2) c'],
    ['_', 'a', '!(|_|a)'],
    ['a _', 'a', 'a !(|_|)'],
    ['_', '_', '_'],
  ])('no base: %s | %s → %s', (mine, server, expected) => {
    expect(written(textHunks(null, text(mine), text(server)))).toBe(expected);
  });

  test.each([
    ['line ends', 'a\r\nb\r\n', 'a\nb\n', 'a\rb\r', 'a b _'],
    ['a byte-order mark', '\ufeffa', 'a', '\ufeffa', 'a'],
    ['mixed, and a change', 'a\r\nb', 'a\r\nc', 'a\nb', 'a m(b>c)'],
  ])('not compared: %s', (_what, base, mine, server, expected) => {
    expect(written(textHunks(base, mine, server))).toBe(expected);
  });

  test('hunks are numbered from 0 in their order', () => {
    const hunks = textHunks(text('a b c d'), text('a B1 B2 c d'), text('a b c')) ?? [];
    expect(hunks.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
  });

  test('too many edits: no hunks, with a base and without', () => {
    const long = (word: string): string => text(Array.from({ length: 3_000 }, (_, i) => word + i).join(' '));
    expect(textHunks(long('a'), long('b'), long('a'))).toBeNull();
    expect(textHunks(null, long('a'), long('b'))).toBeNull();
  });

  test('half a million lines with a change at each end', () => {
    const all = Array.from({ length: 500_000 }, (_, i) => `${i}`);
    const base = all.join('\n');
    const hunks = textHunks(base, `head\n${base}`, `${base}\ntail`) ?? [];
    expect(hunks.map(({ kind }) => kind)).toEqual(['mine', 'unchanged', 'server']);
    expect(mergedLines(hunks, new Map())).toHaveLength(500_002);
    const asked = textHunks(base, `said twice\n${base}`, `${base}\nsaid twice`) ?? [];
    expect(asked.map(({ kind }) => kind)).toEqual(['overlap', 'unchanged', 'overlap']);
  });
});

describe('results', () => {
  const result = (texts: readonly [string, string, string], choices: Record<number, HunkChoice>) => {
    const hunks = textHunks(text(texts[0]), text(texts[1]), text(texts[2])) ?? [];
    const lines = mergedLines(hunks, new Map(Object.entries(choices).map(([id, one]) => [Number(id), one])));
    return lines?.map((line) => line || '_').join(' ') ?? null;
  };

  test.each<[string, string, string, Record<number, HunkChoice>, string | null]>([
    // base | mine | server | choices | result
    ['a b c', 'A b c', 'a b C', {}, 'A b C'],
    ['a b c', 'a B c', 'a C c', {}, null],
    ['a b c', 'a B c', 'a C c', { 1: 'mine' }, 'a B c'],
    ['a b c', 'a B c', 'a C c', { 1: 'server' }, 'a C c'],
    ['a b c', 'a B c', 'a C c', { 1: 'both' }, 'a B C c'],
    ['a b c', 'a B c', 'a C c', { 1: { lines: ['x', 'y'] } }, 'a x y c'],
    ['a b c', 'a B c', 'a C c', { 1: { lines: [] } }, 'a c'],
    ['a b c', 'a B c', 'a C c', { 0: 'mine', 7: 'mine' }, null],
    ['a b c d e', 'a B c D e', 'a 1 c 2 e', { 1: 'mine' }, null],
    ['a b c d e', 'a B c D e', 'a 1 c 2 e', { 1: 'mine', 3: 'server' }, 'a B c 2 e'],
    ['a b c', 'a c', 'a B c', { 1: 'mine' }, 'a c'],
    ['a b c', 'a c', 'a B c', { 1: 'both' }, 'a B c'],
    // a person may overrule what is merged already
    ['a b c', 'a B c', 'a b c', { 1: 'server' }, 'a b c'],
    ['a b c', 'a b c', 'a B c', { 1: 'mine' }, 'a b c'],
    ['a b c', 'a B c', 'a b c', { 1: { lines: ['x'] } }, 'a x c'],
    ['a b c', 'a B c', 'a B c', { 1: 'both' }, 'a B c'],
    // "both" for a change of one side: nobody wants the old line back
    ['a b c', 'a B c', 'a b c', { 1: 'both' }, 'a B c'],
    ['a b c', 'a b c', 'a B c', { 1: 'both' }, 'a B c'],
    // the final newline stands once, behind both
    ['a _', 'b _', 'c', { 0: 'both' }, 'b c _'],
    ['a', 'b', 'c _', { 0: 'both' }, 'b c _'],
    ['a', 'b', 'c', { 0: 'both' }, 'b c'],
    ['a _', '_', 'c _', { 0: 'both' }, 'c _'],
  ])('%s | %s | %s, %j → %s', (base, mine, server, choices, expected) => {
    expect(result([base, mine, server], choices)).toBe(expected);
  });

  test('what is undecided', () => {
    const hunks = textHunks(text('a b c d e'), text('a B c D e'), text('a 1 c 2 e')) ?? [];
    const ids = (choices: ReadonlyMap<number, HunkChoice>) => undecided(hunks, choices).map(({ id }) => id);
    expect(ids(new Map())).toEqual([1, 3]);
    expect(
      ids(
        new Map([
          [3, 'mine'],
          [0, 'mine'],
        ]),
      ),
    ).toEqual([1]);
    expect(
      ids(
        new Map<number, HunkChoice>([
          [1, { lines: [] }],
          [3, 'both'],
        ]),
      ),
    ).toEqual([]);
  });
});
