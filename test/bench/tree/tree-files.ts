import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomFrom } from '../../faults/support/random.ts';
import { configText, docText, vocabulary } from './make-text.ts';
import { DOCS_IN_A_FOLDER, SIZES, type SizeName, type TreeSize } from './sizes.ts';

/** A file of a tree, by its path under `.openclaw` with `/`. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** The place of a document, by its number. */
export function docPath(place: number): string {
  const name = `note-${String(place).padStart(5, '0')}.md`;
  const folder = String(Math.floor(place / DOCS_IN_A_FOLDER)).padStart(4, '0');
  return `docs/area-${folder}/${name}`;
}

/** The documents of a tree by their paths under `.openclaw`. */
export function docPathsOf(size: SizeName): readonly string[] {
  return Array.from({ length: SIZES[size].docs }, (_, place) => docPath(place));
}

/** The files of a tree, one after another: the same bytes for the same size and seed, on every machine. */
export function* treeFiles({ configs, docs }: TreeSize, seed: number): Generator<TreeFile> {
  const random = randomFrom(seed);
  const words = vocabulary(random);
  for (let place = 0; place < configs; place += 1)
    yield {
      path: `configs/agent-${String(place).padStart(3, '0')}.json`,
      text: configText(random, words),
    };
  for (let place = 0; place < docs; place += 1)
    yield { path: docPath(place), text: docText(random, words, `Note ${place}`) };
}

/** One hash of all paths and texts, in their order. */
export function treeDigest(size: TreeSize, seed: number): string {
  const hash = createHash('sha256');
  for (const { path, text } of treeFiles(size, seed))
    hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  return hash.digest('hex');
}

/** A tree on the disk. */
export interface WrittenTree {
  readonly root: string;
  readonly files: number;
  readonly bytes: number;
}

/** Writes a tree below `root`. */
export function writeTree(size: TreeSize, seed: number, root: string): WrittenTree {
  const made = new Set<string>();
  let [files, bytes] = [0, 0];
  for (const { path, text } of treeFiles(size, seed)) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, text);
    files += 1;
    bytes += Buffer.byteLength(text);
  }
  return { root, files, bytes };
}
