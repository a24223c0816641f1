import { expect, test } from 'vitest';
import { createWorld, inStep } from './world.ts';

const A = { 'docs/a.md': 'a\n', 'docs/b.md': 'b\n', 'configs/c.json': '{"c":1}' };

test('at rest both hashes are sent, and 304 costs one request', async () => {
  const { m } = await inStep(A);
  const report = await m.cycle();
  expect(report).toMatchObject({ requests: 1, outcome: 'inSync', verified: true });
  expect(Object.keys(m.remote.pulls.at(-1) ?? {}).sort()).toEqual(['config', 'doc']);
});

test('before a push the hash of its section goes, of its section only; the proving pull asks for all of it', async () => {
  const { m } = await inStep(A);
  m.files.edit('docs/a.md', 'a2\n');
  const before = m.remote.pulls.length;
  await m.cycle();
  const [look, proof] = m.remote.pulls.slice(before);
  expect(Object.keys(look ?? {}).sort()).toEqual(['config', 'doc']);
  expect(Object.keys(proof ?? {})).toEqual(['config']);
});

test('the hash goes before the push, so a death right after it cannot leave it', async () => {
  const { m, twists } = await inStep(A);
  m.files.edit('docs/a.md', 'a2\n');
  let cursor: unknown;
  twists.before = (call) => {
    if (call === 'push') cursor = m.state.facts.get('cursor');
  };
  await m.cycle();
  expect(Object.keys(cursor ?? {})).toEqual(['config']);
});

test("somebody else's change between our pull and our push is not hidden by our push's hash", async () => {
  const { m, giip, twists } = await inStep(A);
  m.files.edit('docs/a.md', 'a2\n');
  twists.before = (call) => {
    if (call === 'push') giip.setDoc('docs/b.md', 'theirs\n');
  };
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], pulled: ['docs/b.md'], verified: true });
  expect(m.files.text('docs/b.md')).toBe('theirs\n');
});

test('a hash is adopted only when every item of its section has a durable fate', async () => {
  const { m, giip } = await inStep(A);
  giip.setDoc('docs/a.md', 'new\n');
  m.files.interfere(({ call, path }) =>
    call === 'write' && path === 'docs/a.md' ? { code: 'write-failed', detail: 'locked' } : undefined,
  );
  const report = await m.cycle();
  expect(report).toMatchObject({ outcome: 'failed', error: { code: 'write-failed' }, pulled: [] });
  expect(Object.keys(m.state.facts.get('cursor') ?? {})).toEqual(['config']);
  m.files.interfere(() => undefined);
  expect(await m.cycle()).toMatchObject({ pulled: ['docs/a.md'], outcome: 'inSync' });
  expect(Object.keys(m.state.facts.get('cursor') ?? {}).sort()).toEqual(['config', 'doc']);
});

test('one file that cannot be written holds up neither other files nor pushes', async () => {
  const { m, giip } = await inStep(A);
  giip.setDoc('docs/a.md', 'new\n');
  giip.setDoc('docs/b.md', 'new\n');
  m.files.edit('docs/mine.md', 'mine\n');
  m.files.interfere(({ call, path }) =>
    call === 'write' && path === 'docs/a.md' ? { code: 'write-failed', detail: 'locked' } : undefined,
  );
  expect(await m.cycle()).toMatchObject({
    pulled: ['docs/b.md'],
    pushed: ['docs/mine.md'],
    outcome: 'failed',
    error: { code: 'write-failed' },
  });
});

test('an audit asks for everything, at start and every hour', async () => {
  const { m, clock } = await inStep(A);
  const asked = async (audit?: boolean): Promise<readonly string[]> => {
    await m.cycle(audit === undefined ? {} : { audit });
    return Object.keys(m.remote.pulls.at(-1) ?? {});
  };
  expect(await asked(true)).toEqual([]);
  expect(await asked()).toHaveLength(2);
  clock.advance(59 * 60_000);
  expect(await asked()).toHaveLength(2);
  clock.advance(60_000);
  expect(await asked()).toEqual([]);
  expect(await asked()).toHaveLength(2);
});

