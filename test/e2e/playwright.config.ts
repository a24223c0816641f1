import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const artefacts = resolve(import.meta.dirname, '../../artefacts/e2e');

// One worker: the tests share a screen, a session bus and a keyring. No retries: a test that sometimes fails is a fault.
export default defineConfig({
  testDir: '.',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  outputDir: resolve(artefacts, 'output'),
  reporter: [['list'], ['json', { outputFile: resolve(artefacts, 'results.json') }]],
  use: { trace: 'retain-on-failure', actionTimeout: 15_000 },
});
