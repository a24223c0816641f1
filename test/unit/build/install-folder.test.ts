import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installFolder } from '../../../build/install-folder.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-folder-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

async function fill(workFolder: string): Promise<string> {
  const result = join(workFolder, 'result');
  mkdirSync(result);
  writeFileSync(join(result, 'program'), 'new');
  return result;
}

test('a finished folder takes the place of the old one', async () => {
  const folder = join(root, 'deep', 'runtime');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'left-over'), '');
  await installFolder(folder, fill);
  expect(readdirSync(folder)).toEqual(['program']);
  expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('new');
});

test('a failure on the way leaves the old folder and nothing else', async () => {
  const folder = join(root, 'runtime');
  mkdirSync(folder);
  writeFileSync(join(folder, 'program'), 'old');
  const failing = async (workFolder: string): Promise<string> => {
    await fill(workFolder);
    throw new Error('no space left');
  };
  await expect(installFolder(folder, failing)).rejects.toThrow('no space left');
  expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('old');
  expect(readdirSync(root)).toEqual(['runtime']);
});

test('a failure where nothing was leaves nothing', async () => {
  const folder = join(root, 'runtime');
  await expect(installFolder(folder, () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  expect(existsSync(folder)).toBe(false);
});
