import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergeText } from '../../../shared/merge/merge-text.ts';
import type { HunkChoice, TextHunk } from '../../../shared/merge/text-hunk.ts';
import { mergedLines, textHunks, undecided } from '../../../shared/merge/text-hunks.ts';
import { written } from './hunk-notation.ts';

const few = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', '{'), { maxLength: 9 })
  .map((all) => all.join('\n'));

function hunksOf(base: string | null, mine: string, server: string): readonly TextHunk[] {
  const hunks = textHunks(base, mine, server);
  if (!hunks) throw new Error('too many edits for so small a text');
  return hunks;
}

function side(hunks: readonly TextHunk[], name: 'base' | 'mine' | 'server'): string {
  return hunks.flatMap((hunk) => hunk[name]).join('\n');
}

function resultOf(hunks: readonly TextHunk[], choice: HunkChoice): string | undefined {
  return mergedLines(hunks, new Map(undecided(hunks, new Map()).map(({ id }) => [id, choice])))?.join('\n');
}

const RUNS = { numRuns: 3_000 };

describe('of all hunks', () => {
  test('every line of the three texts is in exactly one, in order', () => {
    fc.assert(
      fc.property(few, few, few, (base, mine, server) => {
        const hunks = hunksOf(base, mine, server);
        expect(side(hunks, 'base')).toBe(base);
        expect(side(hunks, 'mine')).toBe(mine);
        expect(side(hunks, 'server')).toBe(server);
      }),
      RUNS,
    );
  });

  test('without a base both texts are whole, and only what is equal needs no decision', () => {
    fc.assert(
      fc.property(few, few, (mine, server) => {
        const hunks = hunksOf(null, mine, server);
        expect([side(hunks, 'mine'), side(hunks, 'server')]).toEqual([mine, server]);
        expect(hunks.flatMap(({ base }) => base)).toEqual([]);
        expect([resultOf(hunks, 'mine'), resultOf(hunks, 'server')]).toEqual([mine, server]);
        for (const hunk of hunks)
          expect(hunk.kind === 'unchanged').toBe(
            hunk.mine.join('\n') === hunk.server.join('\n') && hunk.mine.length === hunk.server.length,
          );
      }),
      RUNS,
    );
  });

  test('the kind says what is in it', () => {
    fc.assert(
      fc.property(few, few, few, (base, mine, server) => {
        for (const hunk of hunksOf(base, mine, server)) {
          const [b, m, s] = [hunk.base, hunk.mine, hunk.server].map((lines) => JSON.stringify(lines));
          if (hunk.kind === 'unchanged') expect([m, s]).toEqual([b, b]);
          if (hunk.kind === 'mine') expect([s, m === b]).toEqual([b, false]);
          if (hunk.kind === 'server') expect([m, s === b]).toEqual([b, false]);
          if (hunk.kind === 'same') expect([m, m === b]).toEqual([s, false]);
          if (hunk.kind === 'overlap') expect(m).not.toBe(s);
        }
      }),
      RUNS,
    );
  });

  test('a change of one side only is taken whole and asks nothing', () => {
    fc.assert(
      fc.property(few, few, (base, changed) => {
        expect(resultOf(hunksOf(base, changed, base), 'server')).toBe(changed);
        expect(resultOf(hunksOf(base, base, changed), 'mine')).toBe(changed);
        expect(resultOf(hunksOf(base, changed, changed), 'both')).toBe(changed);
      }),
      RUNS,
    );
  });

  test('the engine merges exactly where no hunk asks, and to the same text', () => {
    fc.assert(
      fc.property(few, few, few, (base, mine, server) => {
        const merge = mergeText(base, mine, server);
        const lines = mergedLines(hunksOf(base, mine, server), new Map());
        expect(merge).toEqual(lines ? { state: 'merged', text: lines.join('\n') } : { state: 'overlap' });
      }),
      RUNS,
    );
  });

  test('the sides may be swapped', () => {
    const swapped = ({ kind, mine, server, ...rest }: TextHunk): TextHunk => {
      const other = kind === 'mine' ? 'server' : kind === 'server' ? 'mine' : kind;
      return { ...rest, kind: other, mine: server, server: mine };
    };
    // Equal lines inside an overlap can be matched in two ways, so what is in there is left out.
    const outline = (hunks: readonly TextHunk[]): string | null =>
      written(hunks.filter(({ kind }) => kind !== 'overlap' && kind !== 'same'));
    fc.assert(
      fc.property(few, few, few, (base, mine, server) => {
        const there = hunksOf(base, server, mine).map(swapped);
        expect(outline(hunksOf(base, mine, server))).toBe(outline(there));
      }),
      RUNS,
    );
  });
});

/** Edits of a text whose lines are all different, so that there is one way only to compare it. */
const base = fc.integer({ min: 1, max: 12 }).map((length) => Array.from({ length }, (_, i) => `line ${i}`));
const edits = fc.array(fc.tuple(fc.nat(11), fc.constantFrom('delete', 'new 1', 'new 2', 'new 3')), {
  maxLength: 4,
});

function edited(lines: readonly string[], all: readonly (readonly [number, string])[]): string {
  const doing = new Map(all);
  const result = lines.flatMap((line, i) => {
    const what = doing.get(i);
    if (what === undefined) return [line];
    if (what === 'delete') return [];
    return i % 2 === 0 ? [`${what} for ${i}`] : [`${what} at ${i}`, line];
  });
  return result.map((line) => `${line}\n`).join('');
}

/** Lines that both sides may add, each once, anywhere. */
const NEW = ['a word more', '새 문단입니다', 'and another one'];
const additions = fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(NEW.length - 1)), {
  selector: ([, which]) => which,
  maxLength: 2,
});

