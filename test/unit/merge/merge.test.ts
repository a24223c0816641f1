import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeItem } from '../../../shared/merge/merge.ts';
import { mergeText } from '../../../shared/merge/merge-text.ts';

const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');

describe('documents, by lines', () => {
  test.each([
    [
      'different places',
      lines('a', 'b', 'c'),
      lines('A', 'b', 'c'),
      lines('a', 'b', 'C'),
      lines('A', 'b', 'C'),
    ],
    ['the same change', lines('a', 'b'), lines('A', 'b'), lines('A', 'b'), lines('A', 'b')],
    [
      'the same and one more',
      lines('a', 'b', 'c', 'd'),
      lines('A', 'b', 'c', 'd'),
      lines('A', 'b', 'c', 'D'),
      lines('A', 'b', 'c', 'D'),
    ],
    ['head and tail', lines('m'), lines('h', 'm'), lines('m', 't'), lines('h', 'm', 't')],
    [
      'a line goes, another comes',
      lines('a', 'b', 'c', 'd'),
      lines('b', 'c', 'd'),
      lines('a', 'b', 'c', 'd', 'e'),
      lines('b', 'c', 'd', 'e'),
    ],
    ['the same deletion', lines('a', 'b', 'c'), lines('a', 'c'), lines('a', 'c'), lines('a', 'c')],
    ['only here', 'a', 'b', 'a', 'b'],
    ['only there', 'a', 'a', 'b', 'b'],
    ['from nothing, alike', '', 'a\n', 'a\n', 'a\n'],
    ['no final newline', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
  ])('joined: %s', (_what, base, mine, theirs, merged) => {
    expect(mergeText(base, mine, theirs)).toEqual({ state: 'merged', text: merged });
    expect(mergeText(base, theirs, mine)).toEqual({ state: 'merged', text: merged });
  });

  test.each([
    ['one line, two texts', lines('a'), lines('b'), lines('c')],
    ['neighbours', lines('a', 'b'), lines('A', 'b'), lines('a', 'B')],
    ['both at the end', lines('a'), lines('a', 'b'), lines('a', 'c')],
    ['both at the head', lines('a'), lines('b', 'a'), lines('c', 'a')],
    ['deleted here, changed there', lines('a', 'b', 'c'), lines('a', 'c'), lines('a', 'B', 'c')],
    ['inserted where it was deleted', lines('a', 'b', 'c'), lines('a', 'c'), lines('a', 'b', 'x', 'c')],
    ['all new', 'a', 'b', 'c'],
    [
      'one new paragraph, written in two places',
      lines('a', '', 'b'),
      lines('the new paragraph', '', 'a', '', 'b'),
      lines('a', '', 'b', '', 'the new paragraph'),
    ],
  ])('overlap: %s', (_what, base, mine, theirs) => {
    expect(mergeText(base, mine, theirs)).toEqual({ state: 'overlap' });
    expect(mergeText(base, theirs, mine)).toEqual({ state: 'overlap' });
  });

  test('items that two people add to one list are joined, also short ones that both add', () => {
    const list = ['- [ ] milk', '- [ ] bread', '- [ ] salt'];
    const merged = lines('- [ ] tea', '- [ ] potatoes', ...list, '- [ ] onions', '- [ ] tea');
    expect(
      mergeText(
        lines(...list),
        lines('- [ ] tea', '- [ ] potatoes', ...list),
        lines(...list, '- [ ] onions', '- [ ] tea'),
      ),
    ).toEqual({ state: 'merged', text: merged });
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 7 })
    .map((all) => lines(...all));

  test('symmetric, and a change of one side only is taken whole', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(mergeText(base, mine, theirs)).toEqual(mergeText(base, theirs, mine));
        expect(mergeText(base, mine, base)).toEqual({ state: 'merged', text: mine });
        expect(mergeText(base, mine, mine)).toEqual({ state: 'merged', text: mine });
      }),
      { numRuns: 2000 },
    );
  });

  test('never loses a line that only one side added, never brings back one that both deleted', () => {
    const base = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
    const edit = fc.array(fc.tuple(fc.nat(8), fc.nat(2)), { maxLength: 4 });
    const edited = (
      all: readonly number[],
      edits: readonly (readonly [number, number])[],
      mark: string,
    ): string[] => {
      const result = all.map(String);
      for (const [i, [at, kind]] of edits.entries()) {
        if (kind === 0) result.splice(at, 1);
        else result.splice(at, kind - 1, `${mark}${i}`);
      }
      return result;
    };
    fc.assert(
      fc.property(base, edit, edit, (numbers, first, second) => {
        const [mine, theirs] = [edited(numbers, first, 'm'), edited(numbers, second, 't')];
        const merged = mergeText(lines(...numbers.map(String)), lines(...mine), lines(...theirs));
        if (merged.state !== 'merged') return;
        const result = merged.text.split('\n');
        for (const line of [...mine, ...theirs]) if (/[mt]/.test(line)) expect(result).toContain(line);
        for (const line of numbers.map(String))
          expect(result.includes(line)).toBe(mine.includes(line) && theirs.includes(line));
      }),
      { numRuns: 2000 },
    );
  });

  test('where git merges as well, the result is the same', () => {
    const folder = mkdtempSync(join(tmpdir(), 'merge-'));
    const numbered = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 9 });
    try {
      fc.assert(
        fc.property(numbered, numbered, numbered, (b, m, t) => {
          const texts = [m, b, t].map((all) => lines(...all.map(String)));
          const ours = mergeText(texts[1] ?? '', texts[0] ?? '', texts[2] ?? '');
          if (ours.state !== 'merged') return;
          const names = ['mine', 'base', 'theirs'].map((name) => join(folder, name));
          for (const [i, name] of names.entries()) writeFileSync(name, texts[i] ?? '');
          let git: string;
          try {
            git = execFileSync('git', ['merge-file', '-p', ...names], { encoding: 'utf8', stdio: 'pipe' });
          } catch {
            return;
          }
          expect(ours.text).toBe(git);
        }),
        { numRuns: 150 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('20,000 equal lines are joined at once', () => {
    const same = Array.from({ length: 20_000 }, () => 'x');
    const [base, mine, theirs] = [lines(...same), lines('head', ...same), lines(...same, 'tail')];
    expect(mergeText(base, mine, theirs)).toEqual({ state: 'merged', text: lines('head', ...same, 'tail') });
  });

  test('large texts that have nothing in common are too expensive, in a bounded number of steps', () => {
    const text = (word: string): string => lines(...Array.from({ length: 50_000 }, (_, i) => `${word} ${i}`));
    const start = performance.now();
    expect(mergeText(text('a'), text('b'), text('c'))).toEqual({ state: 'too-expensive' });
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('configs, by keys', () => {
  const merge = (base: string, mine: string, theirs: string): unknown => {
    const result = mergeItem('configs/a.json', base, mine, theirs);
    return 'merged' in result ? JSON.parse(result.merged) : result.conflict.code;
  };

  test.each([
    ['different keys', '{"a":1,"b":1}', '{"a":2,"b":1}', '{"a":1,"b":2}', { a: 2, b: 2 }],
    ['the same change', '{"a":1}', '{"a":2}', '{"a":2.0}', { a: 2 }],
    ['keys come on both sides', '{}', '{"a":1}', '{"b":2}', { a: 1, b: 2 }],
    ['a key goes, another changes', '{"a":1,"b":1}', '{"b":1}', '{"a":1,"b":2}', { b: 2 }],
    ['deep', '{"o":{"a":1,"b":1}}', '{"o":{"a":2,"b":1}}', '{"o":{"a":1,"b":2}}', { o: { a: 2, b: 2 } }],
    [
      'new objects of one name',
      '{"x":1}',
      '{"x":1,"o":{"a":1}}',
      '{"x":1,"o":{"b":2}}',
      { x: 1, o: { a: 1, b: 2 } },
    ],
    [
      'a list changes on one side',
      '{"l":[1],"a":1}',
      '{"l":[1,2],"a":1}',
      '{"l":[1],"a":2}',
      { l: [1, 2], a: 2 },
    ],
    ['order is no change', '{"a":1,"b":1}', '{"b":1,"a":1}', '{"a":2,"b":1}', { a: 2, b: 1 }],
    ['both delete', '{"a":1,"b":1,"c":1}', '{"c":1,"d":1}', '{"c":1,"b":1}', { c: 1, d: 1 }],
  ])('joined: %s', (_what, base, mine, theirs, expected) => {
    expect(merge(base, mine, theirs)).toEqual(expected);
    expect(merge(base, theirs, mine)).toEqual(expected);
  });

  test.each([
    ['one value', '{"a":1}', '{"a":2}', '{"a":3}', 'changed-on-both-overlap'],
    ['deleted and changed', '{"a":1,"b":1}', '{"b":1}', '{"a":2,"b":1}', 'changed-on-both-overlap'],
    [
      'lists are taken whole',
      '{"l":[1,2,3]}',
      '{"l":[0,1,2,3]}',
      '{"l":[1,2,3,4]}',
      'changed-on-both-overlap',
    ],
    ['new with two values', '{}', '{"a":1}', '{"a":2}', 'changed-on-both-overlap'],
    ['an object and a number', '{"a":1}', '{"a":{}}', '{"a":2}', 'changed-on-both-overlap'],
    ['a list as root', '[1]', '[2]', '[3]', 'changed-on-both-overlap'],
    ['nothing would be left', '{"a":1,"b":1}', '{"a":1}', '{"b":1}', 'merge-result-unusable'],
  ])('conflict: %s', (_what, base, mine, theirs, code) => {
    expect(merge(base, mine, theirs)).toBe(code);
    expect(merge(base, theirs, mine)).toBe(code);
  });

  test('every digit and __proto__ survive', () => {
    const result = mergeItem(
      'configs/a.json',
      '{"n":12345678901234567890,"__proto__":{"x":1},"a":1,"b":1}',
      '{"n":12345678901234567890,"__proto__":{"x":1},"a":2,"b":1}',
      '{"n":12345678901234567890,"__proto__":{"x":2},"a":1,"b":0.10}',
    );
    expect(result).toEqual({ merged: '{"n":12345678901234567890,"__proto__":{"x":2},"a":2,"b":0.10}' });
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});
