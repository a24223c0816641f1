import { describe, expect, test } from 'vitest';
import { acceptFolder, approveHeld } from '../../../electron/sync/approve.ts';
import { inStep, type Machine, type World } from './world.ts';

const ITEMS = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`docs/${String(i).padStart(2, '0')}.md`, `text ${i}\n`]),
);
const PATHS = Object.keys(ITEMS);
const A = { 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' };

describe('the folder', () => {
  test('missing: the cycle stops before any request', async () => {
    const { m } = await inStep(A);
    m.files.unmount();
    expect(await m.cycle()).toMatchObject({
      error: { code: 'workspace-missing' },
      requests: 0,
      deletedHere: [],
    });
    m.files.mount();
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', deletedHere: [] });
  });

  test('another one in its place: stops; accepted, it is compared as on a first sync', async () => {
    const { m, giip } = await inStep(A);
    m.files.exchangeFolder();
    m.files.edit('docs/a.md', 'other\n');
    m.files.remove('docs/b.md');
    expect(await m.cycle()).toMatchObject({ error: { code: 'workspace-replaced' }, requests: 0 });
    expect(await acceptFolder(m.engine)).toMatchObject({ ok: true });
    expect(await m.cycle()).toMatchObject({
      conflicts: [{ path: 'docs/a.md', kind: 'new/new' }],
      pulled: ['docs/b.md'],
      pushed: [],
    });
    expect(giip.doc('docs/a.md')).toBe('v0\n');
  });

  test('it goes away during the cycle: nothing counts as deleted', async () => {
    const { m, twists } = await inStep(A);
    m.files.edit('docs/a.md', 'v1\n');
    twists.after = (call) => {
      if (call !== 'push') return;
      m.files.exchangeFolder();
      for (const path of [...m.files.texts().keys()]) m.files.remove(path);
    };
    expect(await m.cycle()).toMatchObject({ error: { code: 'workspace-replaced' }, deletedHere: [] });
    expect(m.state.base.all().every(({ local }) => local !== null)).toBe(true);
  });
});

describe('mass deletion', () => {
  async function emptied(count: number): Promise<World & { m: Machine }> {
    const world = await inStep(ITEMS);
    for (const path of PATHS.slice(0, count)) world.m.files.remove(path);
    world.m.files.edit('docs/new.md', 'new\n');
    world.giip.setDoc('docs/19.md', 'theirs\n');
    return world;
  }

  test('ten of twenty are a person’s work', async () => {
    const { m } = await emptied(10);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/new.md'] });
  });

  test('eleven of twenty stop everything until a person has looked', async () => {
    const { m, giip } = await emptied(11);
    for (let i = 0; i < 2; i += 1) {
      const report = await m.cycle();
      expect(report).toMatchObject({ outcome: 'held', pushed: [], pulled: [], deletedHere: [] });
      expect(report.held).toHaveLength(11);
      expect(report.held[0]).toEqual({ path: 'docs/00.md', reason: { code: 'held-mass-deletion' } });
    }
    expect(giip.doc('docs/new.md')).toBeUndefined();
    expect(m.files.text('docs/19.md')).toBe('text 19\n');
    expect(approveHeld(m.engine)).toBe(11);
    const after = await m.cycle();
    expect(after).toMatchObject({ outcome: 'inSync', pushed: ['docs/new.md'], pulled: ['docs/19.md'] });
    expect(after.deletedHere).toHaveLength(11);
    expect(m.state.approvals.all()).toEqual([]);
  });

  test('an approval speaks of what was held and of nothing else', async () => {
    const { m } = await emptied(11);
    await m.cycle();
    approveHeld(m.engine);
    m.files.remove('docs/15.md');
    expect(await m.cycle()).toMatchObject({
      outcome: 'held',
      held: [{ path: 'docs/15.md', reason: { code: 'held-mass-deletion' } }],
    });
  });

  test('a part that is let through lets nothing go on: the folder is still not what it was', async () => {
    const { m, giip } = await emptied(11);
    await m.cycle();
    approveHeld(m.engine, PATHS.slice(0, 5));
    for (let i = 0; i < 2; i += 1) {
      const report = await m.cycle();
      expect(report).toMatchObject({ outcome: 'held', pushed: [], pulled: [] });
      expect(report.held.map(({ path }) => path)).toEqual(PATHS.slice(5, 11));
    }
    expect(giip.doc('docs/new.md')).toBeUndefined();
    approveHeld(m.engine, PATHS.slice(5));
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/new.md'] });
  });

  test('the files come back: the brake is off by itself', async () => {
    const { m } = await emptied(11);
    await m.cycle();
    for (const path of PATHS.slice(0, 11)) m.files.edit(path, ITEMS[path] ?? '');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', held: [], deletedHere: [] });
  });
});

describe('mass overwrite', () => {
  test('more than ten and more than half are held until a person has looked; pushes go on', async () => {
    const { m, giip } = await inStep(ITEMS);
    for (const path of PATHS.slice(0, 12)) giip.setDoc(path, 'overwritten\n');
    m.files.edit('docs/mine.md', 'mine\n');
    for (let i = 0; i < 2; i += 1) {
      const report = await m.cycle();
      expect(report).toMatchObject({ outcome: 'held', pulled: [] });
      expect(report.held).toHaveLength(12);
      expect(report.held[0]?.reason.code).toBe('held-mass-overwrite');
    }
    expect(giip.doc('docs/mine.md')).toBe('mine\n');
    expect(m.files.text('docs/00.md')).toBe('text 0\n');
    approveHeld(m.engine);
    const after = await m.cycle();
    expect(after.pulled).toHaveLength(12);
    expect(after).toMatchObject({ outcome: 'inSync' });
    expect(m.history('docs/00.md')).toEqual(['overwritten\n', 'text 0\n']);
  });

  test('a part that is let through goes on, and the rest stays held until it is let through too', async () => {
    const { m, giip } = await inStep(ITEMS);
    for (const path of PATHS.slice(0, 12)) giip.setDoc(path, 'overwritten\n');
    await m.cycle();
    expect(approveHeld(m.engine, [...PATHS.slice(0, 5), 'docs/19.md'])).toBe(5);
    for (const pulled of [PATHS.slice(0, 5), []]) {
      const report = await m.cycle();
      expect(report).toMatchObject({ outcome: 'held', pulled });
      expect(report.held.map(({ path }) => path)).toEqual(PATHS.slice(5, 12));
    }
    expect(m.files.text('docs/05.md')).toBe('text 5\n');
    approveHeld(m.engine, PATHS);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pulled: PATHS.slice(5, 12), held: [] });
  });

  test('ten of twenty, and any number of new files, are not', async () => {
    const { m, giip } = await inStep(ITEMS);
    for (const path of PATHS.slice(0, 10)) giip.setDoc(path, 'overwritten\n');
    for (let i = 0; i < 30; i += 1) giip.setDoc(`docs/new-${i}.md`, 'new\n');
    const report = await m.cycle();
    expect(report).toMatchObject({ outcome: 'inSync', held: [] });
    expect(report.pulled).toHaveLength(40);
  });
});

