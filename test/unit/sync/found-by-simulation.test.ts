import { expect, test } from 'vitest';
import { createWorld, inStep } from './world.ts';

/** Each of these was found by test/simulation and stays as the smallest story of its kind. */

test('a text of GIIP that waits in a conflict is kept when another writer replaces it there', async () => {
  const { giip, machine } = createWorld();
  const m = machine();
  m.files.edit('docs/a.md', 'mine\n');
  giip.setDoc('docs/a.md', 'theirs\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'conflicts' });
  giip.setDoc('docs/a.md', 'by a third\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'conflicts' });
  expect(m.history('docs/a.md')).toContain('theirs\n');
});

test('an agreed text whose file a power cut took is kept when GIIP goes back to an older one', async () => {
  const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
  for (const text of ['found equal, v1\n', 'found equal, v2\n']) {
    m.files.edit('docs/a.md', text);
    giip.setDoc('docs/a.md', text);
    await m.cycle();
  }
  m.files.edit('docs/a.md', '');
  giip.setDoc('docs/a.md', 'restored from a backup\n');
  await m.cycle({ wasKilled: true });
  expect(m.history('docs/a.md')).toContain('found equal, v2\n');
});

test('a file that a crash emptied stays held when the first look after the crash fails', async () => {
  const { m, giip, twists } = await inStep({ 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '');
  m.state.facts.set('mayBeTorn', true);
  twists.pullFailures.push({ code: 'server-unreachable' });
  expect(await m.cycle({ wasKilled: true })).toMatchObject({ outcome: 'offline' });
  expect(await m.cycle()).toMatchObject({
    outcome: 'held',
    held: [{ path: 'docs/a.md', reason: { code: 'held-emptied-after-crash' } }],
  });
  expect(giip.doc('docs/a.md')).toBe('v0\n');
});

test('the doubt stands while the emptied file cannot be read, and ends once all was seen', async () => {
  const { m, giip } = await inStep({ 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '');
  m.state.facts.set('mayBeTorn', true);
  m.files.interfere(({ call }) => (call === 'read' ? { code: 'write-failed', detail: 'EBUSY' } : undefined));
  await m.cycle();
  m.files.interfere(() => undefined);
  expect(await m.cycle()).toMatchObject({ outcome: 'held' });
  expect(giip.doc('docs/a.md')).toBe('v0\n');
  m.files.edit('docs/a.md', 'v0, restored\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync' });
  expect(m.state.facts.get('mayBeTorn')).toBeUndefined();
});

test('the doubt stands for a file that was pushed, never shown, and cannot be read at the first look', async () => {
  const { m, giip, twists } = await inStep({ 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', 'pushed\n');
  twists.after = (call) => {
    if (call === 'push') twists.pullFailures.push({ code: 'server-unreachable' });
  };
  await m.cycle();
  m.files.edit('docs/a.md', '');
  m.state.facts.set('mayBeTorn', true);
  m.files.interfere(({ call }) => (call === 'read' ? { code: 'write-failed', detail: 'EBUSY' } : undefined));
  await m.cycle();
  m.files.interfere(() => undefined);
  expect(await m.cycle()).toMatchObject({ outcome: 'held' });
  expect(giip.doc('docs/a.md')).toBe('pushed\n');
});

test('a file that a crash emptied before any pull had shown it is held too', async () => {
  const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '');
  expect(await m.cycle({ wasKilled: true })).toMatchObject({ outcome: 'held' });
  expect(giip.doc('docs/a.md')).toBeUndefined();
});

test('a file that a crash emptied while it was in conflict is held once the conflict ends by itself', async () => {
  const { m, giip, clock } = await inStep({ 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '');
  giip.setDoc('docs/a.md', 'theirs\n');
  m.state.facts.set('mayBeTorn', true);
  expect(await m.cycle()).toMatchObject({ outcome: 'conflicts' });
  giip.removeDoc('docs/a.md');
  clock.advance(3_600_000);
  expect(await m.cycle()).toMatchObject({ outcome: 'held' });
});

test('an emptied file stays held when GIIP shows the push from before the crash only later', async () => {
  const { m, giip } = await inStep({ 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '');
  expect(await m.cycle({ wasKilled: true })).toMatchObject({ outcome: 'held' });
  giip.setDoc('docs/a.md', 'pushed before the crash\n');
  expect(await m.cycle()).toMatchObject({ outcome: 'conflicts' });
  giip.removeDoc('docs/a.md');
  expect(await m.cycle({ audit: true })).toMatchObject({ outcome: 'held' });
});

test('what is held for how it came about stays held while it cannot be read', async () => {
  const { m, giip } = await inStep({ 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', '');
  expect(await m.cycle({ wasKilled: true })).toMatchObject({ outcome: 'held' });
  m.files.interfere(({ call }) => (call === 'read' ? { code: 'write-failed', detail: 'EBUSY' } : undefined));
  await m.cycle({ audit: true });
  m.files.interfere(() => undefined);
  expect(await m.cycle({ audit: true })).toMatchObject({ outcome: 'held' });
  expect(giip.doc('docs/a.md')).toBe('v0\n');
});

test('a hash goes with the rejections it spoke for: a config that was broken and is as it was before', async () => {
  const { m, giip } = await inStep({ 'configs/c.json': '{"c":1}', 'docs/b.md': 'b\n' });
  giip.setConfig('c.json', '{"c":');
  await m.cycle();
  const broken = m.state.facts.get('cursor')?.config;
  giip.setConfig('c.json', '{"c":1}');
  let held: string | undefined = broken;
  m.faults.beforeCommit = () => {
    held = m.state.facts.get('rejected')?.config.length === 0 ? m.state.facts.get('cursor')?.config : held;
  };
  await m.cycle();
  expect(held).not.toBe(broken);
});

test('who writes faster than one cycle may send is not told that all is verified', async () => {
  const { m, giip, twists } = await inStep({ 'docs/a.md': 'v0\n', 'docs/b.md': 'b\n' });
  let saves = 0;
  twists.before = (call) => {
    saves += 1;
    // An engine that follows for ever must fail here, not hang.
    if (call === 'push' && saves < 40) m.files.edit('docs/a.md', `save ${saves}\n`);
  };
  m.files.edit('docs/a.md', 'first\n');
  expect(await m.cycle()).toMatchObject({ verified: false });
  expect(giip.doc('docs/a.md')).not.toBe(m.files.text('docs/a.md'));
  twists.before = () => undefined;
  expect(await m.cycle()).toMatchObject({ outcome: 'inSync', verified: true });
});