function whole(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function added(lines: readonly string[], all: readonly (readonly [number, number])[]): readonly string[] {
  const here = (i: number): readonly string[] =>
    all.flatMap(([at, which]) => (at === i ? [NEW[which] ?? ''] : []));
  return lines.flatMap((line, i) => [...here(i), line]);
}

describe('beside git', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hunks-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The merged text, or null where git leaves conflicts. */
  function git(texts: readonly [string, string, string], ...options: readonly string[]): string | null {
    const [base, mine, server] = texts;
    const names = ['mine', 'base', 'server'].map((name) => join(folder, name));
    for (const [i, content] of [mine, base, server].entries()) writeFileSync(names[i] ?? '', content);
    try {
      const call = ['merge-file', '-p', ...options, ...names];
      return execFileSync('git', call, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return null;
    }
  }

  test('git asks where we ask, and its three ways to decide all come to our texts', () => {
    let [merged, asked] = [0, 0];
    fc.assert(
      fc.property(base, edits, edits, (lines, first, second) => {
        const texts = [edited(lines, []), edited(lines, first), edited(lines, second)] as const;
        const hunks = hunksOf(...texts);
        const open = undecided(hunks, new Map());
        const result = mergedLines(hunks, new Map())?.join('\n') ?? null;
        expect(result).toBe(git([...texts]));
        if (open.length === 0) merged += 1;
        else asked += 1;
        expect(resultOf(hunks, 'mine')).toBe(git([...texts], '--ours'));
        expect(resultOf(hunks, 'server')).toBe(git([...texts], '--theirs'));
        // Git joins overlaps with up to three lines between them, so "both" is compared where there is one.
        if (open.length === 1) expect(resultOf(hunks, 'both')).toBe(git([...texts], '--union'));
      }),
      { numRuns: 80 },
    );
    expect(merged).toBeGreaterThan(5);
    expect(asked).toBeGreaterThan(5);
  });

  test('where git joins and a line with words comes to stand twice by it, a person is asked; else our text is git’s', () => {
    let [twice, joined] = [0, 0];
    fc.assert(
      fc.property(base, additions, additions, (lines, first, second) => {
        const texts = [whole(lines), whole(added(lines, first)), whole(added(lines, second))] as const;
        const theirs = git([...texts]);
        if (theirs === null) return;
        const ours = mergedLines(hunksOf(...texts), new Map())?.join('\n') ?? null;
        const isDoubled = NEW.some((line) => theirs.split(line).length > 2);
        if (isDoubled) twice += 1;
        else joined += 1;
        expect(ours).toBe(isDoubled ? null : theirs);
      }),
      { numRuns: 120 },
    );
    expect(twice).toBeGreaterThan(5);
    expect(joined).toBeGreaterThan(5);
  });
});
