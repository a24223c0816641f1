import type { Story } from './story.ts';

const BASE = { 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1,"d":1}\n' };
const SYNC = { act: 'sync' } as const;

/** Changes of both sides that meet. */
export const MEETINGS: readonly Story[] = [
  {
    name: 'a merge of a document',
    base: BASE,
    deeds: { here: { 'docs/a.md': 'ONE\ntwo\nthree\n' }, there: { 'docs/a.md': 'one\ntwo\nTHREE\n' } },
    act: SYNC,
    end: { 'docs/b.md': 'b\n', 'docs/a.md': 'ONE\ntwo\nTHREE\n' },
  },
  {
    name: 'a merge of a config',
    base: BASE,
    deeds: { here: { 'configs/c.json': '{"c":2,"d":1}\n' }, there: { 'configs/c.json': '{"c":1,"d":2}' } },
    act: SYNC,
    end: { 'docs/b.md': 'b\n', 'configs/c.json': '{"c":2,"d":2}' },
  },
  {
    name: 'a merge, a pull and a push at once',
    base: BASE,
    deeds: {
      here: { 'docs/a.md': 'ONE\ntwo\nthree\n', 'docs/mine.md': 'mine\n' },
      there: { 'docs/a.md': 'one\ntwo\nTHREE\n', 'docs/b.md': 'theirs\n' },
    },
    act: SYNC,
    end: { 'docs/a.md': 'ONE\ntwo\nTHREE\n', 'docs/b.md': 'theirs\n', 'docs/mine.md': 'mine\n' },
  },
  {
    name: 'the same change on both sides',
    base: BASE,
    deeds: { here: { 'docs/a.md': 'same\n' }, there: { 'docs/a.md': 'same\n' } },
    act: SYNC,
    end: { 'docs/b.md': 'b\n', 'docs/a.md': 'same\n' },
  },
  {
    name: 'a conflict of two edits',
    base: BASE,
    deeds: { here: { 'docs/a.md': 'mine\n' }, there: { 'docs/a.md': 'theirs\n' } },
    act: SYNC,
    end: { 'docs/b.md': 'b\n', 'docs/a.md': { here: 'mine\n', there: 'theirs\n' } },
    code: 4,
  },
  {
    name: 'a conflict in a config',
    base: BASE,
    deeds: { here: { 'configs/c.json': '{"c":2,"d":1}\n' }, there: { 'configs/c.json': '{"c":3,"d":1}' } },
    act: SYNC,
    end: { 'configs/c.json': { here: '{"c":2,"d":1}', there: '{"c":3,"d":1}' } },
    code: 4,
  },
  {
    name: 'a conflict of two new documents',
    base: BASE,
    deeds: { here: { 'docs/new.md': 'mine\n' }, there: { 'docs/new.md': 'theirs\n' } },
    act: SYNC,
    end: { 'docs/new.md': { here: 'mine\n', there: 'theirs\n' } },
    code: 4,
  },
  {
    name: 'a conflict of a deletion and an edit',
    base: BASE,
    deeds: { here: { 'docs/a.md': null }, there: { 'docs/a.md': 'theirs\n' } },
    act: SYNC,
    end: { 'docs/a.md': { here: null, there: 'theirs\n' } },
    code: 4,
  },
  {
    name: 'a conflict holds up nothing else',
    base: BASE,
    before: { here: { 'docs/a.md': 'mine\n' }, there: { 'docs/a.md': 'theirs\n' } },
    deeds: { here: { 'docs/new.md': 'new\n' }, there: { 'docs/b.md': 'B\n' } },
    act: SYNC,
    end: { 'docs/a.md': { here: 'mine\n', there: 'theirs\n' }, 'docs/b.md': 'B\n', 'docs/new.md': 'new\n' },
    code: 4,
  },
  {
    name: 'a conflict ends by itself',
    base: BASE,
    before: { here: { 'docs/a.md': 'mine\n' }, there: { 'docs/a.md': 'theirs\n' } },
    deeds: { there: { 'docs/a.md': 'mine\n' } },
    act: SYNC,
    end: { 'docs/a.md': 'mine\n', 'docs/b.md': 'b\n' },
  },
];
