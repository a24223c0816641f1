import { expect } from 'vitest';
import { test } from './support/scenario-test.ts';

test('nothing on either side is in step at once', async ({ machine }) => {
  expect(await machine.sync()).toMatchObject({
    code: 0,
    outcome: 'inSync',
    verified: true,
    pulled: [],
    pushed: [],
  });
});

test('what only one side has goes to the other, and the second sync has nothing to do', async ({
  machine,
  giip,
}) => {
  machine.write('configs/here.json', '{"a": 1}');
  machine.write('docs/sub/here.md', 'here\n');
  giip.setConfig('there.json', '{"b": [1, 2]}');
  giip.setDoc('docs/sub/there.md', 'there\n');
  expect(await machine.sync()).toMatchObject({
    code: 0,
    pulled: ['configs/there.json', 'docs/sub/there.md'],
    pushed: ['configs/here.json', 'docs/sub/here.md'],
    conflicts: [],
    verified: true,
  });
  expect(JSON.parse(machine.read('configs/there.json') ?? '')).toEqual({ b: [1, 2] });
  expect(machine.read('docs/sub/there.md')).toBe('there\n');
  expect(giip.config('here.json')).toBe('{"a": 1}');
  expect(giip.doc('docs/sub/here.md')).toBe('here\n');
  giip.requests.length = 0;
  expect(await machine.sync()).toMatchObject({ code: 0, pulled: [], pushed: [], merged: [], requests: 1 });
  expect(giip.requests.map(({ call }) => call)).toEqual(['get']);
});

test('what is the same on both sides is adopted without a transfer', async ({ machine, giip }) => {
  machine.write('configs/agent.json', '\ufeff{\r\n    "b":  1,\r\n    "a":  2\r\n}\r\n');
  machine.write('docs/a.md', '\ufeffone\r\ntwo\r\n');
  giip.setConfig('agent.json', '{"a":2,"b":1}');
  giip.setDoc('docs/a.md', 'one\ntwo\n');
  expect(await machine.sync()).toMatchObject({ code: 0, pulled: [], pushed: [] });
  expect(giip.requests.every(({ call }) => call === 'get')).toBe(true);
  expect(machine.read('docs/a.md')).toBe('\ufeffone\r\ntwo\r\n');
});

test('what differs without a common version is nobody’s to overwrite', async ({ machine, giip }) => {
  machine.write('docs/a.md', 'mine\n');
  machine.write('configs/a.json', '{"v":"mine"}');
  giip.setDoc('docs/a.md', 'theirs\n');
  giip.setConfig('a.json', '{"v":"theirs"}');
  expect(await machine.sync()).toMatchObject({
    code: 4,
    outcome: 'conflicts',
    conflicts: [
      { path: 'configs/a.json', kind: 'new/new' },
      { path: 'docs/a.md', kind: 'new/new' },
    ],
  });
  expect([machine.read('docs/a.md'), giip.doc('docs/a.md')]).toEqual(['mine\n', 'theirs\n']);
  expect([machine.read('configs/a.json'), giip.config('a.json')]).toEqual(['{"v":"mine"}', '{"v":"theirs"}']);
});

test('files that are no items stay out of it', async ({ machine, giip }) => {
  machine.write('configs/sub/deep.json', '{}');
  machine.write('configs/notes.txt', 'text');
  machine.write('docs/picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
  machine.write('secrets.env', 'KEY=1');
  machine.write('docs/a.md', 'a\n');
  const report = await machine.sync();
  expect(report).toMatchObject({ code: 0, pushed: ['docs/a.md'] });
  expect(report.rejected.map(({ path }) => path)).toContain('docs/picture.png');
  expect([...giip.content().docs.keys()]).toEqual(['docs/a.md']);
  expect([...giip.content().configs.keys()]).toEqual([]);
});
