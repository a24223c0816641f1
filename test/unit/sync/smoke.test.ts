import { expect, test } from 'vitest';
import { createWorld } from './world.ts';

test('smoke', async () => {
  const w = createWorld();
  const a = w.machine();
  w.giip.setDoc('docs/a.md', 'hello\n');
  w.giip.setConfig('agent.json', '{"a":1}');
  a.files.edit('docs/b.md', 'mine\r\n');
  const r = await a.cycle();
  expect(r).toMatchObject({ outcome: 'inSync', pulled: ['configs/agent.json', 'docs/a.md'], pushed: ['docs/b.md'], verified: true });
  expect(w.giip.doc('docs/b.md')).toBe('mine\r\n');
  const b = w.machine();
  const rb = await b.cycle();
  expect(rb).toMatchObject({ outcome: 'inSync', verified: true });
  console.log(r, rb, a.remote.pulls, [...a.files.texts()], [...b.files.texts()]);
  b.files.edit('docs/a.md', 'hello\nworld\n');
  console.log(await b.cycle(), await a.cycle());
  a.files.edit('docs/a.md', 'Hello\nworld\n');
  b.files.edit('docs/a.md', 'hello\nworld\nagain\nmore\n');
  console.log(await a.cycle(), await b.cycle(), await a.cycle());
  console.log([...a.files.texts()], [...b.files.texts()]);
});
