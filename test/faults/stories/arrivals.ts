import type { Story } from './story.ts';

const BASE = { 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1,"d":1}\n' };
const KEPT = { 'docs/b.md': 'b\n' };
const SYNC = { act: 'sync' } as const;
const MANY = ['p', 'q', 'r', 's', 't', 'u'].map((name) => `docs/many/${name}.md`);
const many = (text: string): Record<string, string> =>
  Object.fromEntries(MANY.map((path) => [path, `${path} ${text}\n`]));

/** Changes that come from GIIP. */
export const ARRIVALS: readonly Story[] = [
  {
    name: 'a pull replaces a document',
    base: BASE,
    deeds: { there: { 'docs/a.md': 'theirs\n' } },
    act: SYNC,
    end: { ...KEPT, 'docs/a.md': 'theirs\n', 'configs/c.json': BASE['configs/c.json'] },
  },
  {
    name: 'a pull replaces a config',
    base: BASE,
    deeds: { there: { 'configs/c.json': '{"c":2,"d":1}' } },
    act: SYNC,
    end: { ...KEPT, 'docs/a.md': BASE['docs/a.md'], 'configs/c.json': '{"c":2,"d":1}' },
  },
  {
    name: 'a pull brings a new document',
    base: BASE,
    deeds: { there: { 'docs/new.md': 'new\n' } },
    act: SYNC,
    end: { ...KEPT, 'docs/new.md': 'new\n' },
  },
  {
    name: 'a pull brings a document in folders that are not there',
    base: BASE,
    deeds: { there: { 'docs/x/y/new.md': 'new\n' } },
    act: SYNC,
    end: { ...KEPT, 'docs/x/y/new.md': 'new\n' },
  },
  {
    name: 'a pull brings a new config',
    base: BASE,
    deeds: { there: { 'configs/new.json': '{"n":1}' } },
    act: SYNC,
    end: { ...KEPT, 'configs/new.json': '{"n":1}' },
  },
  {
    name: 'a pull brings both sections at once',
    base: BASE,
    deeds: { there: { 'docs/a.md': 'theirs\n', 'docs/new.md': 'new\n', 'configs/c.json': '{"c":1,"d":7}' } },
    act: SYNC,
    end: { ...KEPT, 'docs/a.md': 'theirs\n', 'docs/new.md': 'new\n', 'configs/c.json': '{"c":1,"d":7}' },
  },
  {
    name: 'a pull replaces many documents',
    base: many('old'),
    deeds: { there: many('new') },
    act: SYNC,
    end: many('new'),
  },
  {
    name: 'a pull keeps the style of a file',
    base: { 'docs/a.md': '\ufeffone\r\ntwo\r\n' },
    deeds: { there: { 'docs/a.md': 'one\nTWO\n' } },
    act: SYNC,
    end: { 'docs/a.md': { here: '\ufeffone\r\nTWO\r\n', there: 'one\nTWO\n' } },
  },
  {
    name: 'an item is gone from GIIP',
    base: BASE,
    deeds: { there: { 'docs/a.md': null } },
    act: SYNC,
    end: { ...KEPT, 'docs/a.md': { here: 'one\ntwo\nthree\n', there: null } },
  },
];
