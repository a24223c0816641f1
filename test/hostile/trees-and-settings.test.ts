import { spawnSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { LSSN, TOKEN } from '../scenario/support/machine.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

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