describe('a server rollback', () => {
  async function rolledBack(): Promise<World & { m: Machine }> {
    const world = await inStep(A);
    const backup = world.giip.content();
    world.m.files.edit('docs/a.md', 'v1\n');
    await world.m.cycle();
    world.giip.setDoc('docs/b.md', 'b1\n');
    await world.m.cycle();
    world.giip.rollbackTo(backup);
    return world;
  }

  test('a hash that we moved past is held, however often it is seen; approved, it is pulled', async () => {
    const { m } = await rolledBack();
    for (let i = 0; i < 3; i += 1)
      expect(await m.cycle({ audit: i === 1 })).toMatchObject({
        outcome: 'held',
        held: [
          { path: 'docs/a.md', reason: { code: 'held-server-rollback' } },
          { path: 'docs/b.md', reason: { code: 'held-server-rollback' } },
        ],
      });
    expect(m.files.text('docs/a.md')).toBe('v1\n');
    approveHeld(m.engine);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pulled: ['docs/a.md', 'docs/b.md'] });
    expect(m.history('docs/a.md')).toContain('v1\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
  });

  test('rolled forward again: the brake is off by itself, nothing was touched', async () => {
    const { m, giip } = await rolledBack();
    await m.cycle();
    giip.rollbackTo({
      configs: new Map(),
      docs: new Map([
        ['docs/a.md', 'v1\n'],
        ['docs/b.md', 'b1\n'],
      ]),
    });
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', held: [], pulled: [], pushed: [] });
    expect([m.files.text('docs/a.md'), m.files.text('docs/b.md')]).toEqual(['v1\n', 'b1\n']);
  });

  test('our own revert is not a rollback', async () => {
    const { m } = await inStep(A);
    for (const text of ['v1\n', 'v0\n', 'v1\n']) {
      m.files.edit('docs/a.md', text);
      expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'], held: [] });
    }
  });

  test('an edit here goes out on top of a rolled back server only after a look', async () => {
    const { m, giip } = await rolledBack();
    m.files.edit('docs/a.md', 'v2\n');
    m.files.edit('docs/c.md', 'new\n');
    const report = await m.cycle();
    expect(report.outcome).toBe('held');
    expect(report.pushed).toEqual(['docs/c.md']);
    expect(giip.doc('docs/a.md')).toBe('v0\n');
  });
});

