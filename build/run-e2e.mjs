import { runInDesktopSessions } from './desktop-session.mjs';
import { packageApp } from './package-app.mjs';
import { prepareMachine } from './prepare-machine.mjs';
import { inProject } from './project-paths.mjs';
import { runWhenMain } from './run-when-main.mjs';

/** So many files of tests run side by side: an application waits for its tests, and its tests wait for it. */
const workers = 2;

/** The end-to-end tests: the packaged application, driven by Playwright in desktop sessions of its own. */
async function runEndToEnd() {
  await prepareMachine({ needsSession: true });
  const program = await packageApp({ forTests: true });
  const tool = inProject('node_modules', '@playwright', 'test', 'cli.js');
  const config = inProject('test', 'e2e', 'playwright.config.ts');
  const args = [tool, 'test', '--config', config, ...process.argv.slice(2)];
  return runInDesktopSessions(workers, process.execPath, args, { OPENCLAW_SYNC_PROGRAM: program });
}

await runWhenMain(import.meta, runEndToEnd);
