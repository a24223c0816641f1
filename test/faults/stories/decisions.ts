import type { Deeds, Story } from './story.ts';

const BASE = { 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1,"d":1}\n' };
const A = 'docs/a.md';
const C = 'configs/c.json';
const EDITS: Deeds = { here: { [A]: 'mine\n' }, there: { [A]: 'theirs\n' } };
const CONFIGS: Deeds = { here: { [C]: '{"c":2,"d":1}\n' }, there: { [C]: '{"c":3,"d":1}' } };
const DELETION: Deeds = { here: { [A]: null }, there: { [A]: 'theirs\n' } };

/** What people decide: conflicts that are settled, versions that are restored. */
export const DECISIONS: readonly Story[] = [
  {
    name: 'a conflict is settled for GIIP',
    base: BASE,
    before: EDITS,
    deeds: {},
    act: { act: 'resolve', path: A, take: 'server' },
    end: { [A]: 'theirs\n', 'docs/b.md': 'b\n' },
  },
  {
    name: 'a conflict is settled for this computer',
    base: BASE,
    before: EDITS,
    deeds: {},
    act: { act: 'resolve', path: A, take: 'mine' },
    end: { [A]: 'mine\n', 'docs/b.md': 'b\n' },
  },
  {
    name: 'a conflict is settled with a text of one’s own',
    base: BASE,
    before: EDITS,
    deeds: {},
    act: { act: 'resolve', path: A, text: 'both\n' },
    end: { [A]: 'both\n', 'docs/b.md': 'b\n' },
  },
  {
    name: 'a config’s conflict is settled for GIIP',
    base: BASE,
    before: CONFIGS,
    deeds: {},
    act: { act: 'resolve', path: C, take: 'server' },
    end: { [C]: '{"c":3,"d":1}' },
  },
  {
    name: 'a config’s conflict is settled for this computer',
    base: BASE,
    before: CONFIGS,
    deeds: {},
    act: { act: 'resolve', path: C, take: 'mine' },
    end: { [C]: '{"c":2,"d":1}' },
  },
  {
    name: 'both versions of a config are kept',
    base: BASE,
    before: CONFIGS,
    deeds: {},
    act: { act: 'resolve', path: C, take: 'both' },
    end: { [C]: '{"c":2,"d":1}', 'configs/c-from-giip.json': '{"c":3,"d":1}' },
  },
  {
    name: 'a deletion is taken back for GIIP’s edit',
    base: BASE,
    before: DELETION,
    deeds: {},
    act: { act: 'resolve', path: A, take: 'server' },
    end: { [A]: 'theirs\n' },
  },
  {
    name: 'a deletion stands against GIIP’s edit',
    base: BASE,
    before: DELETION,
    deeds: {},
    act: { act: 'resolve', path: A, take: 'mine' },
    end: { [A]: { here: null, there: 'theirs\n' } },
  },
  {
    name: 'an older version is restored',
    base: BASE,
    before: { there: { [A]: 'theirs\n' } },
    deeds: {},
    act: { act: 'restore', path: A },
    end: { [A]: 'one\ntwo\nthree\n' },
  },
  {
    name: 'a version is restored over an edit that was never synced',
    base: BASE,
    before: { there: { [A]: 'theirs\n' } },
    deeds: { here: { [A]: 'unseen\n' } },
    act: { act: 'restore', path: A },
    end: { [A]: 'one\ntwo\nthree\n' },
  },
  {
    name: 'a deleted document is restored',
    base: BASE,
    before: { here: { [A]: null } },
    deeds: {},
    act: { act: 'restore', path: A },
    end: { [A]: 'one\ntwo\nthree\n' },
  },
  {
    name: 'an older config is restored',
    base: BASE,
    before: { there: { [C]: '{"c":2,"d":1}' } },
    deeds: {},
    act: { act: 'restore', path: C },
    end: { [C]: '{"c":1,"d":1}' },
  },
];
