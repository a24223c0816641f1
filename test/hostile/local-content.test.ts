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
