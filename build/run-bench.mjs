import { buildWhenStale } from './build-app.mjs';
import { inProject } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';
import { setUpPeers } from './setup-system-packages.mjs';

/** Measures the product beside what people would use instead; a peer that cannot be installed is left out. */
async function runBench() {
  const words = process.argv.slice(2);
  const isAlone = words.includes('--quick') || words.includes('--no-peers');
  const missing = isAlone ? undefined : await setUpPeers();
  if (missing) process.stderr.write(`Not all peers take part. ${missing}\n`);
  await buildWhenStale();
  return runCommand(process.execPath, [inProject('test', 'bench', 'run-bench.ts'), ...words]);
}

await runWhenMain(import.meta, runBench);
