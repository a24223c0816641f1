import { expect, test } from 'vitest';
import { resultsPage } from '../../bench/report/results-page.ts';
import { Figures } from '../../bench/support/figures.ts';

const FACTS = ['a machine'];

function page(figures: Figures, ids: readonly number[] = [8], links = new Map<number, string>()): string {
  return resultsPage(figures, { facts: FACTS, ids, links });
}

function lines(text: string, start: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith(start));
}

function proofPulls(middle: number, large: number): Figures {
  const figures = new Figures();
  figures.noteAll(8, 'M', { product: [middle], floor: [100] });
  figures.noteAll(8, 'L', { product: [large, large], floor: [100, 200] });
  return figures;
}

test('a goal is met when all its limits are kept, and missed when one is not', () => {
  expect(lines(page(proofPulls(110, 120)), '| 8 | proof')[0]).toContain('| – | 110 | 120 | yes |');
  expect(lines(page(proofPulls(110, 300)), '| 8 | proof')[0]).toContain('| **no** (1 of 2) |');
});

test('a limit that was not measured is neither kept nor missed', () => {
  const figures = new Figures();
  figures.noteAll(8, 'M', { product: [110], floor: [100] });
  expect(lines(page(figures), '| 8 | proof')[0]).toContain('| open (1 of 2) |');
  expect(page(figures)).toContain('| 8 | ≤ 1.3 × floor at L | – | not measured |');
});

test('ratios are told beside their limits, figures with their spread and rounds', () => {
  const text = page(proofPulls(110, 150));
  expect(text).toContain('| 8 | ≤ 1.3 × floor at L | 1.13 | ✓ |');
  expect(text).toContain('| 8 | floor | – | 100 | 150 (100–200; 2) |');
});

test('what was written about a goal stands beside it, met or not', () => {
  const links = new Map([[8, 'attempts/goal-08.md']]);
  expect(lines(page(proofPulls(1, 1), [8], links), '| 8 | proof')[0]).toContain(
    '[what was tried](attempts/goal-08.md)',
  );
});

test('a later run goes on from what was kept, and what broke off is not taken for done', () => {
  const first = new Figures();
  first.note(8, 'M', 'product', [110]);
  first.sayOfRun('the first run');
  first.endPart('M: whole', { goals: [8], seconds: 61, isWhole: true });
  first.gap('git | failed\nhere');
  first.endPart('M: half', { goals: [8], seconds: 5, isWhole: false });
  const second = new Figures(JSON.parse(JSON.stringify(first.kept())));
  second.sayOfRun('the second run');
  expect(second.has('M: whole', [8])).toBe(true);
  expect(second.has('M: whole', [8, 9])).toBe(false);
  expect(second.has('M: half', [8])).toBe(false);
  const text = page(second);
  expect(lines(text, '- ')).toEqual(['- a machine', '- the first run', '- the second run']);
  expect(text).toContain('| M: whole | 1:01 |  |');
  expect(text).toContain('| M: half | 0:05, broke off | git / failed here |');
  expect(text).toContain('| 8 | product | – | 110 | – |');
});
