import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { inProject } from '../../build/project-paths.mjs';
import { runProcess } from '../bench/support/run-process.ts';

test('the bench measures every goal that needs no window', async () => {
  const words = [inProject('test', 'bench', 'run-bench.ts'), '--quick', '--sizes', 'S'];
  const { code, stdout, stderr } = await runProcess(process.execPath, words, { env: { TMPDIR: tmpdir() } });
  expect(stderr).not.toContain('Error');
  expect(code).toBe(0);
  const parts = stdout.split('\n').filter((line) => line.startsWith('| S: '));
  expect(parts).toHaveLength(8);
  for (const part of parts) expect(part).toMatch(/\| \d:\d\d \| {2}\|$/);
  const goals = stdout.slice(stdout.indexOf('## Goals'), stdout.indexOf('## Limits')).split('\n');
  const measured = goals.filter((line) => /^\| \d+ \| .* \| [\d.,]+ \| – \| – \| open/.test(line));
  expect(measured.map((line) => Number(line.split('|')[1]))).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
});
