import { expect } from 'vitest';
import { type Fault, faults } from '../../giip-server/giip-fault.ts';
import { readTree } from '../../scenario/support/read-tree.ts';
import { syncInProcess } from '../../scenario/support/run-in-process.ts';
import { inStep, type World, worksAgain } from './hostile-story.ts';

/** JSON source of each part; what is left out is not in the answer. */
export interface AnswerParts {
  readonly rstVal?: string;
  readonly message?: string;
  /** Instead of the parts below. */
  readonly data?: string;
  readonly configHash?: string;
  readonly docHash?: string;
  readonly configs?: string;
  readonly docs?: string;
}

function object(members: Readonly<Record<string, string | undefined>>): string {
  const present = Object.entries(members).filter(([, source]) => source !== undefined);
  return `{${present.map(([name, source]) => `"${name}":${source}`).join(',')}}`;
}

/** An answer whose every part is written by hand. */
export function answerBody({ rstVal = '1', message = '"by hand"', data, ...parts }: AnswerParts): string {
  const members = {
    newConfigHash: parts.configHash,
    newDocHash: parts.docHash,
    configData: parts.configs,
    docData: parts.docs,
  };
  return object({ RstVal: rstVal, RstMsg: message, Data: data ?? object(members) });
}

export function byHand(parts: AnswerParts): Fault {
  return faults.answer(200, answerBody(parts));
}

/** GIIP's true answer with more in front of its items: JSON source of members and of elements. */
export function withItems({ configs, docs }: { readonly configs?: string; readonly docs?: string }): Fault {
  return ({ execute, answer }) => {
    const { status, body } = execute();
    const more = body
      .replace('"configData":{', (start) => (configs === undefined ? start : `${start}${configs},`))
      .replace('"docData":[', (start) => (docs === undefined ? start : `${start}${docs},`));
    answer({ status, body: more });
  };
}

/** The hashes that the latest pull sent. */
export function sentHashes({ giip }: World): unknown {
  const pull = giip.requests.findLast(({ call }) => call === 'get')?.json;
  const { configHash, docHash } = Object(pull) as {
    readonly configHash?: unknown;
    readonly docHash?: unknown;
  };
  return { configHash, docHash };
}

interface Failure {
  readonly code?: string;
  readonly exit?: number;
}

/** REJECT: the answer is refused as a whole, no file and no remembered hash changes, and the next sync goes on. */
export async function provesRejected(
  world: World,
  answers: readonly Fault[],
  { code = 'server-answer-invalid', exit = 1 }: Failure = {},
): Promise<void> {
  const { giip, machine } = world;
  await inStep(world);
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, requests: 1 });
  const hashes = sentHashes(world);
  giip.setDoc('docs/theirs.md', 'theirs\n');
  giip.setDoc('docs/known.md', 'known, changed there\n');
  machine.write('docs/mine.md', 'mine\n');
  const before = readTree(machine.workspace);
  for (const answer of answers) {
    giip.fail('get', answer, 'always');
    const nothing = { pulled: [], pushed: [], merged: [], conflicts: [], goneOnServer: [], deletedHere: [] };
    expect(await syncInProcess(machine)).toMatchObject({
      code: exit,
      verified: false,
      error: { code },
      ...nothing,
    });
    expect(readTree(machine.workspace)).toEqual(before);
    expect(sentHashes(world)).toEqual(hashes);
    giip.heal();
  }
  giip.requests.length = 0;
  expect(await syncInProcess(machine)).toMatchObject({
    code: 0,
    pulled: ['docs/known.md', 'docs/theirs.md'],
    pushed: ['docs/mine.md'],
  });
  expect(giip.requests[0]?.json).toMatchObject(Object(hashes) as object);
  await worksAgain(world);
}

interface RefusedItems {
  readonly configs?: string;
  readonly docs?: string;
  readonly listed: readonly string[];
  readonly reason: RegExp;
}

/** QUAR: the items are listed with the reason, nothing of them is written, the ones beside them go on. */
export async function provesItemsRefused(world: World, items: RefusedItems): Promise<void> {
  const { giip, machine } = world;
  await inStep(world);
  giip.setDoc('docs/good.md', 'good\n');
  giip.setConfig('good.json', '{"good":1}');
  const before = Object.keys(readTree(machine.workspace));
  giip.fail('get', withItems(items), 'always');
  const met = await syncInProcess(machine);
  expect(met).toMatchObject({ code: 0, pulled: ['configs/good.json', 'docs/good.md'], goneOnServer: [] });
  expect(met.rejected.map(({ path }) => path)).toEqual(items.listed);
  for (const { reason } of met.rejected) expect(reason).toMatch(items.reason);
  expect(Object.keys(readTree(machine.workspace)).sort()).toEqual(
    [...before, 'configs/good.json', 'docs/good.md'].sort(),
  );
  expect(await syncInProcess(machine)).toMatchObject({ code: 0, pulled: [], rejected: met.rejected });
  giip.heal();
  await worksAgain(world);
}