describe('a git revert', () => {
  async function stashed(committedAgo: number): Promise<World & { m: Machine }> {
    const world = await inStep(A);
    const { m, clock } = world;
    m.files.edit('docs/a.md', 'v1\n');
    await m.cycle();
    clock.advance(3600_000);
    await m.cycle();
    m.committed.set('docs/a.md', { text: 'v0\r\n', committedAt: clock.now() - committedAgo });
    m.files.edit('docs/a.md', 'v0\r\n');
    clock.advance(60_000);
    return world;
  }

  test('a file that jumps back to its committed text is held, also in later cycles and after a restart', async () => {
    const { m, giip, clock } = await stashed(2 * 3600_000);
    for (let i = 0; i < 3; i += 1) {
      expect(await m.cycle()).toMatchObject({
        outcome: 'held',
        held: [{ path: 'docs/a.md', reason: { code: 'held-git-revert' } }],
      });
      clock.advance(60_000);
    }
    expect(giip.doc('docs/a.md')).toBe('v1\n');
    approveHeld(m.engine);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  });

  test('a commit that is younger than the last agreement is the person’s own', async () => {
    const { m } = await stashed(60_000 - 3600_000);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  });

  test('after a first sync that found both sides equal it is held as well', async () => {
    const world = await inStep({});
    const { m, giip, clock } = world;
    m.files.edit('docs/a.md', 'v1\n');
    giip.setDoc('docs/a.md', 'v1\n');
    await m.cycle();
    m.committed.set('docs/a.md', { text: 'v0\n', committedAt: clock.now() - 3600_000 });
    clock.advance(60_000);
    m.files.edit('docs/a.md', 'v0\n');
    expect(await m.cycle()).toMatchObject({
      held: [{ path: 'docs/a.md', reason: { code: 'held-git-revert' } }],
    });
  });

  test('a push of a committed text that was not answered goes out again', async () => {
    const { m, twists, clock } = await inStep(A);
    m.files.edit('docs/a.md', 'v1\n');
    m.committed.set('docs/a.md', { text: 'v1\n', committedAt: clock.now() });
    clock.advance(30_000);
    twists.pushFailures.push({ error: { code: 'server-timeout' }, happened: false });
    expect(await m.cycle()).toMatchObject({ outcome: 'offline' });
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  });

  test('a conflict that a person settled for a committed text is not a revert', async () => {
    const { m, giip, clock } = await inStep(A);
    m.files.edit('docs/a.md', 'v1\n');
    m.committed.set('docs/a.md', { text: 'v1\n', committedAt: clock.now() });
    giip.setDoc('docs/a.md', 'theirs\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'conflicts' });
    clock.advance(3600_000);
    await m.cycle();
    const { resolveConflict } = await import('../../../electron/sync/decide.ts');
    await resolveConflict(m.engine, 'docs/a.md', { take: 'mine' });
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
  });
});

describe('emptied', () => {
  test('after a crash: held, and still held by the next process; another text goes out', async () => {
    const { m, giip } = await inStep(A);
    m.files.edit('docs/a.md', '');
    const held = [{ path: 'docs/a.md', reason: { code: 'held-emptied-after-crash' } }];
    expect(await m.cycle({ wasKilled: true })).toMatchObject({ outcome: 'held', held });
    expect(await m.cycle()).toMatchObject({ outcome: 'held', held });
    expect(giip.doc('docs/a.md')).toBe('v0\n');
    m.files.edit('docs/a.md', 'v0, restored\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'], held: [] });
  });

  test('approved, it goes out', async () => {
    const { m, giip } = await inStep(A);
    m.files.edit('docs/a.md', '');
    await m.cycle({ wasKilled: true });
    approveHeld(m.engine);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
    expect(giip.doc('docs/a.md')).toBe('');
  });

  test('in a clean session a person may empty a document; the old text is in history', async () => {
    const { m, giip } = await inStep(A);
    m.files.edit('docs/a.md', '');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
    expect(giip.doc('docs/a.md')).toBe('');
    expect(m.history('docs/a.md')).toContain('v0\n');
  });
});

describe('a merge that would leave nothing', () => {
  test('a document: conflict', async () => {
    const { m, giip } = await inStep({ 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n' });
    m.files.edit('docs/a.md', 'two\nthree\n');
    giip.setDoc('docs/a.md', 'one\n');
    const report = await m.cycle();
    expect(report.conflicts).toEqual([{ path: 'docs/a.md', kind: 'edit/edit' }]);
  });

  test('a config: conflict', async () => {
    const { m, giip } = await inStep({ 'configs/a.json': '{"a":1,"b":2}' });
    m.files.edit('configs/a.json', '{"a":1}');
    giip.setConfig('a.json', '{"b":2}');
    expect(await m.cycle()).toMatchObject({ conflicts: [{ path: 'configs/a.json', kind: 'edit/edit' }] });
    expect(m.state.conflicts.get('configs/a.json')?.reason.code).toBe('merge-result-unusable');
    expect(m.files.text('configs/a.json')).toBe('{"a":1}');
  });
});
