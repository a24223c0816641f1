import { expect, test } from 'vitest';
import { preview } from '../../../electron/sync/preview.ts';
import { inStep, type Machine, type World } from './world.ts';

const ITEMS = { 'configs/c.json': '{"x":1}', 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n' };

/** One item of each kind that a person would like to know before. */
async function moved(): Promise<World & { m: Machine }> {
  const world = await inStep(ITEMS);
  world.m.files.edit('docs/a.md', 'ONE\ntwo\nthree\n');
  world.giip.setDoc('docs/a.md', 'one\ntwo\nTHREE\n');
  world.m.files.edit('configs/c.json', '{"x":2}');
  world.giip.setConfig('c.json', '{"x":3}');
  world.giip.setDoc('docs/new.md', 'new\n');
  world.m.files.edit('docs/mine.md', 'mine\n');
  return world;
}

const remembered = ({ state }: Machine) => ({
  base: state.base.all(),
  remote: state.remote.all(),
  conflicts: state.conflicts.all(),
  cursor: state.facts.get('cursor'),
  hashes: state.facts.get('seenHashes'),
  activity: state.activity.latest(100),
  runs: state.runs.list(null, 50),
});

test('each item with what would become of it; nothing is written, and only pulls are sent', async () => {
  const { m, giip } = await moved();
  const [before, files, there] = [remembered(m), m.files.texts(), giip.content()];
  const pushes = m.remote.requests();
  const found = await preview(m.engine);
  expect(found).toMatchObject({ ok: true, value: { outcome: 'conflicts', time: m.engine.clock.now() } });
  expect(
    found.ok && found.value.steps.map(({ path, action, overwrites }) => [path, action, overwrites]),
  ).toEqual([
    ['configs/c.json', 'conflict', false],
    ['docs/a.md', 'merge', true],
    ['docs/mine.md', 'push', false],
    ['docs/new.md', 'pull', false],
  ]);
  expect(m.remote.requests() - pushes).toBe(1);
  expect(remembered(m)).toEqual(before);
  expect(m.files.texts()).toEqual(files);
  expect(giip.content()).toBe(there);
});

test('the cycle that follows does what was said: the answer has advanced nothing', async () => {
  const { m } = await moved();
  await preview(m.engine);
  await preview(m.engine);
  expect(await m.cycle()).toMatchObject({
    pulled: ['docs/new.md'],
    merged: ['docs/a.md'],
    conflicts: [{ path: 'configs/c.json' }],
  });
});

test('what stops a cycle stops the look as well', async () => {
  const { m } = await moved();
  m.files.unmount();
  expect(await preview(m.engine)).toMatchObject({ ok: false, error: { code: 'workspace-missing' } });
});

test('a kept text that was lost is an error, and is not mended behind one’s back', async () => {
  const { m } = await moved();
  await m.cycle();
  const before = remembered(m);
  const { get } = m.state.contents;
  const lost = m.state.remote.get('configs/c.json')?.version?.id;
  Object.assign(m.state.contents, { get: (id: string) => (id === lost ? undefined : get(id)) });
  expect(await preview(m.engine)).toMatchObject({ ok: false, error: { code: 'state-unusable' } });
  expect(remembered(m)).toEqual(before);
});
