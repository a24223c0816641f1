import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { test as base, type Place } from '../app-fixture.ts';
import { RunningApp } from '../running-app.ts';
import { FONT_FILES } from './conditions.ts';
import { steadyPage, zoneOfNoon } from './steady-page.ts';

/** Stands in pictures and in fonts.conf, so it is the same each time. */
const ROOT = '/tmp/openclaw-pictures';

function makePlace(): Place {
  rmSync(ROOT, { recursive: true, force: true });
  const inRoot = (name: string): string => join(ROOT, name);
  const place = {
    root: ROOT,
    workspace: inRoot('home/.openclaw'),
    stateDir: inRoot('state'),
    config: inRoot('config'),
  };
  for (const folder of ['configs', 'docs']) mkdirSync(join(place.workspace, folder), { recursive: true });
  mkdirSync(place.stateDir, { recursive: true });
  mkdirSync(inRoot('fonts'));
  for (const file of FONT_FILES) symlinkSync(file, inRoot(`fonts/${basename(file)}`));
  writeFileSync(join(place.stateDir, 'settings.json'), '{"language":"en","trayHintSeen":true}');
  return place;
}

const ENVIRONMENT = { FONTCONFIG_FILE: resolve(import.meta.dirname, 'fonts.conf'), GDK_SCALE: '1' };

/** A computer on which every picture is the same each time: its fonts, its clock, its folders. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  place: async ({}, use) => {
    await use(makePlace());
    rmSync(ROOT, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  start: async ({ place, giip }, use) => {
    const started: RunningApp[] = [];
    await use(async (...options) => {
      const environment = { ...ENVIRONMENT, TZ: zoneOfNoon(new Date()) };
      const app = await RunningApp.start(place, ['--api-url', giip.url, ...options], { environment });
      await app.electron.context().addInitScript(steadyPage);
      started.push(app);
      return app;
    });
    for (const app of started) await app.end();
  },
});
