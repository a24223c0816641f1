import type { Story } from './story.ts';

const BASE = { 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1,"d":1}\n' };
const SYNC = { act: 'sync' } as const;

/** Changes that go to GIIP. */
export const DEPARTURES: readonly Story[] = [
  {
    name: 'a push of a document',
    base: BASE,
    deeds: { here: { 'docs/a.md': 'mine\n' } },
    act: SYNC,
    end: { ...BASE, 'docs/a.md': 'mine\n' },
  },
  {
    name: 'a push of a config',
    base: BASE,
    deeds: { here: { 'configs/c.json': '{"c":1,"d":9}\n' } },
    act: SYNC,
    end: { ...BASE, 'configs/c.json': '{"c":1,"d":9}' },
  },
  {
    name: 'a push of a new document',
    base: BASE,
    deeds: { here: { 'docs/deep/new.md': 'new\n' } },
    act: SYNC,
    end: { ...BASE, 'docs/deep/new.md': 'new\n' },
  },
  {
    name: 'a push of a new config',
    base: BASE,
    deeds: { here: { 'configs/new.json': '{"n":1}\n' } },
    act: SYNC,
    end: { ...BASE, 'configs/new.json': '{"n":1}' },
  },
  {
    name: 'a push of both sections at once',
    base: BASE,
    deeds: { here: { 'docs/a.md': 'mine\n', 'docs/new.md': 'new\n', 'configs/c.json': '{"c":5,"d":1}\n' } },
    act: SYNC,
    end: {
      'docs/b.md': 'b\n',
      'docs/a.md': 'mine\n',
      'docs/new.md': 'new\n',
      'configs/c.json': '{"c":5,"d":1}',
    },
  },
  {
    name: 'a push of a text that went back to an older one',
    base: BASE,
    before: { here: { 'docs/a.md': 'second\n' } },
    deeds: { here: { 'docs/a.md': 'one\ntwo\nthree\n' } },
    act: SYNC,
    end: BASE,
  },
  {
    name: 'a push over what is gone from GIIP',
    base: BASE,
    deeds: { here: { 'docs/a.md': 'mine\n' }, there: { 'docs/a.md': null } },
    act: SYNC,
    end: { ...BASE, 'docs/a.md': 'mine\n' },
  },
  {
    name: 'a deletion here',
    base: BASE,
    deeds: { here: { 'docs/a.md': null } },
    act: SYNC,
    end: { 'docs/b.md': 'b\n', 'docs/a.md': { here: null, there: 'one\ntwo\nthree\n' } },
  },
  {
    name: 'a deletion here, while another document comes',
    base: BASE,
    deeds: { here: { 'docs/a.md': null }, there: { 'docs/b.md': 'theirs\n' } },
    act: SYNC,
    end: { 'docs/b.md': 'theirs\n', 'docs/a.md': { here: null, there: 'one\ntwo\nthree\n' } },
  },
  {
    name: 'a deletion on both sides',
    base: BASE,
    deeds: { here: { 'docs/a.md': null }, there: { 'docs/a.md': null } },
    act: SYNC,
    end: { 'docs/b.md': 'b\n', 'docs/a.md': null },
  },
  {
    name: 'a new name for a document',
    base: BASE,
    deeds: { here: { 'docs/a.md': null, 'docs/renamed.md': 'one\ntwo\nthree\n' } },
    act: SYNC,
    end: {
      'docs/a.md': { here: null, there: 'one\ntwo\nthree\n' },
      'docs/renamed.md': 'one\ntwo\nthree\n',
    },
  },
  {
    name: 'a deleted document is written again',
    base: BASE,
    before: { here: { 'docs/a.md': null } },
    deeds: { here: { 'docs/a.md': 'again\n' } },
    act: SYNC,
    end: { ...BASE, 'docs/a.md': 'again\n' },
  },
];
