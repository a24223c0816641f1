import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { byHand, provesItemsRefused, provesRejected, withItems } from './support/answers.ts';
import { inStep, namesIn, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

const MIB = 1024 * 1024;
const HASHES = { configHash: '"c"', docHash: '"d"' };

/** Says at its end how much memory the process had at most. */
const TELLS_MEMORY = `--import=data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>process.stderr.write("maxrss="+process.resourceUsage().maxRSS+"\\n"))',
)}`;

describe('many and large items', () => {
  test('Z01 10,000 documents of 1 KB: the cycle completes, and memory stays below 300 MB', async ({
    world,
  }) => {
    const { giip, machine } = world;
    const text = `${'x'.repeat(1023)}\n`;
    const all = Array.from({ length: 10_000 }, (_, n) => [`docs/${n % 100}/${n}.md`, text] as const);
    giip.rollbackTo({ configs: new Map(), docs: new Map(all) });
    const env = { ...machine.environment, NODE_OPTIONS: TELLS_MEMORY };
    const { stdout, stderr, code } = await machine.runWith({ env }, 'sync', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).pulled).toHaveLength(10_000);
    expect(namesIn(machine)).toHaveLength(10_000);
    expect(Number(/maxrss=(\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(300);
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], pushed: [], requests: 1 });
  });

  test('Z02 a document of 50 MB and one just over 5 MiB are refused alone', ({ world }) =>
    provesItemsRefused(world, {
      docs: ['huge', 'large']
        .map((name, n) => {
          const size = n === 0 ? 50_000_000 : 5 * MIB + 1;
          return `{"doc_path":"docs/${name}.md","doc_content":"${'x'.repeat(size)}"}`;
        })
        .join(','),
      configs: `"large.json":{"a":"${'x'.repeat(5 * MIB)}"}`,
      listed: ['configs/large.json', 'docs/huge.md', 'docs/large.md'],
      reason: /larger than 5 MiB/,
    }));

  // The research says 64 MiB and 50,000 items; by design it is 256 MiB and 100,000 items (api/limits.ts).
  test('Z03 a small answer that inflates to 300 MiB is refused at 256 MiB, and memory stays bounded', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    const before = readTree(machine.workspace);
    giip.fail('get', faults.gzipBomb(300 * MIB));
    const env = { ...machine.environment, NODE_OPTIONS: TELLS_MEMORY };
    const { stdout, stderr, code } = await machine.runWith({ env }, 'sync', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'server-answer-too-large' }, pulled: [] });
    expect(Number(/maxrss=(\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(1200);
    expect(readTree(machine.workspace)).toEqual(before);
    await worksAgain(world);
  });

  test('Z04 100,001 items in one answer are refused (by design 100,000)', ({ world }) => {
    const item = '{"doc_path":"docs/n","doc_content":""}';
    const docs = `[${Array.from({ length: 100_001 }, (_, n) => item.replace('n"', `${n}"`)).join(',')}]`;
    return provesRejected(world, [byHand({ ...HASHES, docs })], { code: 'server-answer-too-large' });
  });

  test('Z05 a local document over 5 MiB is LOCAL; one of exactly 5 MiB goes both ways', async ({
    world,
    another,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    machine.write('docs/large.md', 'x'.repeat(5 * MIB + 1));
    machine.write('docs/most.md', 'y'.repeat(5 * MIB));
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pushed: ['docs/most.md'], rejected: [{ path: 'docs/large.md' }] });
    expect(met.rejected[0]?.reason).toContain('5 MiB');
    expect(giip.doc('docs/large.md')).toBeUndefined();
    const other = another();
    await syncInProcess(other);
    expect(other.read('docs/most.md')?.length).toBe(5 * MIB);
    machine.remove('docs/large.md');
    await worksAgain(world);
  });

  // The research says 20,000; by design the folder may hold 100,000 entries.
  test('Z06 more than 100,000 files: nothing is uploaded or deleted, and the next sync works', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    mkdirSync(join(machine.workspace, 'docs/dump'));
    for (let n = 0; n < 100_001; n += 1) writeFileSync(join(machine.workspace, 'docs/dump', `${n}`), '');
    giip.requests.length = 0;
    expect(await syncInProcess(machine)).toMatchObject({
      code: 1,
      error: { code: 'workspace-unreadable' },
      requests: 0,
    });
    expect(giip.requests).toEqual([]);
    machine.remove('docs/dump');
    await worksAgain(world);
  });

  test.for([
    ['Z07 HTTP 413 for the one that is too large', { maxBodyBytes: 3000 }],
    ['Z07 RstVal 400 for one of them', { refuses: (wire: string) => wire === 'docs/large.md' }],
  ] as const)('%s: halved down to it, held, and the others go on', async ([, switches], { world }) => {
    const { giip, machine } = world;
    await inStep(world);
    Object.assign(giip.switches, switches);
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `docs/${name}.md`);
    for (const name of names) machine.write(name, `${name.repeat(50)}\n`);
    machine.write('docs/large.md', `${'x'.repeat(5000)}\n`);
    expect(await syncInProcess(machine)).toMatchObject({ code: 6, held: [{ path: 'docs/large.md' }] });
    expect([...giip.content().docs.keys()].sort()).toEqual([...names, 'docs/known.md']);
    giip.requests.length = 0;
    expect(await syncInProcess(machine)).toMatchObject({ code: 6, pushed: [] });
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    Object.assign(giip.switches, { maxBodyBytes: Number.POSITIVE_INFINITY, refuses: () => false });
    machine.write('docs/large.md', 'smaller now\n');
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: ['docs/large.md'], held: [] });
    await worksAgain(world);
  });

  test('Z08 nothing on either side is in sync, without a push', async ({ world: { giip, machine } }) => {
    for (let n = 0; n < 3; n += 1)
      expect(await syncInProcess(machine)).toMatchObject({
        code: 0,
        outcome: 'inSync',
        pulled: [],
        pushed: [],
      });
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  });

  test('Z04 5,000 refused items beside good ones are listed, each once', async ({ world }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/good.md', 'good\n');
    const docs = Array.from({ length: 5000 }, (_, n) => `{"doc_path":"docs/../${n}","doc_content":"x"}`).join(
      ',',
    );
    giip.fail('get', withItems({ docs }));
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pulled: ['docs/good.md'] });
    expect(met.rejected).toHaveLength(5000);
    giip.setDoc('docs/another.md', 'another\n');
    await syncInProcess(machine);
    await worksAgain(world);
  });
});
