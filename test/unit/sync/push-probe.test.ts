import { expect, test } from 'vitest';
import { allowPushing } from '../../../electron/sync/approve.ts';
import { createWorld, type Machine, type World } from './world.ts';

/** GIIP holds some documents, and this machine has a new one to send. */
async function firstPush(
  docs: readonly string[],
  configs: readonly string[] = [],
): Promise<World & { m: Machine }> {
  const world = createWorld();
  for (const name of docs) world.giip.setDoc(`docs/${name}.md`, `${name}\n`);
  for (const name of configs) world.giip.setConfig(`${name}.json`, `{"${name}":1}`);
  const m = world.machine();
  await m.cycle();
  m.files.edit('docs/mine.md', 'mine\n');
  return { ...world, m };
}

const wires = ({ remote }: Machine): readonly (readonly string[])[] =>
  remote.pushes.map((items) => items.map(({ wire }) => wire));

test('one unchanged item of its section goes first, once for ever', async () => {
  const { m } = await firstPush(['a', 'longer-b'], ['c', 'd']);
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/mine.md'], outcome: 'inSync', verified: true });
  expect(wires(m)).toEqual([['docs/a.md'], ['docs/mine.md']]);
  m.files.edit('docs/mine.md', 'more\n');
  m.files.edit('configs/d.json', '{"d":2}');
  await m.cycle();
  expect(wires(m).slice(2)).toEqual([['c.json'], ['d.json', 'docs/mine.md']]);
});

test('a GIIP that replaces everything gets all back, and pushing stops for good', async () => {
  const { m, twists, giip } = await firstPush(['a', 'b', 'c']);
  const before = giip.content().docs;
  twists.push = 'replace-all';
  expect(await m.cycle()).toMatchObject({
    outcome: 'failed',
    error: { code: 'push-replaces-everything' },
    pushed: [],
    verified: false,
  });
  expect(new Map([...giip.content().docs].sort())).toEqual(before);
  const pushes = m.remote.pushes.length;
  giip.setDoc('docs/a.md', 'pulling goes on\n');
  expect(await m.cycle()).toMatchObject({
    pulled: ['docs/a.md'],
    error: { code: 'push-replaces-everything' },
  });
  expect(m.remote.pushes).toHaveLength(pushes);
  m.files.remove('docs/mine.md');
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
});

test('one item on GIIP has nothing that could show it; the push itself does, and it is put back', async () => {
  const { m, twists, giip } = await firstPush(['only']);
  twists.push = 'replace-all';
  expect(await m.cycle()).toMatchObject({ outcome: 'failed', error: { code: 'push-replaces-everything' } });
  expect([...giip.content().docs.keys()].sort()).toEqual(['docs/mine.md', 'docs/only.md']);
  expect(await m.cycle()).toMatchObject({ goneOnServer: [] });
});

test.each([
  ['trims', (text: string) => text.trim()],
  ['loses Korean letters', (text: string) => text.replace(/[^\0-\x7f]/g, '?')],
])(
  'a GIIP that replaces everything and %s is known by the form in which it shows the push',
  async (_what, normalise) => {
    const { m, twists, giip } = await firstPush(['only']);
    m.files.edit('docs/mine.md', '내 글\n\n');
    twists.push = 'replace-all';
    twists.normalise = normalise;
    expect(await m.cycle()).toMatchObject({ outcome: 'failed', error: { code: 'push-replaces-everything' } });
    expect([...giip.content().docs.keys()].sort()).toEqual(['docs/mine.md', 'docs/only.md']);
    expect(m.state.facts.get('pushUnsafe')).toBe(true);
  },
);

test('an answer from before the push is no proof that it replaced everything', async () => {
  const { m, giip, twists } = await firstPush([]);
  await m.cycle();
  giip.setDoc('docs/new.md', 'new\n');
  await m.cycle();
  m.state.facts.set('pushProved', ['doc']);
  m.files.edit('docs/mine.md', 'more\n');
  twists.before = (call) => {
    if (call === 'push') giip.removeDoc('docs/new.md');
  };
  twists.push = 'nothing';
  expect(await m.cycle()).toMatchObject({ error: { code: 'server-answer-invalid' } });
  expect(m.state.facts.get('pushUnsafe')).toBeUndefined();
});

