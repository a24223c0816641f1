import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './cruise.ts';
import { filesWith, sourceFiles } from './source-files.ts';

interface LockEntry {
  readonly resolved?: string;
  readonly optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));
const entries: [string, LockEntry][] = Object.entries(lock.packages);
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));

/** npm looks for a package beside its user first, then in every node_modules above. */
function places(user: string, name: string): string[] {
  const inside = `${user}/node_modules/${name}`;
  const above = user.lastIndexOf('/node_modules/');
  return above === -1 ? [inside, `node_modules/${name}`] : [inside, ...places(user.slice(0, above), name)];
}

test('every optional platform package has an entry of its own, so that npm ci works on every platform', () => {
  const missing = entries.flatMap(([user, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(user, name).some((place) => lock.packages[place]),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no download address', () => {
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('no file names a package registry', () => {
  const registry = /registry\.(?:npmjs|yarnpkg)|npmmirror|_authToken/;
  const others = sourceFiles().filter((file) => file !== 'test/architecture/lock-file.test.ts');
  expect(filesWith(registry, others)).toEqual([]);
});

test('every version is pinned exactly', () => {
  const ranges = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(ranges).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(String(range)))).toEqual([]);
});
