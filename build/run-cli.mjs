import { buildWhenStale } from './build-app.mjs';
import { inProject } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';

await runWhenMain(import.meta, async () => {
  await buildWhenStale();
  return runCommand(process.execPath, [inProject('out', 'cli.mjs'), ...process.argv.slice(2)]);
});
