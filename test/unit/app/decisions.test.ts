import { describe, expect, test } from 'vitest';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import { settle } from '../sync/manual-clock.ts';
import { inStep } from '../sync/world.ts';
import { type AppWorld, appIn, startApp } from './app-world.ts';

const ITEMS = { 'configs/c.json': '{"a":0}', 'docs/a.md': 'base\n', 'docs/b.md': 'base\n' };
const PATHS = ['docs/a.md', 'docs/b.md'] as const;

function inConflict(): Promise<AppWorld> {
  return startApp(ITEMS, ({ m, giip }) => {
    for (const path of PATHS) m.files.edit(path, `mine ${path}\n`);
    for (const path of PATHS) giip.setDoc(path, `theirs ${path}\n`);
  });
}

const settled = ({ until }: AppWorld) =>
  until(({ conflicts, pending, progress }) => conflicts.length + pending.length === 0 && progress === null);

describe('a decision', () => {
  test('settles what the snapshot showed, is carried to GIIP by itself and can be undone', async () => {
    const world = await inConflict();
    const { app, giip } = world;
    const { conflicts, undoable } = app.snapshot();
    expect(conflicts.map(({ path }) => path)).toEqual(PATHS);
    expect(undoable).toBeNull();
    const [first, second] = conflicts;
    if (!first || !second) throw new Error('no conflict');
    const decided = await app.handlers['conflict.resolve']({
      path: first.path,
      decision: { take: 'mine' },
      seen: first.seen,
    });
    const run = decided.ok ? decided.value.run : 0;
    await world.until(({ undoable: shown, conflicts: left }) => shown === run && left.length === 1);
    await app.handlers['conflict.resolveMany']({ items: [second], take: 'server' });
    expect((await settled(world)).undoable).toBeGreaterThan(run);
    expect(PATHS.map((path) => giip.doc(path))).toEqual(['mine docs/a.md\n', 'theirs docs/b.md\n']);
    const back = await app.handlers['history.undo'](run);
    expect(back).toMatchObject({ ok: true, value: { done: ['docs/a.md'], failed: [] } });
  });

  test('on what has changed since is refused, and what waits still waits', async () => {
    const { app, m } = await inConflict();
    const [first] = app.snapshot().conflicts;
    m.files.edit('docs/a.md', 'mine, later\n');
    const answer = await app.handlers['conflict.resolve']({
      path: 'docs/a.md',
      decision: { take: 'server' },
      seen: first?.seen ?? { local: null, remote: null },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect(app.snapshot().conflicts).toHaveLength(2);
  });

  test('that the database cannot take is told, not thrown', async () => {
    const { app, m } = await inConflict();
    m.faults.beforeCommit = () => {
      throw new StateWriteError({ code: 'disk-full' });
    };
    const decide = app.handlers['conflict.resolve'];
    expect(await decide({ path: 'docs/a.md', decision: { take: 'mine' } })).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    m.faults.beforeCommit = () => undefined;
    expect(await decide({ path: 'docs/a.md', decision: { take: 'mine' } })).toMatchObject({ ok: true });
  });

  test('the texts come with what a decision would speak of', async () => {
    const { app } = await inConflict();
    const texts = await app.handlers['conflict.texts']('docs/a.md');
    const [shown] = app.snapshot().conflicts;
    expect(texts).toMatchObject({
      ok: true,
      value: { seen: shown?.seen, base: 'base\n', local: 'mine docs/a.md\n', remote: 'theirs docs/a.md\n' },
    });
  });
});

describe('rules', () => {
  const rule = { path: 'configs/c.json', key: ['a'], take: 'mine' } as const;

  test('are listed, added and removed; a conflict that waits for one ends by itself', async () => {
    const world = await startApp(ITEMS, ({ m, giip }) => {
      m.files.edit('configs/c.json', '{"a":1}');
      giip.setConfig('c.json', '{"a":2}');
    });
    const { app, giip } = world;
    expect(app.snapshot().conflicts).toHaveLength(1);
    expect(await app.handlers['rules.list'](null)).toEqual({ ok: true, value: [] });
    expect(await app.handlers['rules.add'](rule)).toEqual({ ok: true, value: [rule] });
    await settled(world);
    expect(giip.config('c.json')).toBe('{"a":1}');
    expect(await app.handlers['rules.list'](null)).toEqual({ ok: true, value: [rule] });
    expect(await app.handlers['rules.remove'](rule)).toEqual({ ok: true, value: [] });
  });
});

describe('what is held', () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`docs/${10 + i}.md`, `text ${i}\n`]));
  const paths = Object.keys(many).slice(0, 12);

  test('goes on in part, the rest when all is let go', async () => {
    const world = await startApp(many, ({ giip }) => {
      for (const path of paths) giip.setDoc(path, 'overwritten\n');
    });
    const { app, m, until } = world;
    expect(app.snapshot().held).toHaveLength(12);
    await app.handlers['held.approve'](paths.slice(0, 2));
    await until(({ held }) => held.length === 10);
    expect(m.files.text('docs/12.md')).toBe('text 2\n');
    await app.handlers['held.approve'](null);
    await until(({ held }) => held.length === 0);
    expect(m.files.text('docs/21.md')).toBe('overwritten\n');
  });

  test('is let go as far as it was shown: what a sync under way holds meanwhile waits', async () => {
    const { app, giip, m, until, holdPulls } = await startApp(many, ({ giip: before }) => {
      for (const path of paths) before.setDoc(path, 'overwritten\n');
    });
    giip.setDoc('docs/22.md', 'overwritten\n');
    const release = holdPulls();
    await app.handlers['sync.now'](null);
    await settle();
    const approving = app.handlers['held.approve'](null);
    release();
    expect(await approving).toMatchObject({ ok: true });
    await until(({ held, progress }) => held.length === 1 && progress === null);
    expect(app.snapshot().held).toMatchObject([{ path: 'docs/22.md' }]);
    expect(m.files.text('docs/22.md')).toBe('text 12\n');
    expect(m.files.text('docs/21.md')).toBe('overwritten\n');
  });
});

