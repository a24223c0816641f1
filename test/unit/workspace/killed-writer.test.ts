import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createNodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { childProgram } from './child-program.ts';
import { isPlainFile, tempWorkspace } from './temp-workspace.ts';

const PATHS = ['docs/a.md', 'docs/deep/er/b.md', 'configs/c.json', 'configs/d.json'];

/** The whole of one round's text and nothing else. */
function isComplete(path: string, text: string): boolean {
  const line = `${text.split('\n', 1)[0]}\n`;
  const round = Number(/^round (\d+) of /.exec(line)?.[1]);
  return text === `round ${round} of ${path}\n`.repeat(1 + (round % 500));
}

it('D04: killed at any moment, every file is complete and nothing of ours is left', {
  timeout: 60_000,
}, async () => {
  const space = tempWorkspace();
  for (let kill = 0; kill < 10; kill += 1) {
    const writer = childProgram('endless-writer.ts', [space.root, ...PATHS]);
    for (let round = 0; round <= 3 + kill; round += 1) await writer.line();
    await writer.kill();
    const { kept, unsettled } = await createNodeWorkspace({ root: space.root }).recover();
    expect({ kept, unsettled }).toEqual({ kept: [], unsettled: [] });
    for (const path of PATHS) {
      expect(isPlainFile(space.absolute(path))).toBe(true);
      expect(isComplete(path, space.text(path))).toBe(true);
    }
    expect(space.names()).toEqual(['configs', 'docs']);
    expect(readdirSync(space.root, { recursive: true }).length).toBe(2 + 2 + PATHS.length);
  }
});
