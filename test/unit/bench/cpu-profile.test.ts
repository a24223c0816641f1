import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { topSelfTimes } from '../../bench/support/cpu-profile.ts';

const node = (id: number, functionName: string, url = 'file:///out/cli.mjs') => ({
  id,
  callFrame: { functionName, url, lineNumber: 9 },
});

test('what took most stands first, without the time in which nothing was at work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openclaw-bench-unit-'));
  const file = join(folder, 'one.cpuprofile');
  writeFileSync(
    file,
    JSON.stringify({
      nodes: [node(1, '(idle)', ''), node(2, 'scan'), node(3, 'hash'), node(4, 'post', 'node:inspector')],
      samples: [1, 2, 3, 3, 4],
      timeDeltas: [90_000, 1_000, 2_000, 1_000, 50_000],
    }),
  );
  expect(topSelfTimes([file])).toEqual([
    { name: 'hash', place: 'cli.mjs:10', ms: 3, share: 0.75 },
    { name: 'scan', place: 'cli.mjs:10', ms: 1, share: 0.25 },
  ]);
  rmSync(folder, { recursive: true });
});
