import { describe, expect } from 'vitest';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import type { Machine } from './support/machine.ts';
import { test } from './support/scenario-test.ts';

/** As Windows PowerShell writes it: a byte order mark, CRLF, two spaces after colons, a number beyond 2^53. */
const POWERSHELL = [
  '\ufeff{',
  '    "zeta":  9007199254740993,',
  '    "name":  "agent",',
  '    "list":  [',
  '                 1.50,',
  '                 2',
  '             ],',
  '    "level":  "info"',
  '}',
  '',
].join('\r\n');
const DOCUMENT = '\ufeffone\r\ntwo\r\nthree\r\nfour\r\nfive\r\n';

async function inStep(machine: Machine, giip: TestGiip): Promise<void> {
  machine.write('configs/agent.json', POWERSHELL);
  machine.write('docs/a.md', DOCUMENT);
  expect(await machine.sync()).toMatchObject({ code: 0 });
  giip.requests.length = 0;
}

describe('an edit', () => {
  test('here reaches GIIP', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.write('docs/a.md', DOCUMENT.replace('two', 'zwei'));
    expect(await machine.sync()).toMatchObject({
      code: 0,
      pushed: ['docs/a.md'],
      pulled: [],
      verified: true,
    });
    expect(giip.doc('docs/a.md')?.replaceAll('\r\n', '\n')).toBe('one\nzwei\nthree\nfour\nfive\n');
    expect(machine.read('docs/a.md')).toBe(DOCUMENT.replace('two', 'zwei'));
  });

  test('here pushes the changed item only, digits untouched', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.write('configs/agent.json', POWERSHELL.replace('info', 'debug'));
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: ['configs/agent.json'] });
    const puts = giip.requests.filter(({ call }) => call === 'put');
    expect(puts).toHaveLength(1);
    expect(puts[0]?.json).not.toHaveProperty('changedDocs');
    expect(puts[0]?.text).toContain('9007199254740993');
    expect(giip.config('agent.json')).toMatch(/9007199254740993.*1\.50.*"debug"/s);
  });

  test('on GIIP reaches a document in the style that it has here', async ({ machine, giip }) => {
    await inStep(machine, giip);
    giip.setDoc('docs/a.md', 'one\ntwo\n셋\nfour\nfive\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pulled: ['docs/a.md'], pushed: [] });
    expect(machine.read('docs/a.md')).toBe(DOCUMENT.replace('three', '셋'));
  });

  test('on GIIP changes one value of a config and no other byte', async ({ machine, giip }) => {
    await inStep(machine, giip);
    giip.setConfig('agent.json', '{"level":"debug","list":[1.50,2],"name":"agent","zeta":9007199254740993}');
    expect(await machine.sync()).toMatchObject({ code: 0, pulled: ['configs/agent.json'], pushed: [] });
    expect(machine.read('configs/agent.json')).toBe(POWERSHELL.replace('info', 'debug'));
  });

  test('on GIIP of a digit beyond 2^53 is an edit', async ({ machine, giip }) => {
    await inStep(machine, giip);
    giip.setConfig('agent.json', '{"zeta":9007199254740992,"name":"agent","list":[1.50,2],"level":"info"}');
    expect(await machine.sync()).toMatchObject({ code: 0, pulled: ['configs/agent.json'] });
    expect(machine.read('configs/agent.json')).toBe(
      POWERSHELL.replace('9007199254740993', '9007199254740992'),
    );
  });
});

describe('edits on both sides', () => {
  test('in different lines are joined in the style of this computer', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.write('docs/a.md', DOCUMENT.replace('one', 'eins'));
    giip.setDoc('docs/a.md', 'one\ntwo\nthree\nfour\nfünf\n');
    expect(await machine.sync()).toMatchObject({
      code: 0,
      merged: ['docs/a.md'],
      conflicts: [],
      verified: true,
    });
    const joined = DOCUMENT.replace('one', 'eins').replace('five', 'fünf');
    expect(machine.read('docs/a.md')).toBe(joined);
    expect(
      giip
        .doc('docs/a.md')
        ?.replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n'),
    ).toBe('eins\ntwo\nthree\nfour\nfünf\n');
    expect(await machine.sync()).toMatchObject({ code: 0, merged: [], pushed: [], requests: 1 });
  });

  test('of different keys are joined byte for byte but for the values', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.write('configs/agent.json', POWERSHELL.replace('"agent"', '"worker"'));
    giip.setConfig('agent.json', '{"zeta":9007199254740993,"name":"agent","list":[1.50,2],"level":"debug"}');
    expect(await machine.sync()).toMatchObject({ code: 0, merged: ['configs/agent.json'], conflicts: [] });
    expect(machine.read('configs/agent.json')).toBe(
      POWERSHELL.replace('"agent"', '"worker"').replace('info', 'debug'),
    );
    expect(JSON.parse(giip.config('agent.json') ?? '')).toMatchObject({ name: 'worker', level: 'debug' });
    expect(giip.config('agent.json')).toContain('9007199254740993');
  });

  test('that are the same edit need no push', async ({ machine, giip }) => {
    await inStep(machine, giip);
    machine.write('docs/a.md', DOCUMENT.replace('two', 'zwei'));
    giip.setDoc('docs/a.md', 'one\nzwei\nthree\nfour\nfive\n');
    expect(await machine.sync()).toMatchObject({ code: 0, pushed: [], pulled: [], conflicts: [] });
    expect(giip.requests.every(({ call }) => call === 'get')).toBe(true);
  });
});

test('an unreadable item is neither a deletion nor an upload, and holds up nothing else', async ({
  machine,
  giip,
}) => {
  await inStep(machine, giip);
  machine.write('configs/agent.json', '{"half": ');
  machine.write('docs/b.md', 'b\n');
  const report = await machine.sync();
  expect(report).toMatchObject({ code: 0, pushed: ['docs/b.md'], deletedHere: [] });
  expect(report.rejected.map(({ path }) => path)).toEqual(['configs/agent.json']);
  expect(giip.config('agent.json')).toContain('"zeta"');
  expect(machine.read('configs/agent.json')).toBe('{"half": ');
});
