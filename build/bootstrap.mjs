// Runs on the Node that the machine happens to have, before anything is installed: imports nothing but Node.
import { delimiter } from 'node:path';
import { installDependencies } from './install-dependencies.mjs';
import { inProject, projectNode, projectRoot } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';

/** What `node build/bootstrap.mjs TASK` runs once the dependencies are there. */
const tasks = new Map([
  ['start', 'start.mjs'],
  ['test', 'run-tests.mjs'],
  ['build', 'build-app.mjs'],
  ['setup', 'prepare-machine.mjs'],
  ['cli', 'run-cli.mjs'],
  ['dev', 'run-dev.mjs'],
  ['e2e', 'run-e2e.mjs'],
  ['package', 'package-app.mjs'],
  ['dist', 'dist.mjs'],
  ['bench', 'run-bench.mjs'],
]);

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
function runOnProjectNode(script, args) {
  const path = [inProject('node_modules', '.bin'), process.env.PATH].join(delimiter);
  const options = { cwd: projectRoot, env: { ...process.env, PATH: path } };
  return runCommand(projectNode(), [inProject('build', script), ...args], options);
}

async function main() {
  const [task = '', ...args] = process.argv.slice(2);
  const script = tasks.get(task);
  if (!script) throw new Error(`Unknown task "${task}". Known: ${[...tasks.keys()].join(', ')}.`);
  await installDependencies();
  process.exitCode = await runOnProjectNode(script, args);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
