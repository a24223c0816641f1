import { once } from 'node:events';
import { describe, expect } from 'vitest';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

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
