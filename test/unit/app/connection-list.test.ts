import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectionsIn, withConnection, withoutConnection } from '../../../electron/app/connection-list.ts';
import { overlappingFolder } from '../../../electron/app/overlapping-folder.ts';
import { connectionName } from '../../../shared/connection-name.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts';
import { worstFirst } from '../../../shared/model/worst-first.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const one = { apiUrl: 'https://a.example/api', lssn: 1, workspace: '/a/.openclaw' };
const two = { id: 'two', apiUrl: 'https://b.example/api', lssn: 2, workspace: '/b/.openclaw' };
const three = { id: 'three', apiUrl: 'https://b.example/api', lssn: 3, workspace: '/c/.openclaw' };
const ALL: Settings = { ...DEFAULT_SETTINGS, ...one, connections: [two, three] };

const after = (change: Partial<Settings>): Settings => ({ ...ALL, ...change });
const idsIn = (settings: Settings) => connectionsIn(settings).map(({ id }) => id);

test('settings from before there could be several hold the one connection', () => {
  expect(connectionsIn({ ...DEFAULT_SETTINGS, ...one })).toEqual([{ id: 'first', ...one }]);
  expect(connectionsIn(DEFAULT_SETTINGS)).toEqual([]);
});

test('each id counts once', () => {
  expect(idsIn(after({ connections: [two, { ...three, id: 'two' }, { ...three, id: 'first' }] }))).toEqual([
    'first',
    'two',
  ]);
});

test('a connection is added, and changed in its place', () => {
  const added = after(withConnection(ALL, 'four', { ...one, lssn: 4, workspace: '/d' }));
  expect(idsIn(added)).toEqual(['first', 'two', 'three', 'four']);
  const changed = after(withConnection(ALL, 'two', { lssn: 22 }));
  expect(connectionsIn(changed)[1]).toEqual({ ...two, lssn: 22 });
  expect(withConnection(ALL, 'first', { lssn: 11 })).toEqual({ lssn: 11 });
});

test('a connection goes alone; behind the first one the next becomes the first, under its own id', () => {
  expect(idsIn(after(withoutConnection(ALL, 'two')))).toEqual(['first', 'three']);
  const left = after(withoutConnection(ALL, 'first'));
  expect(connectionsIn(left)).toEqual([two, three]);
  expect(left).toMatchObject({
    connectionId: 'two',
    lssn: 2,
    workspace: '/b/.openclaw',
    connections: [three],
  });
});

test('a folder overlaps with itself, with what it holds, with what it lies in, and by a link', () => {
  const root = temporaryFolder();
  for (const name of ['a/docs', 'ab']) mkdirSync(join(root, name), { recursive: true });
  symlinkSync(join(root, 'a'), join(root, 'link'));
  const at = (name: string): string => join(root, name);
  expect(overlappingFolder(at('a'), [at('ab'), at('a')])).toBe(at('a'));
  expect(overlappingFolder(at('a/docs'), [at('a')])).toBe(at('a'));
  expect(overlappingFolder(root, [at('a')])).toBe(at('a'));
  expect(overlappingFolder(at('link/docs'), [at('a')])).toBe(at('a'));
  expect(overlappingFolder(at('a'), [at('ab'), at('..a')])).toBeNull();
});

test('a name is as long as it must be to tell connections apart', () => {
  const all = [one, two, { ...one, workspace: '/work/.openclaw' }, { ...one, workspace: 'C:\\x\\.openclaw' }];
  expect(connectionName(two, all)).toBe('.openclaw · 2');
  expect(all.map((each) => connectionName(each, all))).toEqual([
    'a/.openclaw · 1',
    '.openclaw · 2',
    'work/.openclaw · 1',
    'x/.openclaw · 1',
  ]);
});

test('the worst comes first, equals stay in their order', () => {
  const states = ['inStep', 'conflict', 'paused', 'error', 'inStep', 'held', 'offline'] as const;
  expect(worstFirst(states.map((state, at) => ({ state, at }))).map(({ at }) => at)).toEqual([
    3, 5, 1, 6, 2, 0, 4,
  ]);
});
