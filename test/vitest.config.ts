import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

interface Layer {
  readonly name: string;
  readonly include: string;
  readonly exclude?: string;
  readonly environment?: 'node' | 'happy-dom';
  readonly seconds?: number;
  /** A module that Vitest runs once before the layer. */
  readonly before?: string;
  /** Where its temporary folders lie, if not where the system has them. */
  readonly folders?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** A module that runs before each file. */
  readonly setup?: string;
}

/**
 * One layer of tests as a Vitest project. The limits end what hangs; they are wide, because a slow machine is no fault of
 * the product. Where a time is part of what is tested, the test says so itself.
 */
function layer({
  name,
  include,
  exclude = '**/node_modules/**',
  environment = 'node',
  seconds = 60,
  before,
  folders,
  env = {},
  setup,
}: Layer) {
  const limit = seconds * 1000;
  return {
    root,
    define: { __APP_VERSION__: '"0.0.0-test"' },
    test: {
      name,
      include: [include],
      exclude: [exclude],
      environment,
      ...(before === undefined ? {} : { globalSetup: before }),
      ...(setup === undefined ? {} : { setupFiles: [setup] }),
      env: folders === undefined ? env : { ...env, TMPDIR: folders },
      testTimeout: limit,
      hookTimeout: limit,
    },
  };
}

/** A disk in memory, where this system has a roomy one: what flushes after each file is four times as fast there. */
function memoryDisk(): string | undefined {
  const folder = '/dev/shm';
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 1024 ** 3 ? folder : undefined;
}

const unit = 'test/unit/**/*.test.{ts,tsx}';
const renderer = 'test/unit/renderer/**/*.test.{ts,tsx}';

export default defineConfig({
  root,
  test: {
    passWithNoTests: true,
    // Vitest leaves one processor to itself; of two that would be half. The tests of programs wait for them most of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      layer({ name: 'unit', include: unit, exclude: renderer }),
      layer({ name: 'renderer', include: renderer, environment: 'happy-dom' }),
      layer({
        name: 'contract',
        include: 'test/contract/**/*.test.ts',
        seconds: 120,
        before: 'test/browser/build-program.ts',
      }),
      // What holds for one transport holds for the other: the same tests over Chromium's network stack in a real Electron.
      layer({
        name: 'browser',
        include: 'test/unit/api/{happy-path,limits,push,status-answers,broken-connections}.test.ts',
        seconds: 120,
        before: 'test/browser/build-program.ts',
        env: { OPENCLAW_SYNC_TEST_TRANSPORT: 'chromium' },
        setup: 'test/browser/close-after-file.ts',
      }),
      layer({
        name: 'scenario',
        include: 'test/scenario/**/*.test.ts',
        seconds: 300,
        folders: memoryDisk(),
        before: 'test/scenario/support/build-commands.ts',
      }),
      layer({
        name: 'hostile',
        include: 'test/hostile/**/*.test.ts',
        seconds: 300,
        folders: memoryDisk(),
        before: 'test/scenario/support/build-commands.ts',
      }),
      layer({
        name: 'faults',
        include: 'test/faults/**/*.test.ts',
        seconds: 600,
        folders: memoryDisk(),
        before: 'test/scenario/support/build-commands.ts',
      }),
      layer({ name: 'simulation', include: 'test/simulation/**/*.test.ts', seconds: 840 }),
      layer({
        name: 'package',
        include: 'test/package/**/*.test.ts',
        // The packages that are made and installed here are those for Linux.
        ...(process.platform === 'linux'
          ? {}
          : { exclude: 'test/package/{contents,signatures,life-of-*}.test.ts' }),
        seconds: 300,
        before: 'test/package/support/build-packages.ts',
      }),
      layer({ name: 'architecture', include: 'test/architecture/**/*.test.ts', seconds: 300 }),
    ],
  },
});
