import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

interface LocalOnly {
  readonly files: readonly (readonly [path: string, content: string | Buffer])[];
  readonly reason: RegExp;
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const LOCAL: readonly (readonly [row: string, local: LocalOnly])[] = [
  [
    'E01 texts in CP949, Shift-JIS, Latin-1 and UTF-16',
    {
      files: [
        ['docs/cp949.md', Buffer.from('c7d1b1db', 'hex')],
        ['docs/latin1.md', Buffer.from('caf\xe9', 'latin1')],
        ['docs/sjis.md', Buffer.from('93fa967b8cea', 'hex')],
        ['docs/utf16.md', utf16('한글')],
        [
          'configs/cp949.json',
          Buffer.concat([Buffer.from('{"a":"'), Buffer.from('c7d1', 'hex'), Buffer.from('"}')]),
        ],
        ['configs/utf16.json', utf16('{"a":1}')],
      ],
      reason: /not UTF-8/,
    },
  ],
  ['E08 a NUL makes a file binary', { files: [['docs/binary.md', 'a\0b']], reason: /binary/ }],
  [
    'E11 configurations that are no JSON, with line and column',
    {
      files: [
        ['configs/comment.json', '{\n  // why\n  "a": 1\n}'],
        ['configs/comma.json', '{"a":1,}'],
        ['configs/half.json', '{"a":1,\n"b":'],
        ['configs/single.json', "{'a':1}"],
        ['configs/two.json', '{"a":1}{"b":2}'],
      ],
      reason: /not valid JSON: .* line \d+, column \d+/,
    },
  ],
  [
    'E11 configurations that hold no object and no list, one key twice, or nothing',
    {
      files: [
        ['configs/number.json', '7'],
        ['configs/text.json', '"text"'],
        ['configs/null.json', 'null'],
        ['configs/twice.json', '{"a":1,"a":2}'],
        ['configs/empty.json', ''],
        ['configs/blank.json', ' \r\n'],
      ],
      reason: /not a JSON object or list|twice|empty/,
    },
  ],
  [
    'E14 names that other systems cannot have',
    {
      files: [
        ['docs/back\\slash.md', 'x'],
        ['docs/co:lon.md', 'x'],
        ['docs/con.md', 'x'],
        ['docs/trailing.', 'x'],
        ['docs/sub?/x.md', 'x'],
        ['docs/new\nline.md', 'x'],
        ['configs/aux.json', '{}'],
      ],
      reason: /./,
    },
  ],
];

describe('LOCAL: not uploaded, listed with the reason', () => {
  test.for(LOCAL)('%s', async ([, { files, reason }], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    for (const [path, content] of files) machine.write(path, content);
    machine.write('docs/beside.md', 'beside\n');
    const before = readTree(machine.workspace);
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pushed: ['docs/beside.md'], pulled: [] });
    // A folder that no item can stand in is named once, whatever is in it.
    const listed = files.map(([path]) => path.replace('sub?/x.md', 'sub?')).sort();
    expect(met.rejected.map(({ path }) => path).sort()).toEqual(listed);
    for (const entry of met.rejected) expect(entry.reason).toMatch(reason);
    expect(readTree(machine.workspace)).toEqual(before);
    expect([...giip.content().docs.keys()].sort()).toEqual(['docs/beside.md', 'docs/known.md']);
    expect([...giip.content().configs.keys()]).toEqual(['known.json']);
    for (const [path] of files) machine.remove(path.replace('sub?/x.md', 'sub?'));
    await worksAgain(world);
  });

  test('E01 E11 a known item that becomes unreadable is neither deleted nor overwritten', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const broken = [
      ['docs/known.md', Buffer.from('caf\xe9', 'latin1')],
      ['configs/known.json', Buffer.from('{"known":')],
    ] as const;
    for (const [path, bytes] of broken) machine.write(path, bytes);
    giip.setDoc('docs/known.md', 'changed there\n');
    giip.setConfig('known.json', '{"known":"there"}');
    const before = readTree(machine.workspace);
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pulled: [], pushed: [], deletedHere: [] });
    expect(met.rejected.map(({ path }) => path)).toEqual(['configs/known.json', 'docs/known.md']);
    expect(readTree(machine.workspace)).toEqual(before);
    expect([giip.doc('docs/known.md'), giip.config('known.json')]).toEqual([
      'changed there\n',
      '{"known":"there"}',
    ]);
    machine.write('docs/known.md', 'known\n');
    machine.write('configs/known.json', '{"known":1}');
    const pulled = ['configs/known.json', 'docs/known.md'];
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled, rejected: [] });
    await worksAgain(world);
  });

  test('E13 a name that is not UTF-8 is listed and hides nothing beside it', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    const odd = Buffer.concat([
      Buffer.from(join(machine.workspace, 'docs/')),
      Buffer.from('c7d1', 'hex'),
      Buffer.from('.md'),
    ]);
    writeFileSync(odd, 'odd\n');
    machine.write('docs/beside.md', 'beside\n');
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pushed: ['docs/beside.md'], rejected: [{ reason: /Unicode/ }] });
    expect(giip.content().docs.size).toBe(2);
  });
});

