import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const artefacts = resolve(import.meta.dirname, '../../artefacts/e2e');

/** What is in the environment of each desktop session that was started for these tests (build/desktop-session.mjs). */
const sessions: readonly NodeJS.ProcessEnv[] = JSON.parse(process.env.OPENCLAW_SYNC_SESSIONS ?? '[{}]');

// Playwright loads this in each worker: there a screen, a session bus and a keyring are shared by no other.
Object.assign(process.env, sessions[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

// No retries: a test that sometimes fails is a fault.
export default defineConfig({
  testDir: '.',
  workers: sessions.length,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  // Kept pictures and trees are looked at before they are renewed: `npm run test:e2e -- visual --update-snapshots`.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/{arg}{ext}',
  outputDir: resolve(artefacts, 'output'),
  reporter: [['list'], ['json', { outputFile: resolve(artefacts, 'results.json') }]],
  use: { trace: 'retain-on-failure', actionTimeout: 15_000 },
});
