import { describe, expect, test } from 'vitest';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { inStep, type Machine, type World } from './world.ts';

/** One kind of item, with texts that change in different and in the same places. */
interface Kind {
  readonly path: string;
  readonly anchor: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly overlap: string;
  readonly joined: string;
}

const DOC: Kind = {
  path: 'docs/a.md',
  anchor: 'docs/anchor.md',
  base: 'one\ntwo\nthree\n',
  mine: 'ONE\ntwo\nthree\n',
  theirs: 'one\ntwo\nTHREE\n',
  overlap: 'uno\ntwo\nthree\n',
  joined: 'ONE\ntwo\nTHREE\n',
};
const CONFIG: Kind = {
  path: 'configs/a.json',
  anchor: 'configs/anchor.json',
  base: '{\n  "a": 1,\n  "b": 1\n}\n',
  mine: '{\n  "a": 2,\n  "b": 1\n}\n',
  theirs: '{\n  "a": 1,\n  "b": 2\n}\n',
  overlap: '{\n  "a": 3,\n  "b": 1\n}\n',
  joined: '{\n  "a": 2,\n  "b": 2\n}\n',
};

type Name = 'base' | 'mine' | 'theirs' | 'overlap' | 'joined';

/** A row of design.md's table: what was done on each side since the last sync, and what must come of it. */
interface Row {
  readonly name: string;
  /** `agreed` (the default), `none` (cold start) or `tombstone` (was deleted here and is on GIIP). */
  readonly since?: 'agreed' | 'none' | 'tombstone';
  readonly here?: Name | 'delete';
  readonly there?: Name | 'remove';
  /** What stands on each side afterwards; null: nothing. */
  readonly end: readonly [here: Name | null, there: Name | null];
  readonly list?: keyof SyncReport;
  readonly conflict?: string;
}

const ROWS: readonly Row[] = [
  { name: 'same, same: nothing', end: ['base', 'base'] },
  { name: 'changed, same: push', here: 'mine', end: ['mine', 'mine'], list: 'pushed' },
  { name: 'same, changed: pull', there: 'theirs', end: ['theirs', 'theirs'], list: 'pulled' },
  { name: 'changed alike: adopt', here: 'mine', there: 'mine', end: ['mine', 'mine'] },
  {
    name: 'changed in different places: merge',
    here: 'mine',
    there: 'theirs',
    end: ['joined', 'joined'],
    list: 'merged',
  },
  {
    name: 'changed in the same place: conflict',
    here: 'mine',
    there: 'overlap',
    end: ['mine', 'overlap'],
    list: 'conflicts',
    conflict: 'edit/edit',
  },
  {
    name: 'deleted, same: tombstone',
    here: 'delete',
    end: [null, 'base'],
    list: 'deletedHere',
  },
  {
    name: 'deleted, changed: conflict',
    here: 'delete',
    there: 'theirs',
    end: [null, 'theirs'],
    list: 'conflicts',
    conflict: 'delete/edit',
  },
  { name: 'deleted, gone: forgotten', here: 'delete', there: 'remove', end: [null, null] },
  {
    name: 'same, gone: kept and shown',
    there: 'remove',
    end: ['base', null],
    list: 'goneOnServer',
  },
  {
    name: 'changed, gone: push',
    here: 'mine',
    there: 'remove',
    end: ['mine', 'mine'],
    list: 'pushed',
  },
  { name: 'none, new: pull', since: 'none', there: 'theirs', end: ['theirs', 'theirs'], list: 'pulled' },
  { name: 'new, none: push', since: 'none', here: 'mine', end: ['mine', 'mine'], list: 'pushed' },
  { name: 'new alike: adopt', since: 'none', here: 'mine', there: 'mine', end: ['mine', 'mine'] },
  {
    name: 'new and different: conflict, no base is guessed',
    since: 'none',
    here: 'mine',
    there: 'theirs',
    end: ['mine', 'theirs'],
    list: 'conflicts',
    conflict: 'new/new',
  },
  {
    name: 'tombstone, same: still a tombstone',
    since: 'tombstone',
    end: [null, 'base'],
    list: 'deletedHere',
  },
  {
    name: 'tombstone, changed: conflict',
    since: 'tombstone',
    there: 'theirs',
    end: [null, 'theirs'],
    list: 'conflicts',
    conflict: 'delete/edit',
  },
  { name: 'tombstone, gone: forgotten', since: 'tombstone', there: 'remove', end: [null, null] },
  {
    name: 'made again, same: push',
    since: 'tombstone',
    here: 'mine',
    end: ['mine', 'mine'],
    list: 'pushed',
  },
  {
    name: 'made again as it was: adopt',
    since: 'tombstone',
    here: 'base',
    end: ['base', 'base'],
  },
  {
    name: 'made again, changed: conflict',
    since: 'tombstone',
    here: 'mine',
    there: 'theirs',
    end: ['mine', 'theirs'],
    list: 'conflicts',
    conflict: 'new/new',
  },
  {
    name: 'made again, gone: push',
    since: 'tombstone',
    here: 'mine',
    there: 'remove',
    end: ['mine', 'mine'],
    list: 'pushed',
  },
];

