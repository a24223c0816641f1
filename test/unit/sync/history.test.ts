import { expect, test } from 'vitest';
import { conflictTexts } from '../../../electron/sync/conflict-texts.ts';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { inStep } from './world.ts';

test('what a push replaces on GIIP is kept, even where both sides were only ever found equal', async () => {
  const { m, giip } = await inStep({});
  m.files.edit('docs/a.md', 'found equal\n');
  giip.setDoc('docs/a.md', 'found equal\n');
  giip.setDoc('docs/b.md', 'b\n');
  await m.cycle();
  expect(m.history('docs/a.md')).toEqual([]);
  m.files.edit('docs/a.md', 'mine\n');
  await m.cycle();
  expect(m.history('docs/a.md')).toEqual(['mine\n', 'found equal\n']);
});

test('what a pull replaces here is kept before its file is touched', async () => {
  const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '\ufefffound equal\r\n');
  giip.setDoc('docs/a.md', 'found equal\n');
  await m.cycle();
  giip.setDoc('docs/a.md', 'theirs\n');
  let kept: readonly unknown[] = [];
  m.files.interfere(({ call }) => {
    if (call === 'write') kept = m.history('docs/a.md');
    return undefined;
  });
  await m.cycle();
  expect(kept).toEqual(['\ufefffound equal\r\n']);
  expect(m.files.text('docs/a.md')).toBe('\ufefftheirs\r\n');
  expect(m.state.history.list('docs/a.md').map(({ origin }) => origin)).toEqual(['server', 'local']);
});

test('a merge keeps all three: what stood here, what GIIP had, what came of it', async () => {
  const { m, giip } = await inStep({ 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', 'ONE\ntwo\nthree\n');
  giip.setDoc('docs/a.md', 'one\ntwo\nTHREE\n');
  await m.cycle();
  expect(m.history('docs/a.md')).toEqual([
    'ONE\ntwo\nTHREE\n',
    'one\ntwo\nTHREE\n',
    'ONE\ntwo\nthree\n',
    'one\ntwo\nthree\n',
  ]);
  const origins = m.state.history.list('docs/a.md').map(({ origin }) => origin);
  expect(origins.slice(0, 3)).toEqual(['merged', 'server', 'local']);
});

test('without the history copy there is no overwrite', async () => {
  const { m, giip } = await inStep({ 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' });
  giip.setDoc('docs/a.md', 'theirs\n');
  let commits = 0;
  m.faults.beforeCommit = () => {
    commits += 1;
    if (commits > 1) throw new Error('disk full');
  };
  await expect(m.cycle()).rejects.toThrow('disk full');
  expect(m.files.text('docs/a.md')).toBe('a\n');
});

test('texts of open conflicts and of bases outlive every pruning', async () => {
  const { m, giip, clock } = await inStep({ 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n', 'docs/c.md': 'c\n' });
  m.files.edit('docs/a.md', 'mine\n');
  giip.setDoc('docs/a.md', 'theirs\n');
  await m.cycle();
  m.files.remove('docs/c.md');
  await m.cycle();
  clock.advance(400 * 24 * 3600_000);
  m.state.history.prune(clock.now(), 0);
  expect(m.state.history.list()).toEqual([]);
  expect(await conflictTexts(m.engine, 'docs/a.md')).toMatchObject({
    value: { base: 'v0\n', local: 'mine\n', remote: 'theirs\n' },
  });
  m.files.edit('docs/b.md', 'b2\n');
  giip.setDoc('docs/c.md', 'c2\n');
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/b.md'], outcome: 'conflicts' });
  expect(await resolveConflict(m.engine, 'docs/a.md', { take: 'server' })).toMatchObject({ ok: true });
  expect(await m.cycle({ audit: true })).toMatchObject({ conflicts: [{ path: 'docs/c.md' }] });
});

test('the last copy of what GIIP dropped during a conflict stays reachable', async () => {
  const { m, giip, clock } = await inStep({ 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', 'mine\n');
  giip.setDoc('docs/a.md', 'theirs\n');
  await m.cycle();
  giip.removeDoc('docs/a.md');
  expect(await m.cycle({ audit: true })).toMatchObject({ pushed: ['docs/a.md'], conflicts: [] });
  m.state.history.prune(clock.now() - 1, 20);
  expect(m.history('docs/a.md')).toContain('theirs\n');
});

test('a database that cannot be written ends the cycle with its code, and nothing goes out on top of it', async () => {
  const { m } = await inStep({ 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' });
  const { StateWriteError } = await import('../../../electron/sync/state-write-error.ts');
  m.files.edit('docs/a.md', 'mine\n');
  const pushes = m.remote.pushes.length;
  m.faults.beforeCommit = () => {
    throw new StateWriteError({ code: 'disk-full' });
  };
  expect(await m.cycle()).toMatchObject({ outcome: 'failed', error: { code: 'disk-full' }, pushed: [] });
  expect(m.remote.pushes).toHaveLength(pushes);
  m.faults.beforeCommit = () => undefined;
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md'] });
});

test('at rest nothing is recorded: no history, no activity, no change of any table', async () => {
  const { m, giip, clock } = await inStep({
    'docs/a.md': 'a\n',
    'docs/b.md': 'b\n',
    'docs/c.md': 'c\n',
    'configs/d.json': '{}',
  });
  m.files.remove('docs/b.md');
  m.files.edit('docs/c.md', 'mine\n');
  giip.setDoc('docs/c.md', 'theirs\n');
  await m.cycle();
  clock.advance(10_000);
  await m.cycle();
  const written: string[] = [];
  m.faults.beforeWrite = () => void written.push(new Error('written').stack?.split('\n')[3] ?? '');
  for (let i = 0; i < 5; i += 1) await m.cycle();
  // Only the time of the last success moves.
  expect(written).toHaveLength(5);
});
