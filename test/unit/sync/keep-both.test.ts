import { describe, expect, test } from 'vitest';
import { resolveConflict, resolveMany } from '../../../electron/sync/decide.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';
import { createWorld, inStep, type Machine, type World } from './world.ts';

/** The clock of these tests begins at a fixed time; its words depend on where the test runs. */
function stamp({ engine }: Machine, path: string): string {
  const heardAt = engine.state.remote.get(path)?.heardAt ?? 0;
  const at = new Date(heardAt);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}`;
}

async function clash(
  path: string,
  mine = 'mine\n',
  theirs = 'theirs\n',
  others: Readonly<Record<string, string>> = {},
): Promise<World & { m: Machine }> {
  const base = path.endsWith('.json') ? '{"v":0}' : 'base\n';
  const world = await inStep({ 'docs/other.md': 'o\n', [path]: base, ...others });
  world.m.files.edit(path, mine);
  if (path.endsWith('.json')) world.giip.setConfig(path.slice('configs/'.length), theirs);
  else world.giip.setDoc(path, theirs);
  expect((await world.m.cycle()).conflicts).toMatchObject([{ path }]);
  return world;
}

const newFiles = (m: Machine, before: readonly string[]): readonly string[] =>
  [...m.files.texts().keys()].filter((path) => !before.includes(path));

async function keep(m: Machine, path: string): Promise<readonly string[]> {
  const before = [...m.files.texts().keys()];
  expect(await resolveConflict(m.engine, path, { take: 'both' })).toMatchObject({ ok: true });
  expect(m.state.conflicts.all()).toEqual([]);
  return newFiles(m, before);
}

/** Cycle after cycle nothing more happens. */
async function expectSettled(...machines: readonly Machine[]): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const m of machines)
      expect(await m.cycle({ audit: round === 1 })).toMatchObject({
        outcome: 'inSync',
        pulled: [],
        pushed: [],
        merged: [],
        conflicts: [],
      });
}

test('mine stays under its name on both sides, GIIP’s becomes a second file on both sides, for good', async () => {
  const { m, giip } = await clash('docs/guide.md');
  const copy = `docs/guide (GIIP ${stamp(m, 'docs/guide.md')}).md`;
  expect(await keep(m, 'docs/guide.md')).toEqual([copy]);
  expect(m.files.text(copy)).toBe('theirs\n');
  expect(m.files.text('docs/guide.md')).toBe('mine\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: [copy, 'docs/guide.md'] });
  expect([giip.doc('docs/guide.md'), giip.doc(copy)]).toEqual(['mine\n', 'theirs\n']);
  await expectSettled(m);
  expect(m.state.activity.latest(20)).toContainEqual(
    expect.objectContaining({ kind: 'resolved', reason: { code: 'decided-both', detail: copy } }),
  );
});

test('a config gets a name that is a config key', async () => {
  const { m, giip } = await clash('configs/openclaw.json', '{"v":1}', '{"v":2,"n":1.50}');
  expect(await keep(m, 'configs/openclaw.json')).toEqual(['configs/openclaw-from-giip.json']);
  expect(m.files.text('configs/openclaw-from-giip.json')).toBe('{\n  "v": 2,\n  "n": 1.50\n}\n');
  await m.cycle();
  expect(giip.config('openclaw.json')).toBe('{"v":1}');
  await expectSettled(m);
});

describe('the name', () => {
  test.each([
    ['docs/README', 'docs/README (GIIP #)'],
    ['docs/a.b.md', 'docs/a.b (GIIP #).md'],
    ['docs/deep/er/이름.md', 'docs/deep/er/이름 (GIIP #).md'],
    ['docs/.hidden', 'docs/.hidden (GIIP #)'],
    ['docs/guide (GIIP 2026-01-02 03.04).md', 'docs/guide (GIIP #).md'],
    ['docs/guide (GIIP 2026-01-02 03.04) 2.md', 'docs/guide (GIIP #).md'],
    [`docs/${'x'.repeat(197)}.md`, `docs/${'x'.repeat(173)} (GIIP #).md`],
    [`docs/${'한'.repeat(65)}.md`, `docs/${'한'.repeat(57)} (GIIP #).md`],
  ])('of %s is %s', async (path, expected) => {
    const { m } = await clash(path);
    const [copy = ''] = await keep(m, path);
    expect(copy).toBe(expected.replace('#', stamp(m, path)));
    expect(safePath.admitLocal(copy)).toEqual({ path: copy });
    expect(await m.cycle()).toMatchObject({ outcome: 'inSync', rejected: [] });
  });

  test('is numbered where it is taken here, and nothing that stands there is touched', async () => {
    const taken = { 'configs/a-from-giip.json': '{"own":1}', 'configs/A-from-giip-2.json': '{"own":2}' };
    const { m } = await clash('configs/a.json', '{"v":1}', '{"v":2}', taken);
    expect(await keep(m, 'configs/a.json')).toEqual(['configs/a-from-giip-3.json']);
    expect(m.files.text('configs/a-from-giip.json')).toBe('{"own":1}');
  });

  test('is numbered where a file took it that no cycle has seen', async () => {
    const { m } = await clash('configs/a.json', '{"v":1}', '{"v":2}');
    m.files.edit('configs/a-from-giip.json', 'not even JSON');
    expect(await keep(m, 'configs/a.json')).toEqual(['configs/a-from-giip-2.json']);
  });

  test('is numbered where only GIIP has it, or had it here once', async () => {
    const { m, giip } = await clash('configs/a.json', '{"v":1}', '{"v":2}', {
      'configs/a-from-giip.json': '{"o":1}',
    });
    m.files.remove('configs/a-from-giip.json');
    await m.cycle();
    expect(await keep(m, 'configs/a.json')).toEqual(['configs/a-from-giip-2.json']);
    expect(giip.config('a-from-giip.json')).toBe('{"o":1}');
  });

  test('is numbered where somebody takes it at the last moment', async () => {
    const { m } = await clash('configs/a.json', '{"v":1}', '{"v":2}');
    m.files.interfere(({ call, path }) => {
      if (call === 'exchange' && path === 'configs/a-from-giip.json') m.files.edit(path, '{"quick":1}');
      return undefined;
    });
    await keep(m, 'configs/a.json');
    expect(m.files.text('configs/a-from-giip.json')).toBe('{"quick":1}');
    expect(m.files.text('configs/a-from-giip-2.json')).toContain('"v": 2');
  });
});

