import { whenStale } from './freshness.mjs';
import { writeLicences } from './licences.mjs';
import { inProject, projectRoot } from './project-paths.mjs';
import { runCommand } from './run-command.mjs';
import { runWhenMain } from './run-when-main.mjs';

const inputs = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'build/electron.vite.config.ts',
  'build/chunk-by-program.mjs',
  'build/licences.mjs',
  'build/conf-without-schemas.mjs',
  'build/only-used-undici.mjs',
];

/** Builds out/ when the sources have changed. Its words go to stderr: a command's stdout belongs to the command. */
export function buildWhenStale() {
  return whenStale({ name: 'build', inputs, result: 'out/main.mjs', run: buildApp });
}

async function buildApp() {
  const tool = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [
    tool,
    'build',
    '--config',
    inProject('build', 'electron.vite.config.ts'),
    '--logLevel',
    'warn',
  ];
  const code = await runCommand(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error(`The build ended with exit code ${code}; its output above says why.`);
  writeLicences();
}

await runWhenMain(import.meta, buildWhenStale);