function textOnGiip({ giip }: World, path: string): string | null {
  if (path.startsWith('docs/')) return giip.doc(path) ?? null;
  const source = giip.config(path.slice('configs/'.length));
  return source === undefined ? null : `${JSON.stringify(JSON.parse(source), null, 2)}\n`;
}

function changeOnGiip({ giip }: World, kind: Kind, change: Name | 'remove'): void {
  const key = kind.path.slice('configs/'.length);
  if (kind === DOC) {
    if (change === 'remove') giip.removeDoc(kind.path);
    else giip.setDoc(kind.path, kind[change]);
  } else if (change === 'remove') giip.removeConfig(key);
  else giip.setConfig(key, JSON.stringify(JSON.parse(kind[change])));
}

async function startWith(kind: Kind, since: Row['since']): Promise<World & { m: Machine }> {
  const items = since === 'none' ? {} : { [kind.path]: kind.base };
  const world = await inStep({ [kind.anchor]: kind.base, ...items });
  if (since === 'tombstone') {
    world.m.files.remove(kind.path);
    await world.m.cycle();
  }
  return world;
}

describe.each([
  ['a document', DOC],
  ['a config', CONFIG],
])('the table, for %s', (_name, kind) => {
  test.each(ROWS)('$name', async ({ since, here, there, end, list, conflict }) => {
    const world = await startWith(kind, since);
    const { m } = world;
    if (here === 'delete') m.files.remove(kind.path);
    else if (here) m.files.edit(kind.path, kind[here]);
    if (there) changeOnGiip(world, kind, there);

    const report = await m.cycle({ audit: true });

    const expected = end.map((name) => (name === null ? null : kind[name]));
    expect([m.files.text(kind.path) ?? null, textOnGiip(world, kind.path)]).toEqual(expected);
    expect(report).toMatchObject({ outcome: conflict ? 'conflicts' : 'inSync', verified: true });
    if (conflict) expect(report.conflicts).toEqual([{ path: kind.path, kind: conflict }]);
    else if (list) expect(report[list]).toEqual([kind.path]);
    const [files, held] = [m.files.texts(), world.giip.content()];
    const [writes, pushes] = [m.files.writes(), m.remote.pushes.length];
    // At rest: nothing more is written or sent, and what is open stays shown.
    const again = await m.cycle({ audit: true });
    expect([m.files.writes(), m.remote.pushes.length]).toEqual([writes, pushes]);
    expect([m.files.texts(), world.giip.content()]).toEqual([files, held]);
    expect(again.conflicts).toEqual(report.conflicts);
    expect(again.deletedHere).toEqual(report.deletedHere);
    expect(again.goneOnServer).toEqual(report.goneOnServer);
  });

  test('a second machine ends up with the same, whichever side changed', async () => {
    const world = await startWith(kind, 'agreed');
    const { m } = world;
    const other = world.machine();
    await other.cycle();
    m.files.edit(kind.path, kind.mine);
    await m.cycle();
    other.files.edit(kind.path, kind.theirs);
    expect(await other.cycle()).toMatchObject({ merged: [kind.path], outcome: 'inSync', verified: true });
    expect(await m.cycle()).toMatchObject({ pulled: [kind.path], outcome: 'inSync' });
    expect([m.files.text(kind.path), other.files.text(kind.path), textOnGiip(world, kind.path)]).toEqual([
      kind.joined,
      kind.joined,
      kind.joined,
    ]);
  });

  test.each([
    ['locked', 'it is locked'],
    ['not UTF-8', 'not UTF-8 text'],
  ])('unreadable (%s): never a deletion, never an upload, whatever GIIP does', async (_why, reason) => {
    const world = await startWith(kind, 'agreed');
    const { m } = world;
    m.files.spoil(kind.path, reason);
    const pushes = m.remote.pushes.length;
    for (const there of ['base', 'theirs', 'remove'] as const) {
      changeOnGiip(world, kind, there);
      const report = await m.cycle({ audit: true });
      expect(report).toMatchObject({ deletedHere: [], goneOnServer: [], pulled: [], conflicts: [] });
      expect(report.rejected).toEqual([{ path: kind.path, reason }]);
    }
    expect(m.remote.pushes.length).toBe(pushes);
    expect(m.files.text(kind.path)).toBe(kind.base);
  });

  test('refused by the scan (a link, say) with a base: never a deletion', async () => {
    const world = await startWith(kind, 'agreed');
    world.m.files.refuse(kind.path, 'a link');
    changeOnGiip(world, kind, 'theirs');
    const report = await world.m.cycle();
    expect(report).toMatchObject({ deletedHere: [], conflicts: [], pulled: [], pushed: [] });
    expect(report.rejected).toContainEqual({ path: kind.path, reason: 'a link' });
  });
});

