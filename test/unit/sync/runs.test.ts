import { expect, test, vi } from 'vitest';
import { resolveConflict } from '../../../electron/sync/decide.ts';
import { noteActivity } from '../../../electron/sync/note-activity.ts';
import { inRun } from '../../../electron/sync/runs.ts';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import { inStep, type Machine } from './world.ts';

const A = 'docs/a.md';
const B = 'docs/b.md';

function runs({ state }: Machine) {
  return state.runs.list(null, 50);
}

/** The folder as of a run, as texts. */
function folder({ state }: Machine, run: number | undefined): Readonly<Record<string, string | undefined>> {
  const files = state.runs.folderAt(run ?? 0);
  return Object.fromEntries(
    files.map(({ path, id, twin }) => [path, state.contents.get(id) ?? state.contents.get(twin ?? '')]),
  );
}

test('a cycle that changes something is a run with its counts; one that changes nothing leaves none', async () => {
  const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  const before = runs(m).length;
  await m.cycle();
  await m.cycle({ audit: true });
  expect(runs(m)).toHaveLength(before);
  giip.setDoc(A, 'theirs\n');
  m.files.edit(B, 'mine\n');
  await m.cycle();
  const [newest] = runs(m);
  expect(runs(m)).toHaveLength(before + 1);
  expect(newest).toMatchObject({ kind: 'sync', outcome: 'inSync', counts: { pulled: 1, pushed: 1 } });
  const items = m.state.activity.ofRun(newest?.id ?? 0);
  expect(items.map(({ kind, path }) => [kind, path])).toEqual([
    ['pulled', A],
    ['pushed', B],
  ]);
  expect(items.every(({ hasEvidence }) => hasEvidence)).toBe(true);
});

test('a quiet cycle writes nothing at all about runs', async () => {
  const { m } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  const noted = [vi.spyOn(m.state.runs, 'note'), vi.spyOn(m.state.runs, 'noteReplaced')];
  await m.cycle();
  for (const spy of noted) expect(spy).not.toHaveBeenCalled();
});

test('trouble that lasts is one run, and its end says which', async () => {
  const { m, twists } = await inStep({ [A]: 'a\n' });
  const before = runs(m).length;
  twists.pullFailures = [{ code: 'server-unreachable' }, { code: 'server-unreachable' }];
  await m.cycle();
  await m.cycle();
  expect(runs(m)).toHaveLength(before + 1);
  expect(runs(m)[0]).toMatchObject({ outcome: 'offline', counts: { problem: 1 }, canUndo: false });
});

test('the folder after each run can be read for every file', async () => {
  const { m, giip } = await inStep({ [A]: 'a1\n', [B]: 'b1\n' });
  giip.setDoc(A, 'a2\n');
  await m.cycle();
  const pulled = runs(m)[0]?.id;
  m.files.edit(B, 'b2\n');
  await m.cycle();
  const pushed = runs(m)[0]?.id;
  giip.setDoc('docs/c.md', 'c\n');
  await m.cycle();
  expect(folder(m, pulled)).toEqual({ [A]: 'a2\n', [B]: 'b1\n' });
  expect(folder(m, pushed)).toEqual({ [A]: 'a2\n', [B]: 'b2\n' });
  expect(folder(m, runs(m)[0]?.id)).toEqual({ [A]: 'a2\n', [B]: 'b2\n', 'docs/c.md': 'c\n' });
});

test('a file that was only ever found equal is part of the folder, in GIIP’s form of it', async () => {
  const { m, giip } = await inStep({ [B]: 'b\n' });
  m.files.edit(A, 'equal\r\n');
  giip.setDoc(A, 'equal\n');
  giip.setDoc(B, 'b2\n');
  await m.cycle();
  expect(folder(m, runs(m)[0]?.id)).toEqual({ [A]: 'equal\n', [B]: 'b2\n' });
});

test('what a merge wrote is the folder after its run', async () => {
  const { m, giip } = await inStep({ [A]: 'one\ntwo\nthree\n' });
  m.files.edit(A, 'ONE\ntwo\nthree\n');
  giip.setDoc(A, 'one\ntwo\nTHREE\n');
  await m.cycle();
  expect(folder(m, runs(m)[0]?.id)).toEqual({ [A]: 'ONE\ntwo\nTHREE\n' });
});

test('a decision is a run of its own, with what stands here after it', async () => {
  const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  m.files.edit(A, 'mine\n');
  giip.setDoc(A, 'theirs\n');
  await m.cycle();
  expect(await resolveConflict(m.engine, A, { take: 'mine' })).toMatchObject({ ok: true });
  const [newest] = runs(m);
  expect(newest).toMatchObject({ kind: 'decision', outcome: null, counts: { resolved: 1 }, canUndo: true });
  expect(folder(m, newest?.id)).toMatchObject({ [A]: 'mine\n' });
});

test('a crash between begin and end leaves a run that can be read, and the next one has another number', async () => {
  const { m } = await inStep({ [A]: 'a\n' });
  const crashed = inRun(m.engine, 'restore', async () => {
    noteActivity(m.engine, 'restored', A, { code: 'restored' });
    m.state.base.put({ path: B, local: null, remote: null });
    throw new Error('killed');
  });
  await expect(crashed).rejects.toThrow('killed');
  const [left] = runs(m);
  expect(left).toMatchObject({ kind: 'restore', outcome: null, counts: { restored: 1 } });
  expect(m.state.activity.ofRun(left?.id ?? 0)).toHaveLength(1);
  expect(m.state.runs.current()).toBeNull();
  m.files.edit(A, 'mine\n');
  await m.cycle();
  expect(runs(m)[0]?.id).toBeGreaterThan(left?.id ?? Number.POSITIVE_INFINITY);
});

test('a database that cannot be written ends the run without an end, and the cycle says why', async () => {
  const { m, giip } = await inStep({ [A]: 'a\n', [B]: 'b\n' });
  giip.setDoc(A, 'theirs\n');
  let isWritten = false;
  m.files.interfere(({ call }) => {
    if (call === 'exchange') isWritten = true;
    return undefined;
  });
  let left = 2;
  m.faults.beforeCommit = () => {
    if (isWritten) left -= 1;
    if (left < 0) throw new StateWriteError({ code: 'disk-full' });
  };
  expect(await m.cycle()).toMatchObject({ outcome: 'failed', error: { code: 'disk-full' } });
  delete m.faults.beforeCommit;
  expect(m.state.runs.current()).toBeNull();
  expect(runs(m)[0]).toMatchObject({ outcome: null, counts: { pulled: 1 }, canUndo: true });
});

test('a run inside another one belongs to it; without an entry it has no number', async () => {
  const { m } = await inStep({ [A]: 'a\n' });
  const outer = await inRun(m.engine, 'decision', async () =>
    inRun(m.engine, 'restore', async () => {
      noteActivity(m.engine, 'restored', A, { code: 'restored' });
      return 'done';
    }),
  );
  expect(outer.value).toEqual({ run: outer.run, value: 'done' });
  expect(runs(m)[0]).toMatchObject({ id: outer.run, kind: 'decision' });
  expect(await inRun(m.engine, 'restore', async () => 'nothing')).toEqual({ run: 0, value: 'nothing' });
});
