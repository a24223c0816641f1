import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../faults/support/random.ts';
import { DOCS_IN_A_FOLDER, SIZES, type SizeName } from '../tree/sizes.ts';
import { docPath } from '../tree/tree-files.ts';

/** Saves documents as somebody does who adds a line to them; each time others, the same in each run. */
export function saver(size: SizeName, root: string): (count: number) => readonly string[] {
  const random = randomFrom(7);
  const { docs } = SIZES[size];
  let saves = 0;
  return (count) => {
    const first = Math.floor(random() * docs);
    // One in each folder, as far as there are folders.
    const places = Array.from({ length: count }, (_, at) => (first + at * (DOCS_IN_A_FOLDER + 1)) % docs);
    saves += 1;
    const paths = [...new Set(places)].map(docPath);
    for (const path of paths) appendFileSync(join(root, path), `\nSaved for the ${saves}. time.\n`);
    return paths;
  };
}
