import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { LSSN, TOKEN } from '../scenario/support/machine.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { filesWith } from '../unit/workspace/faulty-files.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { ownEngine } from './support/own-engine.ts';

describe('somebody types meanwhile', () => {
  test.for([
    ['L01 in place', (file: string) => writeFileSync(file, 'typed meanwhile\n')],
    [
      'L02 by an atomic save',
      (file: string) => {
        writeFileSync(`${file}.part`, 'typed meanwhile\n');
        renameSync(`${file}.part`, file);
      },
    ],
  ] as const)('%s, between the scan and the write: HOLD, the edit stays', async ([, type], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/known.md', 'changed there\n');
    giip.setDoc('docs/new.md', 'new there\n');
    const end = giip.onBefore('get', () => {
      end();
      for (const path of ['docs/known.md', 'docs/new.md']) type(join(machine.workspace, path));
    });
    for (let n = 0; n < 2; n += 1) await syncInProcess(machine);
    const conflicts = [
      { path: 'docs/known.md', kind: 'edit/edit' },
      { path: 'docs/new.md', kind: 'new/new' },
    ];
    expect(await syncInProcess(machine)).toMatchObject({ code: 4, pulled: [], pushed: [], conflicts });
    for (const path of ['docs/known.md', 'docs/new.md']) expect(machine.read(path)).toBe('typed meanwhile\n');
    expect([giip.doc('docs/known.md'), giip.doc('docs/new.md')]).toEqual(['changed there\n', 'new there\n']);
    expect((await machine.run('resolve', '--all', '--take', 'server')).code).toBe(0);
    await worksAgain(world);
  });

  test('L03 a file that is deleted while it is pushed is not made again by the look after it', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/known.md', 'edited\n');
    const end = giip.onBefore('put', () => {
      end();
      machine.remove('docs/known.md');
    });
    for (let n = 0; n < 3; n += 1) await syncInProcess(machine);
    expect(machine.read('docs/known.md')).toBeNull();
    expect(giip.doc('docs/known.md')).toBe('edited\n');
    expect((await syncInProcess(machine)).deletedHere).toEqual(['docs/known.md']);
  });

  test('L10 a file that changes on every look is passed over and listed; the others go on', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/busy.md', '0');
    // Whoever has just read it finds out that it has grown since.
    const read = (file: number, buffer: Buffer, offset: number, length: number, position: number): number => {
      const count = readSync(file, buffer, offset, length, position);
      if (buffer.toString('utf8', 0, 1) === '0') appendFileSync(join(machine.workspace, 'docs/busy.md'), '0');
      return count;
    };
    const own = await ownEngine(world, { files: filesWith({ readSync: read as typeof readSync }) });
    giip.setDoc('docs/good.md', 'good\n');
    const met = await own.cycle();
    expect(met).toMatchObject({ outcome: 'inSync', pulled: ['docs/good.md'], pushed: [] });
    expect(met.rejected).toEqual([{ path: 'docs/busy.md', reason: 'changing on every look' }]);
    expect(giip.doc('docs/busy.md')).toBeUndefined();
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/busy.md'], rejected: [] });
    await worksAgain(world);
  });
});

describe('names that move', () => {
  test('L04 a renamed file: the new name is pushed, the old one stays on GIIP and is shown', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    renameSync(join(machine.workspace, 'docs/known.md'), join(machine.workspace, 'docs/renamed.md'));
    const shown = { code: 0, deletedHere: ['docs/known.md'] };
    expect(await syncInProcess(machine)).toMatchObject({ ...shown, pushed: ['docs/renamed.md'] });
    expect(await syncInProcess(machine)).toMatchObject({ ...shown, pushed: [], pulled: [] });
    expect([...giip.content().docs]).toEqual([
      ['docs/known.md', 'known\n'],
      ['docs/renamed.md', 'known\n'],
    ]);
  });

  // Where case counts, the two names are two files: neither is written over the other, no second item is made.
  test('L05 a rename that only changes case makes no second item on GIIP', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    renameSync(join(machine.workspace, 'docs/known.md'), join(machine.workspace, 'docs/Known.md'));
    for (let n = 0; n < 2; n += 1) {
      const met = await syncInProcess(machine);
      expect(met).toMatchObject({ code: 0, pushed: [], pulled: [], deletedHere: [] });
      expect(met.rejected.map(({ path }) => path)).toContain('docs/Known.md');
    }
    expect([...giip.content().docs.keys()]).toEqual(['docs/known.md']);
    expect(readdirSync(join(machine.workspace, 'docs'))).toEqual(['Known.md']);
    renameSync(join(machine.workspace, 'docs/Known.md'), join(machine.workspace, 'docs/known.md'));
    await worksAgain(world);
  });

  test.for([
    ['gone', 'workspace-missing', 2],
    ['another folder', 'workspace-replaced', 1],
  ] as const)(
    'L06 the folder is %s: PAUSE, nothing is made anew, nothing is sent',
    async ([what, code, exit], { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      const moved = join(machine.root, 'moved');
      renameSync(machine.workspace, moved);
      if (what === 'another folder') mkdirSync(join(machine.workspace, 'docs'), { recursive: true });
      giip.requests.length = 0;
      const before = readTree(moved);
      const met = await syncInProcess(machine);
      expect(met).toMatchObject({ code: exit, error: { code }, requests: 0 });
      rmSync(machine.workspace, { recursive: true, force: true });
      expect(readTree(moved)).toEqual(before);
      expect(giip.requests).toEqual([]);
      renameSync(moved, machine.workspace);
      await worksAgain(world);
    },
  );
});

