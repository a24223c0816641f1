import { describe, expect } from 'vitest';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { byHand, sentHashes } from './support/answers.ts';
import { inStep, type World, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';

const HASHES = { configHash: '"hand-made-c"', docHash: '"hand-made-d"' };

/** HOLD: what GIIP says about a known item cannot be told; here nothing happens to it in either direction. */
async function provesHeld(
  { giip, machine }: World,
  items: string,
  section: 'configs' | 'docs',
): Promise<void> {
  const path = section === 'docs' ? 'docs/known.md' : 'configs/known.json';
  const edited = section === 'docs' ? 'edited here\n' : '{"edited":1}';
  machine.write(path, edited);
  giip.fail('get', byHand({ ...HASHES, [section]: items }), 'always');
  giip.requests.length = 0;
  for (let n = 0; n < 2; n += 1) {
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ pulled: [], pushed: [], rejected: [{ path }] });
    expect(met.rejected[0]?.reason).toContain('twice');
  }
  expect(machine.read(path)).toBe(edited);
  expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
  giip.heal();
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, pushed: [path], rejected: [] });
}

describe('HOLD: two answers to one question', () => {
  test('J11 one doc_path with two texts', async ({ world }) => {
    await inStep(world);
    const twice = ['one', 'two'].map((text) => `{"doc_path":"docs/known.md","doc_content":"${text}"}`);
    await provesHeld(world, `[${twice.join(',')}]`, 'docs');
    await worksAgain(world);
  });

  test.for([
    ['J12 one config key twice', '{"known.json":{"a":1},"known.json":{"a":2}}'],
    ['J12 one config key twice, spelled differently', '{"known.json":{"a":1},"\\u006bnown.json":{"a":1}}'],
    ['J12 one key twice inside a configuration', '{"known.json":{"a":1,"b":{"c":1,"\\u0063":2}}}'],
  ] as const)('%s', async ([, items], { world }) => {
    await inStep(world);
    await provesHeld(world, items, 'configs');
    await worksAgain(world);
  });
});

describe('no information', () => {
  test.for([
    ['J06 no sections, new hashes', { ...HASHES }],
    ['J06 empty sections, new hashes', { ...HASHES, configs: '{}', docs: '[]' }],
    ['J06 empty sections of the other kind', { ...HASHES, configs: '[]', docs: '{}' }],
    ['J07 a null section and an absent one', { ...HASHES, configs: 'null' }],
    ['J07 nothing but an object', {}],
  ] as const)(
    '%s: nothing is deleted, and it is asked for once more without hashes',
    async ([, parts], { world }) => {
      const { giip, machine } = world;
      await inStep(world);
      const before = readTree(machine.workspace);
      giip.fail('get', byHand(parts), 'always');
      giip.requests.length = 0;
      const heard = await syncInProcess(machine);
      expect(heard).toMatchObject({
        pulled: [],
        pushed: [],
        deletedHere: [],
        goneOnServer: [],
        conflicts: [],
      });
      expect(readTree(machine.workspace)).toEqual(before);
      expect(giip.requests[0]?.json).toHaveProperty('docHash');
      expect(sentHashes(world)).toEqual({ configHash: undefined, docHash: undefined });
      giip.heal();
      await worksAgain(world);
    },
  );
});
