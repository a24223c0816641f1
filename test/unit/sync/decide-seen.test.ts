import { describe, expect, test } from 'vitest';
import { conflictTexts } from '../../../electron/sync/conflict-texts.ts';
import { resolveConflict, resolveMany } from '../../../electron/sync/decide.ts';
import type { ConflictDecision, SeenTexts } from '../../../shared/model/conflict.ts';
import { inStep, type Machine, sha256, type World } from './world.ts';

const PATH = 'docs/a.md';
const SEEN: SeenTexts = { local: sha256('mine\n'), remote: sha256('theirs\n') };

async function conflict(): Promise<World & { m: Machine }> {
  const world = await inStep({ [PATH]: 'base\n', 'docs/b.md': 'b\n' });
  world.m.files.edit(PATH, 'mine\n');
  world.giip.setDoc(PATH, 'theirs\n');
  world.clock.advance(5_000);
  await world.m.cycle();
  return world;
}

const DECISIONS: readonly ConflictDecision[] = [
  { take: 'mine' },
  { take: 'server' },
  { take: 'both' },
  { take: 'text', text: 'typed\n' },
];

describe.each(DECISIONS)('$take', (decision) => {
  test('settles what was looked at, as one run that can be undone', async () => {
    const { m } = await conflict();
    const settled = await resolveConflict(m.engine, PATH, decision, SEEN);
    expect(settled).toMatchObject({ ok: true, value: { offer: null } });
    const run = settled.ok ? m.state.runs.get(settled.value.run) : undefined;
    expect(run).toMatchObject({ kind: 'decision', outcome: null, counts: { resolved: 1 }, canUndo: true });
  });

  test.each([
    ['the file here', (m: Machine) => m.files.edit(PATH, 'mine, later\n')],
    ['the file here, that is gone,', (m: Machine) => m.files.remove(PATH)],
  ])('%s changed since: nothing is done', async (_, change) => {
    const { m, giip } = await conflict();
    change(m);
    const [files, base] = [m.files.texts(), m.state.base.all()];
    expect(await resolveConflict(m.engine, PATH, decision, SEEN)).toMatchObject({
      ok: false,
      error: { code: 'changed-meanwhile' },
    });
    expect([m.files.texts(), m.state.base.all()]).toEqual([files, base]);
    expect(m.state.conflicts.all()).toHaveLength(1);
    expect(giip.doc(PATH)).toBe('theirs\n');
    expect(m.state.runs.list(null, 50).filter(({ kind }) => kind === 'decision')).toEqual([]);
  });

  test('GIIP’s text that was heard since: nothing is done', async () => {
    const { m, giip } = await conflict();
    giip.setDoc(PATH, 'theirs, later\n');
    await m.cycle();
    expect(await resolveConflict(m.engine, PATH, decision, SEEN)).toMatchObject({
      ok: false,
      error: { code: 'changed-meanwhile' },
    });
    expect(m.files.text(PATH)).toBe('mine\n');
  });

  test('a write that is refused leaves everything as it was', async () => {
    const { m } = await conflict();
    const files = m.files.texts();
    m.files.interfere(({ call }) => (call === 'write' ? { code: 'write-failed' } : undefined));
    const settled = await resolveConflict(m.engine, PATH, decision, SEEN);
    expect(settled.ok).toBe(decision.take === 'mine');
    expect(m.files.texts()).toEqual(files);
    expect(m.state.conflicts.all()).toHaveLength(decision.take === 'mine' ? 0 : 1);
  });
});

test.each([
  [{ take: 'server' }, ['server', 'local']],
  [{ take: 'text', text: 'typed\n' }, ['local', 'server', 'local']],
  [{ take: 'both' }, ['server']],
] as const)('%o: history says where each text came from', async (decision, origins) => {
  const { m } = await conflict();
  const before = m.state.history.list(PATH).length;
  await resolveConflict(m.engine, PATH, decision);
  const added = m.state.history.list(PATH).slice(0, m.state.history.list(PATH).length - before);
  expect(added.map(({ origin }) => origin)).toEqual(origins);
  const beside = m.state.history.list().filter(({ path }) => path.includes('GIIP'));
  expect(beside.map(({ origin }) => origin)).toEqual(decision.take === 'both' ? ['server'] : []);
});