test('a config that is half written is left alone in both directions', async () => {
  const { m, giip } = await inStep({ 'configs/a.json': '{"a":1}' });
  m.files.edit('configs/a.json', '{"a": 1,');
  giip.setConfig('a.json', '{"a":3}');
  const report = await m.cycle();
  expect(report).toMatchObject({ pushed: [], pulled: [], deletedHere: [], conflicts: [] });
  expect(report.rejected).toEqual([{ path: 'configs/a.json', reason: expect.stringContaining('line 1') }]);
  expect(m.files.text('configs/a.json')).toBe('{"a": 1,');
  m.files.edit('configs/a.json', '{"a":1}');
  expect(await m.cycle()).toMatchObject({ pulled: ['configs/a.json'] });
});

test('a folder that cannot be listed hides its items; none is deleted, none is written into it', async () => {
  const { m, giip } = await inStep({ 'docs/sub/a.md': 'a\n', 'docs/b.md': 'b\n' });
  m.files.closeFolder('docs/sub/', 'permission denied');
  giip.setDoc('docs/sub/a.md', 'changed\n');
  giip.setDoc('docs/sub/new.md', 'new\n');
  const report = await m.cycle();
  expect(report).toMatchObject({ deletedHere: [], pulled: [], conflicts: [], outcome: 'inSync' });
  expect(report.rejected).toEqual([{ path: 'docs/sub/', reason: 'permission denied' }]);
  m.files.openFolder('docs/sub/');
  expect(await m.cycle()).toMatchObject({ pulled: ['docs/sub/a.md', 'docs/sub/new.md'] });
});

test('a folder that became a link is not emptied, and nothing goes through it', async () => {
  const { m, giip } = await inStep({ 'docs/sub/a.md': 'a\n', 'docs/b.md': 'b\n' });
  m.files.remove('docs/sub/a.md');
  m.files.refuse('docs/sub', 'a link');
  giip.setDoc('docs/sub/new.md', 'new\n');
  expect(await m.cycle()).toMatchObject({ deletedHere: [], pulled: [], outcome: 'inSync' });
  expect(m.files.text('docs/sub/new.md')).toBeUndefined();
});
