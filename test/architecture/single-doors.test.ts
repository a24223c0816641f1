import { expect, test } from 'vitest';
import { filesWith, sourceFiles } from './source-files.ts';

test('only renderer/api.ts touches window.api', () => {
  expect(filesWith(/\bwindow\s*\.\s*api\b/, sourceFiles('renderer'))).toEqual(['renderer/api.ts']);
});

test('only one file of the stores knows electron-store', () => {
  const files = filesWith(/from 'electron-store'/, sourceFiles('electron'));
  expect(files.length).toBeLessThanOrEqual(1);
  expect(files.filter((file) => !file.startsWith('electron/stores/'))).toEqual([]);
});
