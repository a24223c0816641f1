import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { projectRoot } from './cruise.ts';

const kept = globSync('test/e2e/baselines/*/*.png', { cwd: projectRoot }).sort();
const views = globSync('test/e2e/a11y/*.yml', { cwd: projectRoot }).map((file) => basename(file, '.yml'));

test('every window that a screen reader is told of has its pictures, in every language, light and dark', () => {
  const expected = views.flatMap((view) =>
    LANGUAGES.flatMap((language) => [`${view}-${language}-dark.png`, `${view}-${language}-light.png`]),
  );
  expect(views.length).toBeGreaterThan(25);
  expect(kept.map((file) => basename(file)).sort()).toEqual(expected.sort());
});

test('every picture of the README is one that the end-to-end tests compare with the windows of today', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)].map(([, file]) => file);
  expect(shown.length).toBeGreaterThan(5);
  for (const file of shown) expect(kept).toContain(file);
  for (const scheme of ['light', 'dark'])
    expect(shown.some((file) => file?.endsWith(`-en-${scheme}.png`))).toBe(true);
});
