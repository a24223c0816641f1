import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../build/project-paths.mjs';

/** What a file loads as soon as it is loaded: its own imports, not its types and not what it loads later. */
const LOADED = /^(?:import|export) (?!type )(?:[^'";]*? from )?'([^']+)';/gm;

/** Every file and package that is loaded with these files. */
function loadedWith(files: readonly string[]): ReadonlySet<string> {
  const loaded = new Set<string>(files);
  for (const file of loaded) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(projectRoot, file), 'utf8');
    for (const [, name = ''] of text.matchAll(LOADED))
      loaded.add(name.startsWith('.') ? join(dirname(file), name) : name);
  }
  return loaded;
}

/** What `sync` loads before it makes its request. */
const SYNC = ['electron/cli.ts', 'electron/cli/open-context.ts', 'electron/cli/sync-command.ts'];
const REQUEST = ['electron/api/dispatcher-for.ts', 'electron/api/undici-attempt.ts'];

const LIBRARIES = ['@parcel/watcher', 'diff', 'jsonc-parser', 'libsql'];

test('sync loads no library that only others need', () => {
  const packages = [...loadedWith(SYNC)].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'));
  expect(packages).toContain('libsql');
  expect(packages.filter((name) => !LIBRARIES.includes(name))).toEqual([]);
});

test('sync loads no part of another command', () => {
  const others =
    /^electron\/(doctor|support|rehearsal|updates|notify|ipc|shell)\/|secretlint-rules|log-files/;
  expect([...loadedWith(SYNC)].filter((name) => others.test(name))).toEqual([]);
});

test('a request without a proxy loads neither all of undici nor an http or tls of Node', () => {
  const loaded = loadedWith([...SYNC, ...REQUEST]);
  for (const heavy of ['undici', 'node:http', 'node:https', 'node:http2', 'node:tls'])
    expect(loaded.has(heavy), heavy).toBe(false);
});
