import { prepareMachine } from './prepare-machine.mjs';
import { inProject } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';
import { runnableElectron } from './runnable-electron.mjs';
import { isRoot } from './setup-system-packages.mjs';

await runWhenMain(import.meta, async () => {
  const { program } = await runnableElectron(await prepareMachine({ needsSession: false }));
  const tool = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = ['dev', '--watch', '--config', inProject('build', 'electron.vite.config.ts')];
  if (isRoot()) args.push('--noSandbox');
  const env = { ...process.env, ELECTRON_EXEC_PATH: program };
  return runCommand(process.execPath, [tool, ...args, ...process.argv.slice(2)], { env });
});
