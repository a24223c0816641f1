import { contentId } from '../../../../electron/workspace/content-id.ts';
import { createNodeWorkspace } from '../../../../electron/workspace/node-workspace.ts';

/** Replaces the same files over and over until it is killed; prints one line per round. */
const [root = '', ...paths] = process.argv.slice(2);
const workspace = createNodeWorkspace({ root });

async function replace(path: string, round: number): Promise<void> {
  const found = await workspace.read(path);
  const expected = found.state === 'present' ? contentId(found.text) : null;
  const line = `round ${round} of ${path}\n`;
  await workspace.write(path, line.repeat(1 + (round % 500)), expected);
}

for (let round = 1; ; round += 1) {
  await Promise.all(paths.map((path) => replace(path, round)));
  process.stdout.write(`${round}\n`);
}