test('an attempt that was cut off after its file is taken up, not repeated', async () => {
  const { m } = await clash('docs/guide.md');
  const before = [...m.files.texts().keys()];
  let commits = 0;
  m.faults.beforeCommit = () => {
    commits += 1;
    if (commits > 1) throw new Error('killed');
  };
  await expect(resolveConflict(m.engine, 'docs/guide.md', { take: 'both' })).rejects.toThrow('killed');
  m.faults.beforeCommit = () => undefined;
  expect(m.state.conflicts.all()).toHaveLength(1);
  expect(newFiles(m, before)).toHaveLength(1);
  await resolveConflict(m.engine, 'docs/guide.md', { take: 'both' });
  expect(newFiles(m, before)).toHaveLength(1);
  await m.cycle();
  await expectSettled(m);
});

test('a file that cannot be written leaves the conflict as it was', async () => {
  const { m, giip } = await clash('docs/guide.md');
  const files = m.files.texts();
  m.files.interfere(({ call }) => (call === 'write' ? { code: 'disk-full' } : undefined));
  expect(await resolveConflict(m.engine, 'docs/guide.md', { take: 'both' })).toMatchObject({
    ok: false,
    error: { code: 'disk-full' },
  });
  expect(m.state.conflicts.all()).toHaveLength(1);
  expect(m.files.texts()).toEqual(files);
  expect(giip.doc('docs/guide.md')).toBe('theirs\n');
});

test('deleted here: it stays deleted, and GIIP’s text becomes the second file', async () => {
  const { m, giip } = await inStep({ 'docs/other.md': 'o\n', 'docs/guide.md': 'base\n' });
  m.files.remove('docs/guide.md');
  giip.setDoc('docs/guide.md', 'theirs\n');
  await m.cycle();
  const [copy = ''] = await keep(m, 'docs/guide.md');
  expect(m.files.text(copy)).toBe('theirs\n');
  expect(await m.cycle()).toMatchObject({ pushed: [copy], deletedHere: ['docs/guide.md'], conflicts: [] });
  await expectSettled(m);
  expect(m.files.text('docs/guide.md')).toBeUndefined();
});

test('damaged on GIIP: ours repairs it, and the damaged text becomes the second file', async () => {
  const { m, giip } = await inStep({ 'docs/other.md': 'o\n', 'docs/guide.md': '한글\n' });
  giip.setDoc('docs/guide.md', '??\n');
  await m.cycle();
  const [copy = ''] = await keep(m, 'docs/guide.md');
  expect(await m.cycle()).toMatchObject({ pushed: [copy, 'docs/guide.md'] });
  expect([giip.doc('docs/guide.md'), giip.doc(copy)]).toEqual(['한글\n', '??\n']);
  await expectSettled(m);
});

