import { expect, test } from 'vitest';
import { createWorld } from './world.ts';

test('two machines and GIIP come in step: pull, push, merge', async () => {
  const { giip, machine } = createWorld();
  const [ann, bob] = [machine(), machine()];
  giip.setDoc('docs/a.md', 'one\ntwo\nthree\n');
  giip.setConfig('agent.json', '{"a":1}');
  ann.files.edit('docs/b.md', 'mine\r\n');

  expect(await ann.cycle()).toMatchObject({
    outcome: 'inSync',
    pulled: ['configs/agent.json', 'docs/a.md'],
    pushed: ['docs/b.md'],
    verified: true,
  });
  expect(await bob.cycle()).toMatchObject({ outcome: 'inSync', verified: true });
  ann.files.edit('docs/a.md', 'ONE\ntwo\nthree\n');
  bob.files.edit('docs/a.md', 'one\ntwo\nthree\nfour\n');
  await ann.cycle();
  expect(await bob.cycle()).toMatchObject({
    merged: ['docs/a.md'],
    pushed: ['docs/a.md'],
    outcome: 'inSync',
  });
  expect(await ann.cycle()).toMatchObject({ pulled: ['docs/a.md'] });

  for (const { files } of [ann, bob]) expect(files.text('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\n');
  expect(giip.doc('docs/a.md')).toBe('ONE\ntwo\nthree\nfour\n');
  expect(bob.files.text('docs/b.md')).toBe('mine\r\n');
});
