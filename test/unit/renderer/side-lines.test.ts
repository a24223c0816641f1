import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Side } from '../../../renderer/views/popup/side-lines.ts';
import { sideLines } from '../../../renderer/views/popup/side-lines.ts';

const differing = (side: Side): string[] =>
  side.rows.flatMap((row) => (row.kind === 'line' && row.differs ? [row.line] : []));

test('each side marks the lines that the other one lacks', () => {
  const { local, remote } = sideLines('one\nmine\nthree\n', 'one\ntheirs\nthree\nfour\n');
  expect(differing(local)).toEqual(['mine']);
  expect(differing(remote)).toEqual(['theirs', 'four']);
  expect([local.differing, remote.differing]).toEqual([1, 2]);
});

test('long equal parts are folded, with three lines of context', () => {
  const same = Array.from({ length: 40 }, (_, at) => `line ${at}`);
  const { local } = sideLines([...same, 'mine'].join('\n'), [...same, 'theirs'].join('\n'));
  expect(local.rows.map((row) => (row.kind === 'fold' ? `(${row.amount})` : row.line))).toEqual([
    '(37)',
    'line 37',
    'line 38',
    'line 39',
    'mine',
  ]);
});

test('line ends are no difference', () => {
  const { local, remote } = sideLines('a\r\nb\r\n', 'a\nb');
  expect([local.differing, remote.differing]).toEqual([0, 0]);
});

test('beside a side that does not exist nothing is marked', () => {
  const { remote } = sideLines(null, 'a\nb\n');
  expect(remote).toMatchObject({ differing: null, cut: 0 });
  expect(remote.rows).toHaveLength(2);
});

test('a huge text is cut and says by how much', () => {
  const { remote } = sideLines(null, 'x\n'.repeat(5000));
  expect([remote.rows.length, remote.cut]).toEqual([2000, 3000]);
});

test('every line of a side is shown or folded, exactly once and in order', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 40 })
    .map((lines) => lines.map((line) => `${line}\n`).join(''));
  fc.assert(
    fc.property(text, text, (mine, theirs) => {
      for (const [source, side] of [
        [mine, sideLines(mine, theirs).local],
        [theirs, sideLines(mine, theirs).remote],
      ] as const) {
        let next = 1;
        for (const row of side.rows) {
          expect(row.number).toBe(next);
          next += row.kind === 'fold' ? row.amount : 1;
        }
        expect(next - 1).toBe(source.split('\n').length - 1);
      }
    }),
    { numRuns: 100 },
  );
});
