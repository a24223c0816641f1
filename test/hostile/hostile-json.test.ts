import { describe, expect, test as plainTest } from 'vitest';
import { faults } from '../giip-server/giip-fault.ts';
import { readTree } from '../scenario/support/read-tree.ts';
import { syncInProcess } from '../scenario/support/run-in-process.ts';
import { answerBody } from './support/answers.ts';
import { inStep, worksAgain } from './support/hostile-story.ts';
import { test } from './support/hostile-test.ts';
import { MUST_ACCEPT, MUST_REJECT } from './support/json-cases.ts';

function nameOf(index: number): string {
  return `case-${String(index).padStart(3, '0')}.json`;
}

const wrapped = (value: string): string => `{"v":${value}}`;

/** Without white space between tokens: the only thing that a new file may have another of. */
function tokens(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_, text: string | undefined) => text ?? '');
}

const REST_OF_ANSWER = { configHash: '"c"', docHash: '"d"', docs: '[]' };

describe('J25 the cases themselves', () => {
  plainTest('J25 are what they say, and enough of them', () => {
    expect(new Set(MUST_ACCEPT).size).toBe(MUST_ACCEPT.length);
    expect(new Set(MUST_REJECT).size).toBe(MUST_REJECT.length);
    expect(MUST_ACCEPT.length).toBeGreaterThanOrEqual(95);
    expect(MUST_REJECT.length).toBeGreaterThanOrEqual(150);
    for (const value of MUST_ACCEPT) expect(() => JSON.parse(wrapped(value)), value).not.toThrow();
    for (const value of MUST_REJECT) expect(() => JSON.parse(wrapped(value)), value).toThrow();
  });
});

describe('J25 JSON that must be accepted', () => {
  test('J14 J25 comes from GIIP with every digit and escape, and is never sent back', async ({
    world,
    another,
  }) => {
    const { giip, machine } = world;
    for (const [index, value] of MUST_ACCEPT.entries()) giip.setConfig(nameOf(index), wrapped(value));
    for (const computer of [machine, another()]) {
      const met = await syncInProcess(computer);
      expect(met).toMatchObject({ code: 0, rejected: [] });
      expect(met.pulled).toHaveLength(MUST_ACCEPT.length);
      for (const [index, value] of MUST_ACCEPT.entries())
        expect(tokens(computer.read(`configs/${nameOf(index)}`) ?? '')).toBe(tokens(wrapped(value)));
      expect(await syncInProcess(computer)).toMatchObject({ code: 0, pushed: [] });
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    await worksAgain(world);
  });

  test('J14 J25 goes to GIIP exactly as it is written here', async ({ world }) => {
    const { giip, machine } = world;
    for (const [index, value] of MUST_ACCEPT.entries())
      machine.write(`configs/${nameOf(index)}`, wrapped(value));
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, rejected: [], pulled: [] });
    for (const [index, value] of MUST_ACCEPT.entries()) {
      expect(giip.config(nameOf(index))).toBe(wrapped(value));
      expect(machine.read(`configs/${nameOf(index)}`)).toBe(wrapped(value));
    }
    await worksAgain(world);
  });
});

describe('J25 JSON that must be refused', () => {
  test('J25 an answer with it is refused as a whole: no file, no crash, no request more', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    giip.setDoc('docs/theirs.md', 'theirs\n');
    const before = readTree(machine.workspace);
    for (const value of MUST_REJECT) {
      const configs = `{"evil.json":${wrapped(value)}}`;
      giip.fail('get', faults.answer(200, answerBody({ ...REST_OF_ANSWER, configs })));
      const { code, error, requests } = await syncInProcess(machine);
      expect({ value, code, error: error?.code, requests }).toEqual({
        value,
        code: 1,
        error: 'server-answer-invalid',
        requests: 1,
      });
    }
    expect(readTree(machine.workspace)).toEqual(before);
    expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: ['docs/theirs.md'] });
    await worksAgain(world);
  });

  test('J25 E11 a local configuration with it is LOCAL, with the place of the fault, and GIIP’s stays', async ({
    world,
  }) => {
    const { giip, machine } = world;
    await inStep(world);
    for (const [index] of MUST_REJECT.entries()) giip.setConfig(nameOf(index), '{"good":1}');
    expect((await syncInProcess(machine)).pulled).toHaveLength(MUST_REJECT.length);
    // A NUL makes the file binary, which has a test of its own.
    const broken = MUST_REJECT.map((value, index) => [index, value.replaceAll('\0', '\u0001')] as const);
    for (const [index, value] of broken) machine.write(`configs/${nameOf(index)}`, wrapped(value));
    const before = readTree(machine.workspace);
    giip.requests.length = 0;
    const met = await syncInProcess(machine);
    expect(met).toMatchObject({ code: 0, pushed: [], pulled: [], deletedHere: [] });
    expect(met.rejected.map(({ path }) => path)).toEqual(broken.map(([index]) => `configs/${nameOf(index)}`));
    for (const { reason } of met.rejected) expect(reason).toMatch(/not valid JSON: .* line \d+, column \d+/);
    expect(readTree(machine.workspace)).toEqual(before);
    expect(giip.requests.filter(({ call }) => call === 'put')).toEqual([]);
    for (const [index] of broken) machine.write(`configs/${nameOf(index)}`, '{"mended":1}');
    expect((await syncInProcess(machine)).pushed).toHaveLength(broken.length);
    await worksAgain(world);
  });
});
