import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { chunkByProgram } from './chunk-by-program.mjs';
import { confWithoutSchemas } from './conf-without-schemas.mjs';
import { onlyUsedUndici } from './only-used-undici.mjs';
import { noteBundledPackages } from './release/note-bundled-packages.mjs';

const root = resolve(import.meta.dirname, '..');
const fromRoot = (path: string): string => resolve(root, path);

// Only what cannot be bundled stays outside: native modules and Electron itself.
const native = ['electron', 'libsql', '@parcel/watcher'];

const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
const define = { __APP_VERSION__: JSON.stringify(version) };

// One output serves the development runtime (Electron 33: Node 20.18, Chromium 130) and every newer one.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

const NAMES = { function: true, class: true };
// Half the bytes to read at each start. Names stay: the log says where something happened by them.
const smaller = { compress: { keepNames: NAMES }, mangle: { keepNames: NAMES }, codegen: true } as const;

/**
 * Builds out/main.mjs, out/cli.mjs, out/engine-worker.mjs, out/version-reader.mjs, out/preload.cjs and out/renderer/. The command line runs on
 * plain Node as well, so nothing that it reaches may import Electron.
 */
export default defineConfig({
  main: {
    define,
    plugins: [onlyUsedUndici(), confWithoutSchemas(), noteBundledPackages('main')],
    build: {
      target: nodeTarget,
      outDir: fromRoot('out'),
      emptyOutDir: true,
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        input: {
          main: fromRoot('electron/main.ts'),
          cli: fromRoot('electron/cli.ts'),
          'engine-worker': fromRoot('electron/engine-worker.ts'),
          'version-reader': fromRoot('electron/version-reader.ts'),
        },
        external: native,
        output: {
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: 'chunks/[name]-[hash].mjs',
          minify: smaller,
          codeSplitting: {
            groups: [
              { debugName: 'by program', name: chunkByProgram, includeDependenciesRecursively: false },
            ],
          },
        },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages('preload')],
    build: {
      target: nodeTarget,
      outDir: fromRoot('out'),
      emptyOutDir: false,
      minify: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: fromRoot('electron/preload.ts') },
        external: ['electron'],
        // A sandboxed preload can be neither ESM nor more than one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react(), noteBundledPackages('renderer')],
    build: {
      target: pageTarget,
      outDir: fromRoot('out/renderer'),
      minify: true,
      emptyOutDir: true,
      rolldownOptions: { input: { index: fromRoot('renderer/index.html') } },
    },
  },
});
