import { expect } from 'vitest';
import { test } from './support/scenario-test.ts';

test('what one writes reaches the other, and both work on', async ({ machine: one, another, giip }) => {
  const two = another();
  one.write('docs/a.md', 'a1\na2\na3\na4\na5\n');
  one.write('configs/c.json', '{\n  "x": 1,\n  "y": 1\n}\n');
  expect(await one.sync()).toMatchObject({ code: 0, pushed: ['configs/c.json', 'docs/a.md'] });
  expect(await two.sync()).toMatchObject({ code: 0, pulled: ['configs/c.json', 'docs/a.md'] });
  expect(two.read('docs/a.md')).toBe('a1\na2\na3\na4\na5\n');

  // Both edit before either syncs: the second one joins.
  one.write('docs/a.md', 'one\na2\na3\na4\na5\n');
  two.write('docs/a.md', 'a1\na2\na3\na4\ntwo\n');
  one.write('configs/c.json', '{\n  "x": 2,\n  "y": 1\n}\n');
  two.write('configs/c.json', (two.read('configs/c.json') ?? '').replace('"y": 1', '"y": 2'));
  expect(await one.sync()).toMatchObject({ code: 0, pushed: ['configs/c.json', 'docs/a.md'] });
  expect(await two.sync()).toMatchObject({ code: 0, merged: ['configs/c.json', 'docs/a.md'] });
  expect(await one.sync()).toMatchObject({ code: 0, pulled: ['configs/c.json', 'docs/a.md'] });
  for (const machine of [one, two]) {
    expect(machine.read('docs/a.md')).toBe('one\na2\na3\na4\ntwo\n');
    expect(JSON.parse(machine.read('configs/c.json') ?? '')).toEqual({ x: 2, y: 2 });
  }
  giip.requests.length = 0;
  for (const machine of [one, two, one, two])
    expect(await machine.sync()).toMatchObject({ code: 0, pulled: [], pushed: [], merged: [], requests: 1 });
});

test('a conflict belongs to the one who came second; the decision reaches the first', async ({
  machine: one,
  another,
  giip,
}) => {
  const two = another();
  one.write('docs/a.md', 'start\n');
  await one.sync();
  await two.sync();
  one.write('docs/a.md', 'one\n');
  two.write('docs/a.md', 'two\n');
  expect(await one.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  expect(await two.sync()).toMatchObject({ code: 4, conflicts: [{ path: 'docs/a.md', kind: 'edit/edit' }] });
  expect([one.read('docs/a.md'), two.read('docs/a.md'), giip.doc('docs/a.md')]).toEqual([
    'one\n',
    'two\n',
    'one\n',
  ]);
  expect(await one.sync()).toMatchObject({ code: 0 });
  expect((await two.run('resolve', 'docs/a.md', '--take', 'mine')).code).toBe(0);
  expect(await two.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  expect(await one.sync()).toMatchObject({ code: 0, pulled: ['docs/a.md'] });
  expect([one.read('docs/a.md'), giip.doc('docs/a.md')]).toEqual(['two\n', 'two\n']);
});

test('both keep both: every text stands in a file of its own on every side, and that is the end of it', async ({
  machine: one,
  another,
  giip,
}) => {
  const two = another();
  one.write('docs/a.md', 'start\n');
  one.write('configs/c.json', '{ "x": 1 }\n');
  await one.sync();
  await two.sync();
  for (const [machine, name] of [
    [one, 'one'],
    [two, 'two'],
  ] as const) {
    machine.write('docs/a.md', `${name}\n`);
    machine.write('configs/c.json', `{ "x": "${name}" }\n`);
  }
  giip.setDoc('docs/a.md', 'theirs\n');
  giip.setConfig('c.json', '{"x":"theirs"}');
  for (const machine of [one, two]) expect(await machine.sync()).toMatchObject({ code: 4 });
  for (const machine of [one, two])
    expect((await machine.run('resolve', '--all', '--take', 'both')).code).toBe(0);
  expect(await one.sync()).toMatchObject({ code: 0, outcome: 'inSync' });
  // What the first one decided is new to the second one: it is asked once more, and then it is settled.
  expect(await two.sync()).toMatchObject({ code: 4 });
  expect((await two.run('resolve', '--all', '--take', 'both')).code).toBe(0);
  for (const machine of [two, one]) expect(await machine.sync()).toMatchObject({ code: 0, conflicts: [] });

  const { docs, configs } = giip.content();
  const quiet = { code: 0, outcome: 'inSync', pulled: [], pushed: [], merged: [], conflicts: [] };
  for (const machine of [one, two, one, two]) expect(await machine.sync()).toMatchObject(quiet);
  expect([...giip.content().docs]).toEqual([...docs]);
  expect([...docs.values()].sort()).toEqual(['one\n', 'theirs\n', 'two\n']);
  expect([...configs.values()].map((text) => JSON.parse(text).x).sort()).toEqual(['one', 'theirs', 'two']);
  for (const machine of [one, two]) {
    for (const [name, text] of docs) expect(machine.read(name)).toBe(text);
    for (const [name, text] of configs)
      expect(JSON.parse(machine.read(`configs/${name}`) ?? '')).toEqual(JSON.parse(text));
  }
});

test('a deletion on one leaves the other alone', async ({ machine: one, another, giip }) => {
  const two = another();
  one.write('docs/a.md', 'a\n');
  await one.sync();
  await two.sync();
  one.remove('docs/a.md');
  expect(await one.sync()).toMatchObject({ code: 0, deletedHere: ['docs/a.md'] });
  expect(await two.sync()).toMatchObject({ code: 0, pulled: [], pushed: [] });
  two.write('docs/a.md', 'a, later\n');
  expect(await two.sync()).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  expect(await one.sync()).toMatchObject({
    code: 4,
    conflicts: [{ path: 'docs/a.md', kind: 'delete/edit' }],
  });
  expect([one.read('docs/a.md'), giip.doc('docs/a.md')]).toEqual([null, 'a, later\n']);
});

test('two at once lose nothing', async ({ machine: one, another, giip }) => {
  const two = another();
  const both = [one, two] as const;
  const names = Array.from({ length: 6 }, (_, n) => n);
  for (const n of names) {
    one.write(`docs/one-${n}.md`, `one ${n}\n`);
    two.write(`docs/two-${n}.md`, `two ${n}\n`);
    await Promise.all(both.map((machine) => machine.sync()));
  }
  for (const machine of both) expect((await machine.sync()).code).toBe(0);
  const wanted = names.flatMap((n) => [`one-${n}`, `two-${n}`]);
  for (const name of wanted) {
    const text = `${name.replace('-', ' ')}\n`;
    expect([one.read(`docs/${name}.md`), two.read(`docs/${name}.md`), giip.doc(`docs/${name}.md`)]).toEqual([
      text,
      text,
      text,
    ]);
  }
});
