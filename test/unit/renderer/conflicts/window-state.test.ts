import { expect, test } from 'vitest';
import { keyMarks } from '../../../../renderer/views/conflicts/key-marks.ts';
import { matching, type Need, needsOf } from '../../../../renderer/views/conflicts/needs.ts';
import {
  NOTHING_SELECTED,
  nextSelection,
  type SelectionAction,
} from '../../../../renderer/views/conflicts/selection.ts';
import { shortcutOf } from '../../../../renderer/views/conflicts/shortcuts.ts';
import { sideMarks } from '../../../../renderer/views/conflicts/side-marks.ts';
import {
  initialState,
  neighbour,
  nextState,
  shownTarget,
} from '../../../../renderer/views/conflicts/window-state.ts';
import { keyDifferences } from '../../../../shared/merge/key-differences.ts';
import { textHunks } from '../../../../shared/merge/text-hunks.ts';
import { CONFLICT, snapshot } from '../snapshots.ts';

const PATHS = ['docs/a.md', 'docs/b.md', 'docs/c.md', 'docs/d.md'];
const NEEDS = needsOf(snapshot({ conflicts: PATHS.map((path) => ({ ...CONFLICT, path })) }));

const key = (
  code: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => ({
  key: code,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  [key('F7'), 'nextChange'],
  [key('F7', { shiftKey: true }), 'previousChange'],
  [key('F7', { ctrlKey: true }), null],
  [key('ArrowDown', { altKey: true }), 'nextChange'],
  [key('ArrowUp', { altKey: true }), 'previousChange'],
  [key('ArrowUp', { altKey: true, shiftKey: true }), null],
  [key('Digit1', { altKey: true }), 'takeMine'],
  [key('Digit2', { altKey: true }), 'takeServer'],
  [key('Digit3', { altKey: true }), 'takeBoth'],
  [{ ...key('Digit1', { altKey: true }), key: '¡' }, 'takeMine'],
  [key('Digit1', { altKey: true, ctrlKey: true }), null],
  [key('Enter', { ctrlKey: true }), 'save'],
  [key('Enter', { metaKey: true }), 'save'],
  [key('Enter'), null],
  [key('PageDown', { ctrlKey: true }), 'nextConflict'],
  [key('PageUp', { ctrlKey: true }), 'previousConflict'],
  [key('PageUp'), null],
])('%j is %s', (event, shortcut) => {
  expect(shortcutOf(event)).toBe(shortcut);
});

const toggle = (path: string): SelectionAction => ({ do: 'toggle', group: 'conflict', path });
const range = (path: string): SelectionAction => ({ do: 'range', group: 'conflict', path, order: PATHS });

test.each<[string, readonly SelectionAction[], readonly string[]]>([
  [
    'a click ticks, another one unticks',
    [toggle('docs/a.md'), toggle('docs/b.md'), toggle('docs/a.md')],
    ['docs/b.md'],
  ],
  [
    'Shift ticks up to there',
    [toggle('docs/b.md'), range('docs/d.md')],
    ['docs/b.md', 'docs/c.md', 'docs/d.md'],
  ],
  ['Shift upwards', [toggle('docs/c.md'), range('docs/a.md')], ['docs/c.md', 'docs/a.md', 'docs/b.md']],
  ['Shift alone ticks one', [range('docs/c.md')], ['docs/c.md']],
  [
    'all, and none',
    [
      { do: 'all', group: 'conflict', order: PATHS },
      { do: 'all', group: 'conflict', order: PATHS },
    ],
    [],
  ],
  ['another group begins anew', [toggle('docs/a.md'), { do: 'toggle', group: 'held', path: 'x' }], ['x']],
  [
    'what left the list is not ticked',
    [toggle('docs/a.md'), toggle('docs/b.md'), { do: 'kept', order: ['docs/b.md'] }],
    ['docs/b.md'],
  ],
])('selection: %s', (_name, actions, paths) => {
  expect([...actions.reduce(nextSelection, NOTHING_SELECTED).paths]).toEqual(paths);
});

test('groups stand in the order of urgency, with what their lines say', () => {
  const needs = needsOf(
    snapshot({
      conflicts: [CONFLICT],
      held: [{ path: 'docs/h.md', reason: { code: 'held-not-stored' } }],
      goneOnServer: ['docs/g.md'],
      rejected: [{ path: 'docs/A.md', reason: 'differs only in case from docs/a.md' }],
    }),
  );
  expect(needs.map(({ group }) => group)).toEqual(['conflict', 'held', 'gone', 'rejected']);
  expect(needs[3]?.note).toEqual({ words: 'differs only in case from docs/a.md' });
});

test.each([
  ['', 4],
  ['B.MD', 1],
  [' docs/ ', 4],
  ['zzz', 0],
])('the filter %j leaves %i', (query, amount) => {
  expect(matching(NEEDS, query)).toHaveLength(amount);
});

test('the filter finds a name in either Unicode form', () => {
  const needs: readonly Need[] = [
    { group: 'gone', path: 'docs/한글.md'.normalize('NFD'), note: { words: '' } },
  ];
  expect(matching(needs, '한글'.normalize('NFC'))).toHaveLength(1);
});

test.each([
  ['docs/a.md', 1, 'docs/b.md'],
  ['docs/d.md', 1, 'docs/a.md'],
  ['docs/a.md', -1, 'docs/d.md'],
  ['docs/gone.md', 1, 'docs/a.md'],
] as const)('from %s by %i', (path, step, expected) => {
  expect(neighbour(NEEDS, path, step)).toBe(expected);
});

test('the only conflict has no neighbour', () => {
  expect(neighbour(NEEDS.slice(0, 1), 'docs/a.md', 1)).toBeNull();
});

test('the address names the item; without one the first is shown; a settled one is not opened again', () => {
  expect(shownTarget(initialState('#conflicts?path=docs%2Fc.md'), NEEDS)?.path).toBe('docs/c.md');
  expect(shownTarget(initialState('#conflicts'), NEEDS)?.path).toBe('docs/a.md');
  const settled = nextState(initialState('#conflicts'), { do: 'settled', paths: ['docs/a.md'], next: null });
  expect(shownTarget(settled, NEEDS.slice(0, 1))).toBeNull();
});

test('each side has its changed lines, and inside them the words that the other side lacks', () => {
  const mine = 'same\nthe quick brown fox\nsame\n';
  const hunks = textHunks('same\nthe fox\nsame\n', mine, 'same\nthe quick red fox\nsame\n') ?? [];
  const { parts, words } = sideMarks(hunks, 'mine');
  expect(parts.map(({ kind, from, to }) => [kind, mine.slice(from, to)])).toEqual([
    ['overlap', 'the quick brown fox\n'],
  ]);
  expect(words.map(({ from, to }) => mine.slice(from, to))).toEqual(['brown']);
});

test('in a config the values of the keys that differ are marked, nested ones too, and no white space', () => {
  const [mine, server] = [
    '{\n  "log": { "level": "DEBUG" },\n  "n": 1\n}\n',
    '{"log":{"level":"INFO"},"n":1,"x":[1, 2]}',
  ];
  const differences = keyDifferences(null, mine, server);
  if ('broken' in differences) throw new Error('broken');
  const marked = (text: string): string[] =>
    keyMarks(text, differences).map(({ from, to }) => text.slice(from, to));
  expect(marked(mine)).toEqual(['"DEBUG"']);
  expect(marked(server)).toEqual(['"INFO"', '[1, 2]']);
});
