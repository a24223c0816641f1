import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../build/project-paths.mjs';
import { asarFiles } from './support/asar-files.ts';
import { PACKAGES } from './support/packages.ts';

const ARCHIVE = join(PACKAGES, 'linux-unpacked', 'resources', 'app.asar');

/** Ours, as the build names them: programs, pages, styles; no map, no source, no test, no note. */
const OURS = [
  /^package\.json$/,
  /^out\/(?:main|cli|engine-worker|version-reader)\.mjs$/,
  /^out\/preload\.cjs$/,
  /^out\/licences\.json\.gz$/,
  /^out\/chunks\/[\w-]+\.mjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w-]+\.(?:js|css|svg|png|woff2)$/,
];

/** What cannot be bundled, and what that needs. Another one here is a decision, not an accident. */
const PACKAGE_NAMES = ['@libsql/linux-x64-gnu', '@neon-rs/load', 'detect-libc', 'libsql'];

function packageOf(path: string): string | null {
  return /^(?:node_modules\/.*)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

test('the archive holds what the build made and the named packages, and nothing else', () => {
  const paths = asarFiles(ARCHIVE).map(({ path }) => path);
  const strangers = paths.filter((path) => {
    const name = packageOf(path);
    return name === null ? !OURS.some((ours) => ours.test(path)) : !PACKAGE_NAMES.includes(name);
  });
  expect(strangers).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining([
      'out/main.mjs',
      'out/cli.mjs',
      'out/engine-worker.mjs',
      'out/version-reader.mjs',
      'out/preload.cjs',
    ]),
  );
});

test('no link, and only native code lies beside it, where its hash does not reach', () => {
  const files = asarFiles(ARCHIVE);
  expect(files.filter(({ isLink }) => isLink)).toEqual([]);
  const beside = files.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => packageOf(path));
  expect([...new Set(beside)].sort()).toEqual(['@libsql/linux-x64-gnu']);
  const native = files.filter(({ path }) => path.endsWith('.node'));
  expect(native.filter(({ isUnpacked }) => !isUnpacked)).toEqual([]);
});

/** The goal (research/performance.md, 17). */
const MOST_BYTES = 3_000_000;

test('it stays small: minified, without sources, headers and maps', () => {
  expect(readFileSync(ARCHIVE).length).toBeLessThan(MOST_BYTES);
});

test('nothing in it names the folder in which it was built', () => {
  expect(readFileSync(ARCHIVE).includes(`${projectRoot}/`)).toBe(false);
});
