import type { Story } from './story.ts';

const SYNC = { act: 'sync' } as const;
const MANY = Array.from({ length: 12 }, (_, n) => `docs/m${String(n).padStart(2, '0')}.md`);
const many = (text: string): Record<string, string> =>
  Object.fromEntries(MANY.map((path) => [path, `${path} ${text}\n`]));
const sides = (here: string | null, there: string): Story['end'] =>
  Object.fromEntries(
    MANY.map((path) => [path, { here: here && `${path} ${here}\n`, there: `${path} ${there}\n` }]),
  );
const gone = Object.fromEntries(MANY.map((path) => [path, null]));

/** First syncs, and changes so large that a person looks first. */
export const BEGINNINGS: readonly Story[] = [
  {
    name: 'a first sync of a full folder with an empty GIIP',
    deeds: { here: { 'docs/a.md': 'a\n', 'docs/x/b.md': 'b\n', 'configs/c.json': '{"c":1}\n' } },
    act: SYNC,
    end: { 'docs/a.md': 'a\n', 'docs/x/b.md': 'b\n', 'configs/c.json': '{"c":1}' },
  },
  {
    name: 'a first sync of an empty folder with a full GIIP',
    deeds: { there: { 'docs/a.md': 'a\n', 'docs/x/b.md': 'b\n', 'configs/c.json': '{"c":1}' } },
    act: SYNC,
    end: { 'docs/a.md': 'a\n', 'docs/x/b.md': 'b\n', 'configs/c.json': '{"c":1}' },
  },
  {
    name: 'a first sync of two that are equal',
    deeds: {
      here: { 'docs/a.md': 'a\n', 'configs/c.json': '{"c":1}\n' },
      there: { 'docs/a.md': 'a\n', 'configs/c.json': '{"c":1}' },
    },
    act: SYNC,
    end: { 'docs/a.md': 'a\n', 'configs/c.json': '{"c":1}' },
  },
  {
    name: 'a first sync with everything at once',
    deeds: {
      here: { 'docs/mine.md': 'mine\n', 'docs/both.md': 'here\n', 'docs/same.md': 'same\n' },
      there: { 'docs/theirs.md': 'theirs\n', 'docs/both.md': 'there\n', 'docs/same.md': 'same\n' },
    },
    act: SYNC,
    end: {
      'docs/mine.md': 'mine\n',
      'docs/theirs.md': 'theirs\n',
      'docs/same.md': 'same\n',
      'docs/both.md': { here: 'here\n', there: 'there\n' },
    },
    code: 4,
  },
  {
    name: 'a mass change on GIIP is held',
    base: many('old'),
    deeds: { there: many('new') },
    act: SYNC,
    end: sides('old', 'new'),
    code: 6,
  },
  {
    name: 'a mass deletion here is held',
    base: many('old'),
    deeds: { here: gone },
    act: SYNC,
    end: sides(null, 'old'),
    code: 6,
  },
  {
    name: 'a mass change is approved',
    base: many('old'),
    before: { there: many('new') },
    deeds: {},
    act: { act: 'approve' },
    end: many('new'),
  },
];
