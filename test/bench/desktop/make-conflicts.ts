import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inStep, type Stage } from '../support/stage.ts';
import { docPathsOf } from '../tree/tree-files.ts';

/** Both sides change the same documents: each of them is a conflict at the next look. */
export async function makeConflicts(stage: Stage, count: number): Promise<void> {
  await inStep(stage);
  const { giip, place, size } = stage;
  const files = docPathsOf(size)
    .slice(0, count)
    .map((path) => join(place.workspace, path));
  for (const file of files) writeFileSync(file, 'Written on GIIP.\n');
  await giip.load(place.workspace);
  for (const file of files) writeFileSync(file, 'Written on this computer.\n');
}