test('undoing it takes the second file away and puts GIIP’s text where it stood', async () => {
  const { m } = await clash('docs/guide.md');
  const settled = await resolveConflict(m.engine, 'docs/guide.md', { take: 'both' });
  const [mine, theirs] = [m.engine.digest('mine\n'), m.engine.digest('theirs\n')];
  expect(m.state.runs.replaced(settled.ok ? settled.value.run : 0)).toEqual([
    { path: `docs/guide (GIIP ${stamp(m, 'docs/guide.md')}).md`, before: null, after: theirs },
    { path: 'docs/guide.md', before: theirs, after: mine },
  ]);
});

test('a file that holds GIIP’s text already is the second one, and undoing leaves it where it was', async () => {
  const { m } = await clash('configs/a.json', '{"v":1}', '{"v":2}');
  const copy = '{\n  "v": 2\n}\n';
  m.files.edit('configs/a-from-giip.json', copy);
  await m.cycle();
  const settled = await resolveConflict(m.engine, 'configs/a.json', { take: 'both' });
  expect(m.files.texts().get('configs/a-from-giip.json')).toBe(copy);
  expect(m.files.text('configs/a-from-giip-2.json')).toBeUndefined();
  const run = settled.ok ? settled.value.run : 0;
  expect(m.state.runs.replaced(run).map(({ path }) => path)).toEqual(['configs/a.json']);
});

describe('two machines', () => {
  async function inOneConflict(): Promise<{ ann: Machine; bob: Machine; world: World }> {
    const world = createWorld();
    const { m: ann } = await inStep({ 'docs/guide.md': 'base\n', 'docs/other.md': 'o\n' }, world);
    const bob = world.machine();
    await bob.cycle();
    bob.state.facts.set('pushProved', ['config', 'doc']);
    ann.files.edit('docs/guide.md', 'ann\n');
    bob.files.edit('docs/guide.md', 'bob\n');
    world.giip.setDoc('docs/guide.md', 'theirs\n');
    for (const m of [ann, bob]) expect((await m.cycle()).conflicts).toHaveLength(1);
    return { ann, bob, world };
  }

  test('both keep both at once: three texts in three files, the same on all sides, for good', async () => {
    const { ann, bob, world } = await inOneConflict();
    for (const m of [ann, bob]) await resolveConflict(m.engine, 'docs/guide.md', { take: 'both' });
    await ann.cycle();
    // GIIP holds Ann's text now, which Bob has not decided about.
    expect(await bob.cycle()).toMatchObject({ conflicts: [{ path: 'docs/guide.md' }] });
    world.clock.advance(60_000);
    await resolveConflict(bob.engine, 'docs/guide.md', { take: 'both' });
    await bob.cycle();
    await ann.cycle();
    await expectSettled(ann, bob);
    expect(ann.files.texts()).toEqual(bob.files.texts());
    expect([...ann.files.texts().values()].sort()).toEqual(['ann\n', 'bob\n', 'o\n', 'theirs\n']);
    expect([...world.giip.content().docs]).toEqual(expect.arrayContaining([...ann.files.texts()]));
  });

  test('the other one only pulls what was decided', async () => {
    const { ann, bob } = await inOneConflict();
    bob.files.edit('docs/guide.md', 'base\n');
    await resolveConflict(ann.engine, 'docs/guide.md', { take: 'both' });
    await ann.cycle();
    expect((await bob.cycle()).pulled).toHaveLength(2);
    await expectSettled(ann, bob);
    expect(ann.files.texts()).toEqual(bob.files.texts());
  });
});

test('many at once: a file each, and no name twice', async () => {
  const paths = Array.from({ length: 40 }, (_, i) => `docs/${i}/a.md`);
  const world = await inStep(Object.fromEntries(paths.map((path) => [path, 'base\n'])));
  const { m, giip } = world;
  for (const path of paths) m.files.edit(path, `mine ${path}\n`);
  for (const path of paths) giip.setDoc(path, `theirs ${path}\n`);
  await m.cycle();
  const done = await resolveMany(m.engine, m.state.conflicts.all(), 'both');
  expect(done).toMatchObject({ failed: [], done: [...paths].sort() });
  expect(m.files.texts().size).toBe(80);
  await m.cycle();
  await expectSettled(m);
  for (const path of paths) expect([...giip.content().docs.values()]).toContain(`theirs ${path}\n`);
});