describe('bytes that stay as they are', () => {
  test('E02 a byte-order mark is the disk’s business', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('configs/mark.json', '\ufeff{\r\n  "a":  1\r\n}\r\n');
    machine.write('docs/mark.md', '\ufeffone\r\ntwo\r\n');
    expect(await syncInProcess(machine)).toMatchObject({
      code: 0,
      pushed: ['configs/mark.json', 'docs/mark.md'],
    });
    expect(JSON.parse(giip.config('mark.json') ?? '')).toEqual({ a: 1 });
    expect(giip.doc('docs/mark.md')).not.toContain('\ufeff');
    expect(machine.read('configs/mark.json')).toBe('\ufeff{\r\n  "a":  1\r\n}\r\n');
    expect(machine.read('docs/mark.md')).toBe('\ufeffone\r\ntwo\r\n');
    await worksAgain(world);
  });

  test('E03 a GIIP that answers LF for our CRLF: 20 cycles, nothing is written or sent', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.switches.normalise = 'lf';
    machine.write('docs/crlf.md', 'one\r\ntwo\r\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/crlf.md'] });
    expect(giip.doc('docs/crlf.md')).toBe('one\ntwo\n');
    const before = readTree(machine.workspace);
    giip.requests.length = 0;
    for (let n = 0; n < 20; n += 1)
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [] });
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    expect(readTree(machine.workspace)).toEqual(before);
  });

  // The research holds after three flips; by design white space at the edges is never a reason to write or to send.
  test('E04 a GIIP that trims and adds a final newline in turn: nothing is written or sent', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/edge.md', '\n  text \n\n');
    await syncInProcess(machine);
    const before = readTree(machine.workspace);
    giip.requests.length = 0;
    for (let n = 0; n < 10; n += 1) {
      giip.setDoc('docs/edge.md', n % 2 === 0 ? 'text' : 'text\n');
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], conflicts: [] });
    }
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    expect(readTree(machine.workspace)).toEqual(before);
    await worksAgain(world);
  });

  test.for([
    ['E05 with question marks', '??? ??\n'],
    ['E06 read in another encoding', Buffer.from('한국어 문서\n').toString('latin1')],
  ] as const)('%s: HOLD, GIIP’s damaged copy replaces nothing', async ([, damaged], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/korean.md', '한국어 문서\n');
    await syncInProcess(machine);
    giip.setDoc('docs/korean.md', damaged);
    for (let n = 0; n < 2; n += 1)
      expect(await syncInProcess(machine)).toMatchObject({
        code: 4,
        pulled: [],
        pushed: [],
        conflicts: [{ path: 'docs/korean.md', kind: 'damaged' }],
      });
    expect(machine.read('docs/korean.md')).toBe('한국어 문서\n');
    expect(giip.doc('docs/korean.md')).toBe(damaged);
    giip.setDoc('docs/korean.md', '한국어 문서\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, conflicts: [] });
    await worksAgain(world);
  });

  test('E07 two Unicode forms of a text are two texts', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    for (const text of ['\u00e9\n', 'e\u0301\n', '\u00e9\u00e9\n', 'e\u0301\u00e9\n']) {
      giip.setDoc('docs/known.md', text);
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/known.md'] });
      expect(machine.read('docs/known.md')).toBe(text);
    }
    machine.write('docs/known.md', 'e\u0301e\u0301\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/known.md'] });
    expect(giip.doc('docs/known.md')).toBe('e\u0301e\u0301\n');
    await worksAgain(world);
  });
});

describe('emptied files', () => {
  test('E09 a file that is empty after an unclean stop is held, never pushed by itself', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const { arrived } = giip.hold('get');
    const running = machine.start('sync');
    const ended = once(running.child, 'exit');
    await arrived;
    running.child.kill('SIGKILL');
    await ended;
    machine.write('docs/known.md', '');
    for (let n = 0; n < 2; n += 1)
      expect(await syncInProcess(machine)).toMatchObject({
        code: 6,
        pushed: [],
        held: [{ path: 'docs/known.md' }],
      });
    expect(giip.doc('docs/known.md')).toBe('known\n');
    machine.write('docs/known.md', 'known\n');
    await worksAgain(world);
  });

  test('E10 a file that a person empties is pushed, and the old text is in history', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/known.md', '');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/known.md'] });
    expect(giip.doc('docs/known.md')).toBe('');
    const { stdout } = await machine.run('history', 'docs/known.md', '--json');
    const { versions } = JSON.parse(stdout) as { readonly versions: readonly { readonly id: string }[] };
    const restored = await machine.run('restore', 'docs/known.md', '--version', versions.at(-1)?.id ?? '');
    expect(restored.code).toBe(0);
    expect(machine.read('docs/known.md')).toBe('known\n');
    await syncInProcess(machine);
    await worksAgain(world);
  });
});