describe('the preview', () => {
  test('shows what a sync would do, and starts none', async () => {
    const world = await startApp(ITEMS);
    const { app, m, giip, clock } = world;
    giip.setDoc('docs/new.md', 'new\n');
    const { nextCycle } = app.snapshot();
    expect(await app.handlers['sync.preview'](null)).toMatchObject({
      ok: true,
      value: { outcome: 'inSync', steps: [{ path: 'docs/new.md', action: 'pull' }], time: clock.now() },
    });
    expect(app.snapshot()).toMatchObject({ nextCycle, progress: null });
    expect(m.files.text('docs/new.md')).toBeUndefined();
  });

  test('waits for the cycle that runs', async () => {
    const world = await startApp(ITEMS);
    const { app, giip, m } = world;
    const letGo = world.holdPulls();
    giip.setDoc('docs/new.md', 'new\n');
    await app.handlers['sync.now'](null);
    await world.until(({ progress }) => progress?.phase === 'pulling');
    const preview = app.handlers['sync.preview'](null);
    letGo();
    // The cycle has pulled it by then: had the look run beside it, it would still be to come.
    expect(await preview).toMatchObject({ ok: true, value: { steps: [] } });
    expect(m.files.text('docs/new.md')).toBe('new\n');
  });
});

test('before set-up every such call says so', async () => {
  const { app } = appIn(await inStep({ 'docs/a.md': 'a\n' }), false);
  await app.start();
  const expected = { ok: false, error: { code: 'workspace-not-set' } };
  const { handlers } = app;
  expect(await handlers['sync.preview'](null)).toEqual(expected);
  expect(await handlers['rules.list'](null)).toEqual(expected);
  expect(await handlers['held.approve'](null)).toEqual(expected);
  expect(await handlers['history.size'](null)).toEqual(expected);
  expect(await handlers['conflict.resolveMany']({ items: [], take: 'mine' })).toEqual(expected);
  expect(app.snapshot()).toMatchObject({ state: 'setup', undoable: null });
});
