import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { foldersOf } from './folders-of.mjs';
import { serveRounds } from './serve-rounds.mjs';

// Reads and hashes everything, one file after another, on one thread.
const root = String(process.argv[2]);

serveRounds(() => {
  for (const folder of foldersOf(root))
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isFile()) hash('sha256', readFileSync(`${folder}/${entry.name}`));
});
