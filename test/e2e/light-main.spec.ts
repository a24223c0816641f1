import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';

test('GTK loads no driver of the screen into main, and what is started later does not inherit that', async ({
  start,
}) => {
  const app = await start('--hidden');
  const maps = readFileSync(`/proc/${app.electron.process().pid}/maps`, 'utf8');
  expect(maps).toContain('libgtk-3');
  expect(maps.match(/swrast_dri|libLLVM|libGLX_mesa/g) ?? []).toEqual([]);
  expect(await app.electron.evaluate(() => process.env.GDK_GL ?? null)).toBeNull();
});