test('the list says what was seen last, and follows both sides', async () => {
  const { m, giip, clock } = await conflict();
  const seen = () => m.state.conflicts.get(PATH)?.seen;
  expect(seen()).toEqual(SEEN);
  m.files.edit(PATH, 'mine, later\n');
  await m.cycle();
  expect(seen()).toEqual({ ...SEEN, local: sha256('mine, later\n') });
  giip.setDoc(PATH, 'theirs, later\n');
  clock.advance(60_000);
  await m.cycle();
  expect(seen()).toEqual({ local: sha256('mine, later\n'), remote: sha256('theirs, later\n') });
  m.files.remove(PATH);
  await m.cycle();
  expect(seen()).toEqual({ local: null, remote: sha256('theirs, later\n') });
});

test('the texts say when each side changed, and what a decision would speak of', async () => {
  const { m, giip, clock } = await conflict();
  const first = await conflictTexts(m.engine, PATH);
  const heard = first.ok ? first.value.heardAt : 0;
  expect(first).toMatchObject({ value: { seen: SEEN, base: 'base\n', changedHere: heard - 5_000 } });
  clock.advance(60_000);
  giip.setDoc(PATH, 'theirs, later\n');
  await m.cycle();
  m.files.edit(PATH, 'mine, not seen by any cycle\n');
  expect(await conflictTexts(m.engine, PATH)).toMatchObject({
    value: {
      seen: { local: sha256('mine, not seen by any cycle\n'), remote: sha256('theirs, later\n') },
      heardAt: heard + 60_000,
      changedHere: clock.now(),
      since: heard,
    },
  });
  m.files.remove(PATH);
  expect(await conflictTexts(m.engine, PATH)).toMatchObject({
    value: { local: null, changedHere: null, seen: { local: null } },
  });
});

describe('many', () => {
  const paths = ['docs/1.md', 'docs/2.md', 'docs/3.md', 'docs/4.md'];

  async function conflicts(): Promise<World & { m: Machine }> {
    const world = await inStep(Object.fromEntries(paths.map((path) => [path, 'base\n'])));
    for (const path of paths) world.m.files.edit(path, `mine ${path}\n`);
    for (const path of paths) world.giip.setDoc(path, `theirs ${path}\n`);
    await world.m.cycle();
    return world;
  }

  test('each by itself, what fails fails alone, all of it one run', async () => {
    const { m, giip } = await conflicts();
    const items = m.state.conflicts.all().map(({ path, seen }) => ({ path, seen }));
    m.files.edit('docs/2.md', 'mine, later\n');
    m.files.interfere(({ call, path }) =>
      call === 'write' && path === 'docs/3.md' ? { code: 'write-failed' } : undefined,
    );
    const done = await resolveMany(m.engine, [...items, { path: 'docs/none.md', seen: SEEN }], 'server');
    expect(done).toMatchObject({
      done: ['docs/1.md', 'docs/4.md'],
      failed: [
        { path: 'docs/2.md', error: { code: 'changed-meanwhile' } },
        { path: 'docs/3.md', error: { code: 'write-failed' } },
        { path: 'docs/none.md', error: { code: 'no-such-conflict' } },
      ],
    });
    expect(m.state.runs.get(done.run)).toMatchObject({ kind: 'decision', counts: { resolved: 2 } });
    expect(m.state.runs.replaced(done.run).map(({ path }) => path)).toEqual(['docs/1.md', 'docs/4.md']);
    expect(m.files.text('docs/1.md')).toBe('theirs docs/1.md\n');
    expect(m.files.text('docs/2.md')).toBe('mine, later\n');
    m.files.interfere(() => undefined);
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: 'docs/2.md' }, { path: 'docs/3.md' }] });
    expect(giip.doc('docs/1.md')).toBe('theirs docs/1.md\n');
  });

  test('nothing came of it: no run is left', async () => {
    const { m } = await conflicts();
    expect(await resolveMany(m.engine, [{ path: 'docs/1.md', seen: SEEN }], 'mine')).toMatchObject({
      run: 0,
      done: [],
      failed: [{ error: { code: 'changed-meanwhile' } }],
    });
  });
});
