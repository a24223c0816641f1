import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { foldersOf } from './folders-of.mjs';
import { post } from './post.mjs';

// The first push without any safety: reads, hashes and sends all documents in batches of 1 MiB, one after another.
const [, , root = '', url, at] = process.argv;
const BATCH_BYTES = 1024 * 1024;

/** @type {string[]} */
let batch = [];
let size = 0;

async function send() {
  if (batch.length === 0) return;
  const body = `{"at":${JSON.stringify(at)},"lssn":71,"changedDocs":[${batch.join(',')}]}`;
  batch = [];
  size = 0;
  const response = await post(`${url}/PutOpenclawSync`, 'PUT', body);
  for await (const _ of response);
}

for (const folder of foldersOf(`${root}/docs`))
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = `${folder}/${entry.name}`;
    const bytes = readFileSync(file);
    hash('sha256', bytes);
    batch.push(JSON.stringify({ doc_path: relative(root, file), doc_content: bytes.toString('utf8') }));
    size += bytes.length;
    if (size > BATCH_BYTES) await send();
  }
await send();
process.exit();
