import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenStale } from '../../../build/freshness.mjs';
import { inProject } from '../../../build/project-paths.mjs';

const folder = '.cache/test-freshness';
const work = { name: 'test-freshness', inputs: [`${folder}/in`], result: `${folder}/result` };

const write = (name: string, text: string): void => writeFileSync(inProject(folder, name), text);
const run = vi.fn(async () => write('result', 'done'));

beforeEach(() => {
  mkdirSync(inProject(folder, 'in'), { recursive: true });
  write(join('in', 'a.ts'), 'one');
  run.mockClear();
});

afterEach(() => {
  rmSync(inProject(folder), { recursive: true, force: true });
  rmSync(inProject('.cache/stamps/test-freshness'), { force: true });
});

test('work is done once while its inputs stay the same', async () => {
  await whenStale({ ...work, run });
  await whenStale({ ...work, run });
  expect(run).toHaveBeenCalledTimes(1);
});

test.each([
  ['an edited input', () => write('in/a.ts', 'two')],
  ['a new input', () => write('in/b.ts', 'one')],
  ['a renamed input', () => renameSync(inProject(folder, 'in/a.ts'), inProject(folder, 'in/c.ts'))],
  ['a lost result', () => rmSync(inProject(folder, 'result'))],
])('%s makes it due again', async (_what, change) => {
  await whenStale({ ...work, run });
  change();
  await whenStale({ ...work, run });
  expect(run).toHaveBeenCalledTimes(2);
});

test('work that fails stays due', async () => {
  const failing = vi.fn(() => Promise.reject(new Error('broken source')));
  await expect(whenStale({ ...work, run: failing })).rejects.toThrow('broken source');
  await whenStale({ ...work, run });
  expect(run).toHaveBeenCalledTimes(1);
});

test('another detail, such as another runtime, makes it due again', async () => {
  await whenStale({ ...work, detail: 'Electron 33', run });
  await whenStale({ ...work, detail: 'Electron 45', run });
  expect(run).toHaveBeenCalledTimes(2);
});
