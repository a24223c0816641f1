import { describe, expect } from 'vitest';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { guardCanaries, inStep, KNOWN, namesIn, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

interface Twins {
  readonly row: string;
  readonly first: string;
  readonly second: string;
}

const TWINS: readonly Twins[] = [
  { row: 'P16 names that differ by case', first: 'docs/A.md', second: 'docs/a.md' },
  { row: 'P16 folders that differ by case', first: 'docs/Sub/a.md', second: 'docs/sub/A.md' },
  { row: 'P17 one name in two Unicode forms', first: 'docs/\u00e9.md', second: 'docs/e\u0301.md' },
  { row: 'P18 ß and SS', first: 'docs/straße.md', second: 'docs/STRASSE.md' },
  { row: 'P18 a ligature', first: 'docs/\ufb01.md', second: 'docs/fi.md' },
  { row: 'P18 the Kelvin sign', first: 'docs/\u212a.md', second: 'docs/k.md' },
];

describe('names that would be one file somewhere', () => {
  test.for(TWINS.map((twins) => [twins.row, twins] as const))(
    '%s: never one over the other',
    async ([, { first, second }], { world }) => {
      const { giip, machine } = world;
      const expectUntouched = guardCanaries(machine);
      const paths = [first, second] as const;
      await inStep(world);
      for (const [known, other] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const [mine, theirs] = [paths[known], paths[other]];
        giip.setDoc(mine, 'the known one\n');
        expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [paths[known]], rejected: [] });
        giip.setDoc(theirs, 'the newcomer\n');
        giip.setDoc('docs/beside.md', `${known}\n`);
        const met = await syncInProcess(machine);
        expect(met).toMatchObject({
          code: 0,
          pulled: ['docs/beside.md'],
          rejected: [{ path: paths[other] }],
        });
        expect(met.rejected[0]?.reason).toMatch(/same file|cannot stand beside it/);
        expect(machine.read(paths[known])).toBe('the known one\n');
        expect(namesIn(machine)).not.toContain(paths[other]);
        // It is the known one that an edit here reaches.
        machine.write(paths[known], 'edited here\n');
        expect(await syncInProcess(machine)).toMatchObject({ pushed: [paths[known]] });
        expect([giip.doc(mine), giip.doc(theirs)]).toEqual(['edited here\n', 'the newcomer\n']);
        giip.removeDoc(mine);
        giip.removeDoc(theirs);
        machine.remove(paths[known]);
        await syncInProcess(machine);
      }
      await worksAgain(world);
      expectUntouched();
    },
  );

  test.for([
    ['P33 with a backslash and with a slash', 'docs/sub\\a.md', 'docs/sub/a.md', 'docs/sub/a.md'],
    ['P34 with and without the prefix', 'guide.md', 'docs/guide.md', 'docs/guide.md'],
  ] as const)(
    '%s, and with different texts: HOLD, neither side is touched until one of them is gone',
    async ([, first, second, path], { world, another }) => {
      const { giip, machine } = world;
      await inStep(world);
      giip.setDoc(first, 'the known one\n');
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [path], rejected: [] });
      giip.setDoc(second, 'the newcomer\n');
      machine.write(path, 'edited here\n');
      const held = { code: 0, pulled: [], pushed: [], rejected: [{ path }] };
      const met = await syncInProcess(machine);
      expect(met).toMatchObject(held);
      expect(met.rejected[0]?.reason).toContain('same file');
      expect(await syncInProcess(machine)).toMatchObject(held);
      // A computer that knows neither takes neither.
      const fresh = another();
      expect(await syncInProcess(fresh)).toMatchObject({ ...held, pulled: [...KNOWN] });
      expect([machine.read(path), fresh.read(path)]).toEqual(['edited here\n', null]);
      expect([giip.doc(first), giip.doc(second)]).toEqual(['the known one\n', 'the newcomer\n']);
      giip.removeDoc(second);
      expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: [path], rejected: [] });
      expect(giip.doc(first)).toBe('edited here\n');
      await worksAgain(world);
    },
  );

  test('P16 both new in one answer: one is taken, the other is listed', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/A.md', 'upper\n');
    giip.setDoc('docs/a.md', 'lower\n');
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pulled: ['docs/A.md'], rejected: [{ path: 'docs/a.md' }] });
    expect(machine.read('docs/A.md')).toBe('upper\n');
    giip.removeDoc('docs/a.md');
    await worksAgain(world);
  });

  test('P19 the dotless and the dotted I: the same answer in a Turkish locale', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    const wires = ['docs/\u0130.md', 'docs/\u0131.md', 'docs/x/i.md'];
    for (const wire of wires) giip.setDoc(wire, `${wire}\n`);
    const env = { ...machine.environment, LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const { stdout } = await machine.runWith({ env }, 'sync', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ pulled: wires.toSorted(), rejected: [] });
    giip.setDoc('docs/X/I.md', 'clash\n');
    const second = await machine.runWith({ env }, 'sync', '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({ pulled: [], rejected: [{ path: 'docs/X/I.md' }] });
    giip.removeDoc('docs/X/I.md');
    await worksAgain(world);
  });

  test('P20 a document where a folder is, and a folder where a document is', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/a', 'a file\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/a'] });
    giip.setDoc('docs/a/b.md', 'below it\n');
    giip.setDoc('docs/known.md/c.md', 'below it too\n');
    const listed = [{ path: 'docs/a/b.md' }, { path: 'docs/known.md/c.md' }];
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], rejected: listed });
    expect(namesIn(machine)).toEqual([KNOWN[0], 'docs/a', KNOWN[1]]);
    giip.removeDoc('docs/a/b.md');
    giip.removeDoc('docs/known.md/c.md');
    await worksAgain(world);
  });

  test('P33 P34 two spellings with one text are one file and need no word', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    for (const wire of ['docs/sub\\a.md', 'docs/sub/a.md', 'sub/a.md']) giip.setDoc(wire, 'one text\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/sub/a.md'], rejected: [] });
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [] });
    await worksAgain(world);
  });
});
