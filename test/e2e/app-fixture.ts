import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startTestGiip, type TestGiip } from '../giip-server/start-test-giip.ts';
import { RunningApp } from './running-app.ts';
import { TrayHost } from './tray/tray-host.ts';

/** A computer of its own for one test: a home, an Openclaw folder and a state folder that nobody else uses. */
export interface Place {
  readonly root: string;
  readonly workspace: string;
  readonly stateDir: string;
  readonly config: string;
}

export interface Fixtures {
  readonly place: Place;
  readonly giip: TestGiip;
  /** A panel that shows tray icons; without it the desktop has none. */
  readonly trayHost: TrayHost;
  /** Starts the packaged application in this place; what still runs at the end is ended. */
  readonly start: (...options: readonly string[]) => Promise<RunningApp>;
}

export const LSSN = 71;
export const TOKEN = 'sk-e2e-0123456789abcdef';

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  place: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'openclaw-e2e-'));
    const inRoot = (name: string): string => join(root, name);
    const place = {
      root,
      workspace: inRoot('home/.openclaw'),
      stateDir: inRoot('state'),
      config: inRoot('config'),
    };
    for (const folder of ['configs', 'docs']) mkdirSync(join(place.workspace, folder), { recursive: true });
    await use(place);
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above
  giip: async ({}, use) => {
    const giip = await startTestGiip({ lssn: LSSN, token: TOKEN });
    await use(giip);
    await giip.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above
  trayHost: async ({}, use) => {
    const host = await TrayHost.start();
    await use(host);
    host.end();
  },

  start: async ({ place, giip }, use) => {
    const started: RunningApp[] = [];
    await use(async (...options) => {
      const app = await RunningApp.start(place, ['--api-url', giip.url, ...options]);
      started.push(app);
      return app;
    });
    for (const app of started) await app.end();
  },
});