describe('whole trees', () => {
  // The research asks before 500 changed files are sent; by design what is held is a jump back to the committed text.
  test('L08 git stash turns every tracked file back: held, nothing is sent', async ({ world }) => {
    const { giip, machine } = world;
    const git = (...words: readonly string[]): void => {
      const identity = [
        '-c',
        'user.name=t',
        '-c',
        'user.email=t@example.com',
        '-c',
        'init.defaultBranch=main',
      ];
      expect(spawnSync('git', [...identity, ...words], { cwd: machine.home }).status).toBe(0);
    };
    const names = Array.from({ length: 30 }, (_, n) => `docs/${n}.md`).sort();
    for (const name of names) machine.write(name, 'committed\n');
    git('init');
    git('add', '.');
    git('commit', '-m', 'all');
    expect((await syncInProcess(machine)).pushed).toHaveLength(names.length);
    for (const name of names) machine.write(name, `edited ${name}\n`);
    expect((await syncInProcess(machine)).pushed).toHaveLength(names.length);
    git('stash');
    giip.requests.length = 0;
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 6, pushed: [] });
    expect(met.held.map(({ path }) => path)).toEqual(names);
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    git('stash', 'pop');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, held: [], pushed: [], pulled: [] });
  });

  test('L09 editors’ own files are passed over without a word', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    const names = [
      '.a.md.swp',
      '~$a.docx',
      '4913',
      'a.tmp',
      'a.md~',
      '.#a.md',
      '.DS_Store',
      'Thumbs.db',
      '#a.md#',
    ];
    for (const name of names) machine.write(`docs/${name}`, 'x');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: [], rejected: [] });
    expect([...giip.content().docs.keys()]).toEqual(['docs/known.md']);
    await worksAgain(world);
  });

  test('L11 what is no configuration is LOCAL', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('configs/sub/x.json', '{}');
    machine.write('configs/notes.txt', 'x');
    const listed = [{ path: 'configs/notes.txt' }, { path: 'configs/sub/x.json' }];
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: [], rejected: listed });
    expect([...giip.content().configs.keys()]).toEqual(['known.json']);
    machine.remove('configs/sub');
    machine.remove('configs/notes.txt');
    await worksAgain(world);
  });

  test('L12 another server number has a base of its own: nothing is overwritten, and the old one is still there', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/known.md', 'of the other server\n', LSSN + 1);
    giip.setDoc('docs/only-there.md', 'there\n', LSSN + 1);
    const met = await syncInProcess(machine, '--lssn', String(LSSN + 1));
    expect(met).toMatchObject({ code: 4, conflicts: [{ path: 'docs/known.md', kind: 'new/new' }] });
    expect(machine.read('docs/known.md')).toBe('known\n');
    expect(giip.doc('docs/known.md', LSSN + 1)).toBe('of the other server\n');
    machine.remove('docs/only-there.md');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, conflicts: [], pulled: [] });
    await worksAgain(world);
  });
});

describe('settings', () => {
  test.for([`"${TOKEN}"`, `'${TOKEN}'\n`, `\ufeff${TOKEN}\r\n`, `  ${TOKEN}\t`, `“${TOKEN}”`])(
    'L13 the token %j is taken without what came along with it',
    async (pasted, { world }) => {
      const { connection, environment } = world.machine;
      const met = await syncInProcess({
        connection,
        environment: { ...environment, OPENCLAW_SYNC_TOKEN: pasted },
      });
      expect(met.code).toBe(0);
      expect(world.giip.requests[0]?.json).toMatchObject({ at: TOKEN });
    },
  );

  test.for([
    'YOUR_KVS_TOKEN',
    '<your token>',
    '""',
    'two words',
    'sk-\u0000x',
    `sk-${'x'.repeat(5000)}`,
    '****',
  ])('L13 the token %j is refused before any call and never repeated', async (pasted, { world }) => {
    const { giip, machine } = world;
    const env = { HOME: machine.home };
    const { code, stdout, stderr } = await machine.runWith(
      { env, stdin: pasted },
      'sync',
      '--json',
      '--token-stdin',
    );
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'token-invalid' }, requests: 0 });
    if (pasted.length > 4) expect(stdout + stderr).not.toContain(pasted);
    expect(giip.requests).toEqual([]);
  });

  test.for(['YOUR_LSSN', '-1', '1e3', '2147483648', '0', '7.5', '0x47', '٧', '71 72', ''])(
    'L14 the server number %j is refused before any call',
    async (lssn, { world }) => {
      const met = await syncInProcess(world.machine, '--lssn', lssn);
      expect(met).toMatchObject({ code: 2, requests: 0 });
      expect(world.giip.requests).toEqual([]);
    },
  );
});
