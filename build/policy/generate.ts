import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyFiles } from './policy-files.ts';

// `node build/policy/generate.ts`, after a change of shared/policy. A test says when it was forgotten.
for (const [path, text] of policyFiles()) {
  const file = join(import.meta.dirname, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
