import { buildWhenStale } from './build-app.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { packageApp } from './package-app.mjs';
import { prepareMachine } from './prepare-machine.mjs';
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
  const command = [inProject('test', 'bench', 'run-bench.ts'), ...words];
  if (process.platform !== 'linux' || !needsDesktop(words)) return runBuilt(command);
  await prepareMachine({ needsSession: true });
  const program = await packageApp({ forTests: true });
  return runInDesktopSession(process.execPath, command, { OPENCLAW_SYNC_PROGRAM: program });
}

/** Goals of the tray application: a quick look at others needs no packaged program. */
const desktopGoals = [3, 12, 13, 14, 15, 16, 17];

/** @param {readonly string[]} words */
function needsDesktop(words) {
  const at = words.indexOf('--only');
  if (at < 0) return true;
  return String(words[at + 1])
    .split(',')
    .some((goal) => desktopGoals.includes(Number(goal)));
}

/**
 * The tray application is measured on Linux only: elsewhere nobody can read the panel and the screen from outside.
 * @param {readonly string[]} command
 */
async function runBuilt(command) {
  await buildWhenStale();
  return runCommand(process.execPath, command);
}

await runWhenMain(import.meta, runBench);
