import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, Platform } from 'electron-builder';
import { build as bundle } from 'vite';
import { runtimePath } from '../../../build/electron-runtime.mjs';
import { whenStale } from '../../../build/freshness.mjs';
import { inProject } from '../../../build/project-paths.mjs';

const SOURCE = inProject('test', 'bench', 'desktop', 'bare-app');
const PLACE = join('.cache', 'bench', 'bare-app');
const PROGRAM = join(PLACE, 'dist', 'linux-unpacked', 'openclaw-sync');

/** The bare tray as a program: the same Electron, the same packer, the same languages and fuses as the product. */
export async function bareProgram(): Promise<string> {
  const runtime = runtimePath();
  await whenStale({
    name: 'bare-app',
    inputs: ['test/bench/desktop/bare-app', 'build/electron-builder.yml'],
    detail: runtime.version,
    result: PROGRAM,
    run: async () => {
      await buildApp();
      await packApp(runtime);
    },
  });
  return inProject(PROGRAM);
}

async function buildApp(): Promise<void> {
  const out = inProject(PLACE, 'out');
  mkdirSync(out, { recursive: true });
  cpSync(join(SOURCE, 'package.json'), inProject(PLACE, 'package.json'));
  cpSync(join(SOURCE, 'main.mjs'), join(out, 'main.mjs'));
  await bundle({
    configFile: false,
    root: SOURCE,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: join(out, 'page'), emptyOutDir: true, target: 'chrome130' },
  });
}

async function packApp(runtime: { readonly dist: string; readonly version: string }): Promise<void> {
  await build({
    projectDir: inProject(PLACE),
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      extends: inProject('build', 'electron-builder.yml'),
      electronFuses: { enableNodeCliInspectArguments: true },
      electronDist: runtime.dist,
      electronVersion: runtime.version,
      directories: { output: 'dist', buildResources: inProject('build') },
    },
  });
}
