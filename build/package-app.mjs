import { build, Platform } from 'electron-builder';
import { buildWhenStale } from './build-app.mjs';
import { whenStale } from './freshness.mjs';
import { prepareMachine } from './prepare-machine.mjs';
import { inProject, projectRoot } from './project-paths.mjs';
import { runWhenMain } from './run-when-main.mjs';

const shipped = 'build/electron-builder.yml';
const tested = 'build/electron-builder.test.yml';
const inputs = ['out', 'package.json', 'package-lock.json', 'build/icons', shipped, tested];

/**
 * Where the unpacked application starts on this platform, from the project root.
 * @returns {string}
 */
export function packagedProgram() {
  const macFolder = process.arch === 'arm64' ? 'mac-arm64' : 'mac';
  if (process.platform === 'darwin')
    return `dist/${macFolder}/Openclaw Sync.app/Contents/MacOS/Openclaw Sync`;
  return process.platform === 'win32'
    ? 'dist/win-unpacked/openclaw-sync.exe'
    : 'dist/linux-unpacked/openclaw-sync';
}

/**
 * Packages the application into dist/, unpacked, when anything that goes into it has changed.
 * @param {{ readonly forTests: boolean }} purpose tests need the inspector, which is off in what ships
 * @returns {Promise<string>} the program's absolute path
 */
export async function packageApp({ forTests }) {
  const runtime = await prepareMachine({ needsSession: false });
  await buildWhenStale();
  const config = forTests ? tested : shipped;
  const detail = `${config} ${runtime.version} ${runtime.kind}`;
  await whenStale({
    name: 'package',
    inputs,
    detail,
    result: packagedProgram(),
    run: () => runBuilder(config, runtime),
  });
  return inProject(packagedProgram());
}

/**
 * @param {string} config
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 */
async function runBuilder(config, runtime) {
  await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: { extends: config, electronDist: runtime.dist, electronVersion: runtime.version },
  });
}

await runWhenMain(import.meta, async () => {
  process.stdout.write(`${await packageApp({ forTests: false })}\n`);
});
