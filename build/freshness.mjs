import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from './project-paths.mjs';

/**
 * Does a piece of work only when what it reads has changed since it was last done. The judge is content, not time, so
 * a fresh checkout, a reverted edit and another branch are all told apart rightly.
 * @param {object} work
 * @param {string} work.name of the stamp that remembers the inputs
 * @param {readonly string[]} work.inputs files and folders, from the project root
 * @param {string} [work.detail] what else the result depends on
 * @param {string} work.result a file that must exist, from the project root
 * @param {() => Promise<void>} work.run
 */
export async function whenStale({ name, inputs, detail = '', result, run }) {
  const stamp = inProject('.cache', 'stamps', name);
  const wanted = contentHash(inputs, detail);
  if (existsSync(inProject(result)) && readIfThere(stamp) === wanted) return;
  await run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * @param {readonly string[]} inputs
 * @param {string} detail
 */
function contentHash(inputs, detail) {
  const hash = createHash('sha256').update(detail);
  for (const path of inputs.flatMap(filesUnder)) {
    hash.update(`\0${path}\0`).update(readFileSync(inProject(path)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const absolute = inProject(path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  const names = readdirSync(absolute).sort();
  return names.flatMap((name) => filesUnder(join(path, name)));
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