test('a person who says that GIIP is fine again lets the next push be proved anew', async () => {
  const { m, twists, giip } = await firstPush(['a', 'b', 'c']);
  twists.push = 'replace-all';
  await m.cycle();
  twists.push = 'merge';
  allowPushing(m.engine);
  const pushes = m.remote.pushes.length;
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/mine.md'] });
  expect(wires(m).slice(pushes)).toEqual([['docs/a.md'], ['docs/mine.md']]);
  expect(giip.content().docs.size).toBe(4);
});

test('a section that came after the first push is proved by itself', async () => {
  const { m, twists, giip } = await firstPush(['a', 'b']);
  await m.cycle();
  for (const name of ['x', 'y', 'z']) giip.setConfig(`${name}.json`, `{"${name}":1}`);
  await m.cycle();
  twists.push = 'replace-all';
  m.files.edit('configs/x.json', '{"x":2}');
  expect(await m.cycle()).toMatchObject({ error: { code: 'push-replaces-everything' } });
  expect([...giip.content().configs.keys()].sort()).toEqual(['x.json', 'y.json', 'z.json']);
  expect(giip.config('x.json')).toBe('{"x":1}');
});

test('what somebody removed from GIIP before the first push is not lost by it, and does not come back', async () => {
  const { m, giip } = await firstPush(['a', 'b', 'c']);
  giip.removeDoc('docs/b.md');
  expect(await m.cycle()).toMatchObject({
    outcome: 'inSync',
    pushed: ['docs/mine.md'],
    goneOnServer: ['docs/b.md'],
  });
  expect(giip.doc('docs/b.md')).toBeUndefined();
});

test('the same where one item only stood beside it', async () => {
  const { m, giip } = await firstPush(['only']);
  giip.removeDoc('docs/only.md');
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/mine.md'] });
  expect(giip.doc('docs/only.md')).toBeUndefined();
});

test('a probe that GIIP refuses proves nothing; the next smallest is tried', async () => {
  const { m, twists } = await firstPush(['a', 'bb', 'ccc']);
  twists.refuses = (wire) => wire === 'docs/a.md';
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/mine.md'], verified: true });
  expect(wires(m)).toEqual([['docs/a.md'], ['docs/bb.md'], ['docs/mine.md']]);
});

test('a probe without an answer proves nothing, and nothing else is sent', async () => {
  const { m, twists } = await firstPush(['a', 'b']);
  twists.pushFailures.push({ error: { code: 'server-timeout' }, happened: true });
  expect(await m.cycle()).toMatchObject({ outcome: 'offline', pushed: [] });
  expect(m.remote.pushes).toHaveLength(1);
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', pushed: ['docs/mine.md'] });
});

test('a change that arrives with the probe is pulled before anything is sent', async () => {
  const { m, twists, giip } = await firstPush(['a', 'b']);
  let isDone = false;
  twists.before = (call) => {
    if (call === 'push' && !isDone) giip.setDoc('docs/mine.md', 'theirs\n');
    isDone ||= call === 'push';
  };
  expect(await m.cycle()).toMatchObject({
    conflicts: [{ path: 'docs/mine.md', kind: 'new/new' }],
    pushed: [],
  });
  expect(giip.doc('docs/mine.md')).toBe('theirs\n');
});

/** Two of them do not fit into one request. */
const LARGE = 'x'.repeat(2 * 1024 * 1024);

async function largePush(twist: 'merge' | 'replace-all') {
  const world = createWorld();
  const m = world.machine();
  for (const name of ['a', 'b']) m.files.edit(`docs/${name}.md`, `${name}${LARGE}`);
  world.twists.push = twist;
  const report = await m.cycle();
  return { m, report };
}

test('a push of several requests into an empty GIIP proves itself: nothing is sent to try it before the next one', async () => {
  const { m, report } = await largePush('merge');
  expect(report).toMatchObject({ outcome: 'inSync', pushed: ['docs/a.md', 'docs/b.md'] });
  m.files.edit('docs/mine.md', 'mine\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
  expect(wires(m)).toEqual([['docs/a.md'], ['docs/b.md'], ['docs/mine.md']]);
});

test('not where the second request took the place of the first', async () => {
  const { m } = await largePush('replace-all');
  expect(m.state.facts.get('pushProved')).toBeUndefined();
});
