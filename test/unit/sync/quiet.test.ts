import { expect, test } from 'vitest';
import { inStep, sha256 } from './world.ts';

test('a file that was touched a moment ago is read again next time; one that rests is not', async () => {
  const { m, clock } = await inStep({ 'docs/a.md': 'a\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', 'a2\n');
  await m.cycle();
  // Another save within the clock's grain would look the same, so this one is not remembered yet.
  expect(m.state.scans.get('docs/a.md')?.version.id).not.toBe(sha256('a2\n'));
  clock.advance(3_000);
  await m.cycle();
  expect(m.state.scans.get('docs/a.md')?.version.id).toBe(sha256('a2\n'));
  const read: unknown[] = [];
  m.files.interfere(({ call, path }) => {
    if (call === 'read') read.push(path);
    return undefined;
  });
  await m.cycle();
  expect(read).toEqual([]);
  await m.cycle({ audit: true });
  expect(read).toEqual(['docs/a.md', 'docs/b.md']);
});

test('GIIP’s change is part of ours: the file is not written again, and goes out as it stands', async () => {
  const { m, giip } = await inStep({ 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', 'ONE\ntwo\nTHREE\n');
  giip.setDoc('docs/a.md', 'one\ntwo\nTHREE\n');
  const writes = m.files.writes();
  expect(await m.cycle()).toMatchObject({ merged: ['docs/a.md'], pushed: ['docs/a.md'], outcome: 'inSync' });
  expect(m.files.writes()).toBe(writes);
  expect(giip.doc('docs/a.md')).toBe('ONE\ntwo\nTHREE\n');
});

test('our change is part of GIIP’s: it is written here, and nothing goes out', async () => {
  const { m, giip } = await inStep({ 'docs/a.md': 'one\ntwo\nthree\n', 'docs/b.md': 'b\n' });
  m.files.edit('docs/a.md', 'ONE\ntwo\nthree\n');
  giip.setDoc('docs/a.md', 'ONE\ntwo\nTHREE\n');
  const pushes = m.remote.pushes.length;
  expect(await m.cycle()).toMatchObject({ merged: ['docs/a.md'], pushed: [], outcome: 'inSync' });
  expect(m.remote.pushes).toHaveLength(pushes);
  expect(m.files.text('docs/a.md')).toBe('ONE\ntwo\nTHREE\n');
});
