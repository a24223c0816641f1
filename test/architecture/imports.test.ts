import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenRules, projectRoot } from './cruise.ts';

test('every import in the product keeps the rules', async () => {
  expect(await brokenRules(projectRoot)).toEqual([]);
});

describe('the rules bite', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'imports-'));
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
    symlinkSync(join(projectRoot, 'build'), join(root, 'build'));
    for (const zone of ['electron', 'renderer', 'shared']) mkdirSync(join(root, zone));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function write(file: string, ...imports: string[]): void {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${imports.map((from) => `import '${from}';`).join('\n')}\nexport const here = 1;\n`);
  }

  const refused: readonly [file: string, imported: string, rule: string][] = [
    ['shared/item.ts', 'node:fs', 'shared imports Node'],
    ['shared/item.ts', 'zod', 'shared imports a package it may not'],
    ['shared/item.ts', '../electron/sync/ports.ts', 'shared imports files of another zone'],
    ['electron/sync/cycle.ts', 'electron', 'electron/sync imports Electron'],
    ['electron/sync/cycle.ts', 'node:path', 'electron/sync imports Node'],
    ['electron/sync/cycle.ts', 'undici', 'electron/sync imports a package it may not'],
    ['electron/sync/cycle.ts', '../stores/other.ts', 'electron/sync imports files of another zone'],
    ['electron/api/client.ts', 'electron', 'electron/api imports Electron'],
    ['electron/api/client.ts', '../stores/other.ts', 'electron/api imports files of another zone'],
    ['electron/api/client.ts', '../sync/compare.ts', 'electron/api imports files of another zone'],
    ['electron/shell/tray.ts', '../stores/other.ts', 'electron/shell imports files of another zone'],
    ['electron/preload.ts', 'node:fs', 'electron/preload.ts imports Node'],
    ['renderer/app.tsx', 'electron', 'renderer imports Electron'],
    ['renderer/app.tsx', 'node:fs', 'renderer imports Node'],
    ['renderer/app.tsx', '../electron/sync/ports.ts', 'renderer imports files of another zone'],
    ['electron/stores/base.ts', '../../test/other.ts', 'electron/stores imports files of another zone'],
    ['electron/sync/cycle.ts', './nowhere.ts', 'import that leads nowhere'],
    ['electron/unknown/thing.ts', '../sync/ports.ts', 'file outside every zone'],
  ];

  test.each(refused)('%s may not import %s', async (file, imported, rule) => {
    write(file, imported);
    for (const other of [
      'electron/sync/ports.ts',
      'electron/sync/compare.ts',
      'electron/stores/other.ts',
      'test/other.ts',
    ]) {
      write(other);
    }
    const broken = await brokenRules(root);
    expect(broken.some((line) => line.startsWith(`${rule}: ${file} → `))).toBe(true);
  });

  test('the command line may not reach Electron through another file', async () => {
    write('electron/cli.ts', './compose.ts');
    write('electron/compose.ts', './shell/tray.ts');
    write('electron/shell/tray.ts', 'electron');
    const broken = await brokenRules(root);
    expect(broken.some((line) => line.startsWith('command line reaches Electron: electron/cli.ts'))).toBe(
      true,
    );
  });

  test('two files may not import each other', async () => {
    write('shared/one.ts', './two.ts');
    write('shared/two.ts', './one.ts');
    expect(await brokenRules(root)).toEqual(['import cycle: shared/one.ts → shared/two.ts']);
  });
});
