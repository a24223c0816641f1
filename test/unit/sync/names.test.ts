import { describe, expect, test } from 'vitest';
import { createWorld, inStep } from './world.ts';

describe('names that cannot stand together', () => {
  test.each([
    ['case', 'docs/A.md'],
    ['a folder of that name', 'docs/a.md/b.md'],
    ['a folder of that name but for case', 'docs/A.MD/b.md'],
  ])('GIIP has a new item that clashes with one on both sides: left on GIIP (%s)', async (_why, path) => {
    const { m, giip } = await inStep({ 'docs/a.md': 'a\n' });
    giip.setDoc(path, 'clash\n');
    giip.setDoc('docs/fine.md', 'fine\n');
    for (let i = 0; i < 2; i += 1) {
      const report = await m.cycle({ audit: i === 1 });
      expect(report).toMatchObject({ outcome: 'inSync', conflicts: [], goneOnServer: [], deletedHere: [] });
      expect(report.rejected.map((entry) => entry.path)).toEqual([path]);
    }
    expect([...m.files.texts()]).toEqual([
      ['docs/a.md', 'a\n'],
      ['docs/fine.md', 'fine\n'],
    ]);
    m.files.edit('docs/a.md', 'a2\n');
    expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'] });
  });

  test('a new file here that clashes with one on both sides is not sent', async () => {
    const { m } = await inStep({ 'docs/dir/a.md': 'a\n', 'docs/b.md': 'b\n' });
    m.files.remove('docs/dir/a.md');
    m.files.edit('docs/dir', 'a file now\n');
    const pushes = m.remote.pushes.length;
    const report = await m.cycle();
    expect(report).toMatchObject({ pushed: [], conflicts: [] });
    expect(report.rejected.map(({ path }) => path)).toContain('docs/dir');
    expect(m.remote.pushes).toHaveLength(pushes);
  });

  test('both sides have a new item of one name but for case: neither is transferred, both are listed', async () => {
    const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
    m.files.edit('docs/New.md', 'here\n');
    giip.setDoc('docs/new.md', 'there\n');
    const report = await m.cycle();
    expect(report).toMatchObject({ outcome: 'inSync', pulled: [], pushed: [] });
    expect(report.rejected.map(({ path }) => path)).toEqual(['docs/New.md', 'docs/new.md']);
    m.files.remove('docs/New.md');
    expect(await m.cycle()).toMatchObject({ pulled: ['docs/new.md'], rejected: [] });
  });

  test('two of GIIP’s names in one answer: the first is taken, the other is listed', async () => {
    const { machine, giip } = createWorld();
    giip.setDoc('docs/a.md', 'lower\n');
    giip.setDoc('docs/A.md', 'upper\n');
    const m = machine();
    const report = await m.cycle();
    expect(report).toMatchObject({ pulled: ['docs/a.md'] });
    expect(report.rejected.map(({ path }) => path)).toEqual(['docs/A.md']);
    expect(await m.cycle({ audit: true })).toMatchObject({ pulled: [], outcome: 'inSync', goneOnServer: [] });
  });

  test('a document and a folder of one name in one answer: no file is replaced by a folder', async () => {
    const { machine, giip } = createWorld();
    giip.setDoc('docs/a', 'file\n');
    giip.setDoc('docs/a/b.md', 'below\n');
    const m = machine();
    const report = await m.cycle();
    expect(report).toMatchObject({ pulled: ['docs/a/b.md'], outcome: 'inSync' });
    expect(report.rejected.map(({ path }) => path)).toEqual(['docs/a']);
  });

  test('two files here of one name but for case: the one that was synced stays', async () => {
    const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
    m.files.edit('docs/B.md', 'B\n');
    const report = await m.cycle();
    expect(report).toMatchObject({ pushed: [], conflicts: [] });
    expect(report.rejected.map(({ path }) => path)).toEqual(['docs/B.md']);
    expect(giip.doc('docs/B.md')).toBeUndefined();
  });
});

describe('spellings of a path', () => {
  test.each(['docs/sub\\a.md', 'sub/a.md', 'sub\\a.md'])(
    'GIIP’s own spelling %s is used again',
    async (wire) => {
      const { machine, giip } = createWorld();
      giip.setDoc(wire, 'v0\n');
      const m = machine();
      expect(await m.cycle()).toMatchObject({ pulled: ['docs/sub/a.md'] });
      m.files.edit('docs/sub/a.md', 'v1\n');
      expect(await m.cycle()).toMatchObject({ pushed: ['docs/sub/a.md'], outcome: 'inSync' });
      expect([...giip.content().docs]).toEqual([[wire, 'v1\n']]);
    },
  );

  test('two spellings with one text are one file', async () => {
    const { machine, giip } = createWorld();
    giip.setDoc('docs/sub\\a.md', 'same\n');
    giip.setDoc('docs/sub/a.md', 'same\n');
    expect(await machine().cycle()).toMatchObject({ pulled: ['docs/sub/a.md'], rejected: [] });
  });

  test('two spellings with different texts: nothing is applied or sent, and the path is listed', async () => {
    const { m, giip } = await inStep({ 'docs/sub/a.md': 'v0\n', 'docs/b.md': 'b\n' });
    giip.setDoc('docs/sub\\a.md', 'another\n');
    m.files.edit('docs/sub/a.md', 'v1\n');
    const report = await m.cycle();
    expect(report).toMatchObject({ pushed: [], pulled: [], conflicts: [] });
    expect(report.rejected.map(({ path }) => path)).toEqual(['docs/sub/a.md']);
    giip.removeDoc('docs/sub\\a.md');
    expect(await m.cycle()).toMatchObject({ pushed: ['docs/sub/a.md'], rejected: [] });
    expect(giip.doc('docs/sub/a.md')).toBe('v1\n');
  });
});

