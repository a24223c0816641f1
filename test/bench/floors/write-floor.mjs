import { mkdirSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { relative } from 'node:path';
import { foldersOf } from './folders-of.mjs';

// Every text durably into a new folder: temporary file, fsync, rename, sixteen at a time. What is to be written lies in
// memory before the clock starts; the milliseconds go to standard output.
const [, , root = '', target = ''] = process.argv;
const IN_FLIGHT = 16;

const files = foldersOf(root).flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({
      path: relative(root, `${folder}/${name}`),
      bytes: readFileSync(`${folder}/${name}`),
    })),
);

/** @param {(typeof files)[number]} file */
async function write({ path, bytes }) {
  const to = `${target}/${path}`;
  const handle = await open(`${to}.new`, 'wx');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(`${to}.new`, to);
}

async function writeOneByOne() {
  for (let next = files.pop(); next; next = files.pop()) await write(next);
}

const start = process.hrtime.bigint();
for (const folder of foldersOf(root)) mkdirSync(`${target}/${relative(root, folder)}`, { recursive: true });
await Promise.all(Array.from({ length: IN_FLIGHT }, writeOneByOne));
writeSync(1, String(Number(process.hrtime.bigint() - start) / 1e6));
