import { writeFileSync } from 'node:fs';
import { build } from 'vite';
import { runtimePath } from '../../build/electron-runtime.mjs';
import { whenStale } from '../../build/freshness.mjs';
import { inProject } from '../../build/project-paths.mjs';
import { runnableElectron } from '../../build/runnable-electron.mjs';

/** The folder of the program that runs our network inside a real Electron. */
export const BROWSER_APP = inProject('.cache', 'network-tests');

async function bundle(): Promise<void> {
  await build({
    root: inProject(),
    configFile: false,
    logLevel: 'warn',
    define: { __APP_VERSION__: '"0.0.0-test"' },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: inProject('test', 'browser', 'programs', 'browser-program.ts'),
      target: 'node20.18',
      outDir: BROWSER_APP,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  });
  writeFileSync(
    `${BROWSER_APP}/package.json`,
    '{ "name": "network-tests", "main": "main.mjs", "type": "module" }\n',
  );
}

/** Vitest runs this once before the tests that start it. */
export async function setup(): Promise<void> {
  await whenStale({
    name: 'network-tests',
    inputs: ['electron', 'shared', 'test/browser', 'package-lock.json'],
    result: '.cache/network-tests/main.mjs',
    run: bundle,
  });
  // Here and once: of two workers that find no runnable one, the second replaced what the first had just started.
  await runnableElectron(runtimePath(), BROWSER_APP);
}