test('a hash that hides a change is found by the audit (api.md: hash and data of different moments)', async () => {
  const { m, giip } = await inStep(A);
  giip.setDoc('docs/a.md', 'hidden\n');
  m.state.facts.set('cursor', {
    ...m.state.facts.get('cursor'),
    doc: JSON.stringify([...giip.content().docs].sort()),
  });
  expect(await m.cycle()).toMatchObject({ pulled: [] });
  expect(await m.cycle({ audit: true })).toMatchObject({ pulled: ['docs/a.md'] });
});

test('a silent section whose hash moved is asked again without its hash, and deletes nothing', async () => {
  const { m, giip, twists } = await inStep(A);
  twists.silent = ['doc'];
  giip.setDoc('docs/a.md', 'x\n');
  const report = await m.cycle();
  expect(m.remote.pulls.slice(-2).map((cursor) => Object.keys(cursor).sort())).toEqual([
    ['config', 'doc'],
    ['config'],
  ]);
  expect(report).toMatchObject({ outcome: 'inSync', goneOnServer: [], deletedHere: [], requests: 2 });
  expect([...m.files.texts().keys()]).toEqual(['configs/c.json', 'docs/a.md', 'docs/b.md']);
});

test('an emptied GIIP deletes nothing and says nothing', async () => {
  const { m, giip } = await inStep(A);
  giip.rollbackTo({ configs: new Map(), docs: new Map() });
  expect(await m.cycle({ audit: true })).toMatchObject({ goneOnServer: [], pushed: [], outcome: 'inSync' });
  expect(m.files.texts().size).toBe(3);
});

test('where 304 for one hash speaks for both, a push is proved all the same', async () => {
  const { m, twists } = await inStep(A);
  twists.isLenient304 = true;
  m.files.edit('docs/a.md', 'a2\n');
  expect(await m.cycle()).toMatchObject({ pushed: ['docs/a.md'], verified: true, outcome: 'inSync' });
});

test.each(['per-answer', 'none'] as const)(
  'with hashes %s: at rest nothing is written or sent',
  async (hash) => {
    const world = createWorld();
    world.twists.hash = hash;
    const { m } = await inStep(A, world);
    const [writes, pushes] = [m.files.writes(), m.remote.pushes.length];
    for (let i = 0; i < 5; i += 1)
      expect(await m.cycle()).toMatchObject({ outcome: 'inSync', verified: true, goneOnServer: [] });
    expect([m.files.writes(), m.remote.pushes.length]).toEqual([writes, pushes]);
  },
);

test('answers with changes only: pulled, and nothing that they leave out is gone', async () => {
  const world = createWorld();
  world.twists.documents = 'changed-only';
  const { m, giip } = await inStep(A, world);
  giip.setDoc('docs/a.md', 'x\n');
  expect(await m.cycle()).toMatchObject({ pulled: ['docs/a.md'], goneOnServer: [] });
  expect(await m.cycle()).toMatchObject({ pulled: [], goneOnServer: [], outcome: 'inSync' });
});

test('gone is only what a full answer does not name', async () => {
  const { m, giip } = await inStep(A);
  giip.removeDoc('docs/a.md');
  expect(await m.cycle()).toMatchObject({ goneOnServer: [] });
  expect(await m.cycle({ audit: true })).toMatchObject({ goneOnServer: ['docs/a.md'], pushed: [] });
  expect(m.files.text('docs/a.md')).toBe('a\n');
  giip.setDoc('docs/a.md', 'a\n');
  expect(await m.cycle()).toMatchObject({ goneOnServer: [], outcome: 'inSync' });
});

test('the remembered GIIP is what the stored hash stands for, at every death', async () => {
  for (let kill = 1; kill < 40; kill += 1) {
    const { m, giip } = await inStep(A);
    giip.setDoc('docs/a.md', 'new\n');
    m.files.edit('docs/b.md', 'mine\n');
    let left = kill;
    m.faults.beforeCommit = () => {
      left -= 1;
      if (left <= 0) throw new Error('killed');
    };
    await m.cycle().catch(() => undefined);
    const { doc } = m.state.facts.get('cursor') ?? {};
    const remembered = m.state.remote
      .all()
      .filter(({ path, version }) => path.startsWith('docs/') && version);
    const texts = remembered.map(({ wire, version }) => [wire, m.state.contents.get(version?.id ?? '')]);
    if (doc !== undefined) expect(doc).toBe(JSON.stringify(texts.sort()));
    if (left > 0) break;
  }
});
