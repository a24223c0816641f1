import { buildWhenStale } from './build-app.mjs';
import { runInDesktopSession } from './desktop-session.mjs';
import { prepareMachine } from './prepare-machine.mjs';
import { inProject, projectRoot } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';
import { runnableElectron } from './runnable-electron.mjs';

/** @typedef {{ readonly program: string, readonly args: readonly string[] }} Runnable */

async function start() {
  const display = hasDisplay();
  const runtime = await prepareMachine({ needsSession: !display });
  await buildWhenStale();
  const electron = await runnableElectron(runtime);
  const args = process.argv.slice(2);
  return display ? runApplication(electron, args) : runRehearsal(electron, args);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {Runnable} electron
 * @param {readonly string[]} args
 */
function runApplication(electron, args) {
  // Some editors' terminals set this, and Electron would then be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return runCommand(electron.program, [...electron.args, ...args], { cwd: projectRoot, env });
}

/**
 * @param {Runnable} electron
 * @param {readonly string[]} args
 */
async function runRehearsal(electron, args) {
  process.stderr.write(
    'No display here, so this is a rehearsal: the real engine against a pretend GIIP, told step by step.\n',
  );
  if (args.length > 0) process.stderr.write(`Not used without a display: ${args.join(' ')}\n`);
  const code = await runCommand(process.execPath, [inProject('out', 'cli.mjs'), 'rehearse']);
  if (code !== 0) return code;
  const how = { OPENCLAW_SYNC_ELECTRON: JSON.stringify([electron.program, ...electron.args]) };
  return runInDesktopSession(process.execPath, [inProject('build', 'rehearsal-screenshots.mjs')], how);
}

await runWhenMain(import.meta, start);
