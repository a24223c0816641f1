import { describe, expect, test } from 'vitest';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { restoreVersion } from '../../../electron/sync/restore.ts';
import { undoPlan, undoRun } from '../../../electron/sync/undo.ts';
import { inStep, type Machine, type World } from './world.ts';

const A = 'docs/a.md';
const B = 'docs/b.md';

async function plan({ engine }: Machine, id: number | null = null) {
  const found = await undoPlan(engine, id);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

/** Undoes the last run that can be undone. */
async function undo(m: Machine) {
  const last = await plan(m);
  const undone = await undoRun(m.engine, last?.run.id ?? 0);
  if (!undone.ok) throw new Error(undone.error.code);
  return undone.value;
}

/** GIIP has changed A, and this computer has it. */
async function pulled(text = 'theirs\n'): Promise<World & { m: Machine }> {
  const world = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  world.giip.setDoc(A, text);
  await world.m.cycle();
  return world;
}

describe('undoing a sync', () => {
  test('puts back what a pull replaced, and the next cycle sends it', async () => {
    const { m, giip } = await pulled();
    expect(await plan(m)).toMatchObject({
      run: { kind: 'sync', canUndo: true },
      steps: [{ path: A, change: 'replace' }],
    });
    expect(await undo(m)).toMatchObject({ done: [A], failed: [] });
    expect(m.files.text(A)).toBe('a\n');
    expect(m.history(A)).toContain('theirs\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: [A] });
    expect(giip.doc(A)).toBe('a\n');
  });

  test('can itself be undone, and that again', async () => {
    const { m } = await pulled();
    const first = await undo(m);
    expect((await plan(m))?.run).toMatchObject({ id: first.run, kind: 'undo', counts: { restored: 1 } });
    await undo(m);
    expect(m.files.text(A)).toBe('theirs\n');
    await undo(m);
    expect(m.files.text(A)).toBe('a\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
  });

  test('takes a merge apart: this computer’s text is back', async () => {
    const { m, giip } = await inStep({ [A]: 'one\ntwo\nthree\n' });
    m.files.edit(A, 'ONE\ntwo\nthree\n');
    giip.setDoc(A, 'one\ntwo\nTHREE\n');
    await m.cycle();
    expect(m.files.text(A)).toBe('ONE\ntwo\nTHREE\n');
    await undo(m);
    expect(m.files.text(A)).toBe('ONE\ntwo\nthree\n');
    await m.cycle();
    expect(giip.doc(A)).toBe('ONE\ntwo\nthree\n');
  });

  test('does not take back what a person wrote: a push is not undone', async () => {
    const { m } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
    m.files.edit(A, 'mine\n');
    await m.cycle();
    expect(await plan(m)).toBeNull();
    const [pushed] = m.state.runs.list(null, 1);
    expect(await plan(m, pushed?.id ?? 0)).toMatchObject({ steps: [] });
    expect(await undoRun(m.engine, pushed?.id ?? 0)).toMatchObject({ ok: true, value: { run: 0, done: [] } });
    expect(m.files.text(A)).toBe('mine\n');
  });

  test('leaves a file standing that the run brought', async () => {
    const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
    giip.setDoc('docs/new.md', 'new\n');
    giip.setDoc(A, 'theirs\n');
    await m.cycle();
    expect((await plan(m))?.steps).toEqual([{ path: A, change: 'replace' }]);
    await undo(m);
    expect(m.files.text('docs/new.md')).toBe('new\n');
  });

  test('says which text is no longer kept, and touches nothing for it', async () => {
    const { m, clock } = await pulled();
    const [run] = m.state.runs.list(null, 1);
    m.state.contents.put = () => undefined;
    const { get } = m.state.contents;
    m.state.contents.get = (id) => (get(id) === 'a\n' ? undefined : get(id));
    clock.advance(1000);
    expect((await plan(m, run?.id ?? 0))?.steps).toEqual([{ path: A, change: 'unavailable' }]);
    expect(await undoRun(m.engine, run?.id ?? 0)).toMatchObject({
      ok: true,
      value: { run: 0, done: [], failed: [{ path: A, error: { code: 'no-such-version' } }] },
    });
    expect(m.files.text(A)).toBe('theirs\n');
  });

  test('is gone when its run is', async () => {
    const { m, clock } = await pulled();
    const [run] = m.state.runs.list(null, 1);
    m.state.history.prune(clock.now() + 1, 0);
    expect(await plan(m)).toBeNull();
    expect(await undoPlan(m.engine, run?.id ?? 0)).toMatchObject({ error: { code: 'no-such-version' } });
    expect(await undoRun(m.engine, run?.id ?? 0)).toMatchObject({ error: { code: 'no-such-version' } });
  });
});

describe('what happened since', () => {
  test('stays: later edits are joined with what comes back', async () => {
    const { m, giip } = await inStep({ [A]: 'one\ntwo\nthree\n', [B]: 'b\n' });
    giip.setDoc(A, 'ONE of GIIP\ntwo\nthree\n');
    await m.cycle();
    m.files.edit(A, 'ONE of GIIP\ntwo\nthree, and mine since\n');
    expect(await undo(m)).toMatchObject({ done: [A] });
    expect(m.files.text(A)).toBe('one\ntwo\nthree, and mine since\n');
  });

  test('and is not overwritten where it overlaps', async () => {
    const { m } = await pulled();
    m.files.edit(A, 'mine since\n');
    const last = await plan(m);
    expect(last?.steps).toEqual([{ path: A, change: 'replace' }]);
    expect(await undo(m)).toMatchObject({
      run: 0,
      done: [],
      failed: [{ path: A, error: { code: 'changed-meanwhile' } }],
    });
    expect(m.files.text(A)).toBe('mine since\n');
  });

  test('even where it is typed in the last moment', async () => {
    const { m } = await pulled();
    m.files.interfere(({ call }) => {
      if (call === 'write') m.files.edit(A, 'typed just now\n');
      return undefined;
    });
    expect(await undo(m)).toMatchObject({ failed: [{ error: { code: 'changed-meanwhile' } }] });
    expect(m.files.text(A)).toBe('typed just now\n');
  });

  test('a file that is already as it was is left out; a deleted one comes back', async () => {
    const { m } = await pulled();
    m.files.edit(A, 'a\n');
    expect((await plan(m))?.steps).toEqual([]);
    m.files.remove(A);
    expect((await plan(m))?.steps).toEqual([{ path: A, change: 'create' }]);
    expect(await undo(m)).toMatchObject({ done: [A] });
    expect(m.files.text(A)).toBe('a\n');
  });

  test('a file that fails fails alone', async () => {
    const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n', 'docs/c.md': 'c\n' });
    giip.setDoc(A, 'a2\n');
    giip.setDoc(B, 'b2\n');
    await m.cycle();
    m.files.spoil(A, 'locked');
    const undone = await undo(m);
    expect(undone).toMatchObject({
      done: [B],
      failed: [{ path: A, error: { code: 'workspace-unreadable' } }],
    });
    expect(m.state.runs.get(undone.run)).toMatchObject({ kind: 'undo', counts: { restored: 1 } });
  });

  test('another folder in the place is never written into', async () => {
    const { m } = await pulled();
    const last = await plan(m);
    m.files.exchangeFolder();
    expect(await undoRun(m.engine, last?.run.id ?? 0)).toMatchObject({
      error: { code: 'workspace-replaced' },
    });
    expect(m.files.text(A)).toBe('theirs\n');
  });
});

describe('undoing a decision', () => {
  async function conflict(): Promise<World & { m: Machine }> {
    const world = await inStep({ [A]: 'a\n', [B]: 'b\n' });
    world.m.files.edit(A, '\ufeffmine\r\n');
    world.giip.setDoc(A, 'theirs\n');
    await world.m.cycle();
    return world;
  }

  test('for GIIP: what stood here comes back, to the letter, and is sent', async () => {
    const { m, giip } = await conflict();
    await resolveConflict(m.engine, A, { take: 'server' });
    await m.cycle();
    await undo(m);
    expect(m.files.text(A)).toBe('\ufeffmine\r\n');
    await m.cycle();
    expect(giip.doc(A)).toBe('mine\r\n');
  });

  test('for this computer: GIIP’s text comes back in the style of the file, and is sent', async () => {
    const { m, giip } = await conflict();
    await resolveConflict(m.engine, A, { take: 'mine' });
    await m.cycle();
    expect(giip.doc(A)).toBe('mine\r\n');
    await undo(m);
    expect(m.files.text(A)).toBe('\ufefftheirs\r\n');
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', conflicts: [] });
    expect(giip.doc(A)).toBe('theirs\r\n');
  });

  test('before anything was sent: both sides are GIIP’s text again', async () => {
    const { m, giip } = await conflict();
    await resolveConflict(m.engine, A, { take: 'mine' });
    await undo(m);
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: [] });
    expect(giip.doc(A)).toBe('theirs\n');
  });

  test('for a text of one’s own: what stood here comes back', async () => {
    const { m } = await conflict();
    await resolveConflict(m.engine, A, { take: 'text', text: 'joined by hand\n' });
    await m.cycle();
    await undo(m);
    expect(m.files.text(A)).toBe('\ufeffmine\r\n');
  });

  test('for a deletion here: GIIP’s text stands here', async () => {
    const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
    m.files.remove(A);
    giip.setDoc(A, 'theirs\n');
    await m.cycle();
    await resolveConflict(m.engine, A, { take: 'mine' });
    expect((await plan(m))?.steps).toEqual([{ path: A, change: 'create' }]);
    await undo(m);
    expect(m.files.text(A)).toBe('theirs\n');
  });
});

test('a config that would not parse is not put back', async () => {
  const { m } = await inStep({ 'configs/a.json': '{"a":1}', [B]: 'b\n' });
  m.files.edit('configs/a.json', '{"a":2}');
  await m.cycle();
  m.files.edit('configs/a.json', '{"a":');
  const oldest = m.state.history.list('configs/a.json').at(-1);
  expect(await restoreVersion(m.engine, 'configs/a.json', oldest?.id ?? '')).toMatchObject({ ok: true });
  expect(m.files.text('configs/a.json')).toBe('{"a":1}');
  expect(await undo(m)).toMatchObject({ done: [], failed: [{ error: { code: 'text-unusable' } }] });
  expect(m.files.text('configs/a.json')).toBe('{"a":1}');
});

test('many files are one run with few commits; what fails fails alone', async () => {
  const paths = Array.from({ length: 70 }, (_, i) => `docs/${String(i).padStart(2, '0')}.md`);
  const { m, giip } = await inStep(Object.fromEntries(paths.map((path) => [path, `mine ${path}\n`])));
  for (const path of paths.slice(0, 34)) giip.setDoc(path, `theirs ${path}\n`);
  await m.cycle();
  m.files.edit(paths[33] ?? '', 'typed since\n');
  let commits = 0;
  m.faults.beforeCommit = () => {
    commits += 1;
  };
  const undone = await undo(m);
  expect(undone.done).toEqual(paths.slice(0, 33));
  expect(undone.failed).toMatchObject([{ path: paths[33], error: { code: 'changed-meanwhile' } }]);
  expect(commits).toBeLessThan(10);
  expect(m.state.runs.get(undone.run)).toMatchObject({ counts: { restored: 33 } });
});

test('a file is not touched where its text cannot be kept', async () => {
  const { m } = await pulled();
  m.files.edit(A, 'theirs\n\nand a line since\n');
  const last = await plan(m);
  m.faults.beforeCommit = () => {
    throw new Error('disk full');
  };
  await expect(undoRun(m.engine, last?.run.id ?? 0)).rejects.toThrow('disk full');
  expect(m.files.text(A)).toBe('theirs\n\nand a line since\n');
});