describe('items on GIIP that cannot be used', () => {
  test('a config that is broken there, with a base: left alone on both sides, never "gone"', async () => {
    const { m, giip } = await inStep({ 'configs/a.json': '{"a":1}', 'configs/b.json': '{"b":1}' });
    giip.setConfig('a.json', '{"a":');
    m.files.edit('configs/a.json', '{"a":2}');
    for (const audit of [false, true]) {
      const report = await m.cycle({ audit });
      expect(report).toMatchObject({ pushed: [], goneOnServer: [], deletedHere: [], conflicts: [] });
      expect(report.rejected).toEqual([
        { path: 'configs/a.json', reason: expect.stringContaining('not valid JSON') },
      ]);
    }
    expect(giip.config('a.json')).toBe('{"a":');
    giip.setConfig('a.json', '{"a":1}');
    expect(await m.cycle()).toMatchObject({ pushed: ['configs/a.json'], rejected: [] });
  });

  test('what the client rejects keeps its name: not gone, not overwritten, listed by its path', async () => {
    const { m, twists, giip } = await inStep({
      'docs/a.md': 'a\n',
      'docs/b.md': 'b\n',
      'configs/c.json': '{"c":1}',
    });
    twists.unusable = [
      { path: 'docs/a.md', reason: 'written by Windows PowerShell' },
      { path: 'c.json', reason: 'GIIP names it twice' },
    ];
    giip.setDoc('docs/b.md', 'b2\n');
    m.files.edit('docs/a.md', 'mine\n');
    m.files.edit('configs/c.json', '{"c":2}');
    const report = await m.cycle({ audit: true });
    expect(report).toMatchObject({ pulled: ['docs/b.md'], pushed: [], goneOnServer: [] });
    expect(report.rejected.map(({ path }) => path)).toEqual(['configs/c.json', 'docs/a.md']);
    // An unchanged section does not name them again, and they are still known.
    expect(await m.cycle()).toMatchObject({ pushed: [], rejected: report.rejected });
    twists.unusable = [];
    giip.setDoc('docs/b.md', 'b3\n');
    giip.setConfig('d.json', '{"d":1}');
    expect(await m.cycle()).toMatchObject({
      pushed: ['configs/c.json', 'docs/a.md'],
      pulled: ['configs/d.json', 'docs/b.md'],
      rejected: [],
    });
  });

  test('names that no file may have are listed and stay on GIIP', async () => {
    const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
    giip.setDoc('docs/../../x', 'x');
    giip.setConfig('agent_config', '{}');
    const report = await m.cycle();
    expect(report.rejected.map(({ path }) => path).sort()).toEqual(['agent_config', 'docs/../../x']);
    expect(report).toMatchObject({ outcome: 'inSync', pulled: [] });
    expect(m.files.texts().size).toBe(1);
  });

  test('a dry run lists what it cannot use, and remembers nothing', async () => {
    const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
    giip.setDoc('docs/../../x', 'x');
    giip.setDoc('docs/b.md', 'b2\n');
    let changes = 0;
    m.faults.beforeWrite = () => {
      changes += 1;
    };
    const report = await m.cycle({ dryRun: true });
    expect(report).toMatchObject({
      outcome: 'inSync',
      rejected: [{ path: 'docs/../../x' }],
      plan: [{ path: 'docs/b.md', action: 'pull', overwrites: true, reason: { code: 'changed-on-giip' } }],
    });
    expect([changes, m.files.writes(), m.remote.pushes.length]).toEqual([0, 0, 1]);
  });
});

test('two machines push one new document at once: the second wins on GIIP, the first keeps its text as a conflict', async () => {
  const { twists, machine, m, giip } = await inStep({ 'docs/b.md': 'b\n' });
  const other = machine();
  await other.cycle();
  other.files.edit('docs/new.md', 'others\n');
  m.files.edit('docs/new.md', 'mine\n');
  let isDone = false;
  twists.before = (call) => {
    if (call === 'push' && !isDone) {
      isDone = true;
      giip.setDoc('docs/new.md', 'others\n');
    }
  };
  await m.cycle();
  expect(giip.doc('docs/new.md')).toBe('mine\n');
  expect(await other.cycle()).toMatchObject({ conflicts: [{ path: 'docs/new.md', kind: 'new/new' }] });
  expect(other.files.text('docs/new.md')).toBe('others\n');
});
