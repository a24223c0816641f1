import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty `.openclaw` folder of this test alone, with the hands of a person in it. */
export interface TempWorkspace {
  readonly root: string;
  readonly parent: string;
  edit(path: string, content: string | Uint8Array): void;
  text(path: string): string;
  exists(path: string): boolean;
  /** Every name in the root: what a write may have left behind. */
  names(): readonly string[];
  absolute(path: string): string;
}

export function tempWorkspace(): TempWorkspace {
  const parent = mkdtempSync(join(tmpdir(), 'workspace-unit-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const root = join(parent, '.openclaw');
  mkdirSync(root);
  const absolute = (path: string) => join(root, path);
  return {
    root,
    parent,
    absolute,
    edit(path, content) {
      mkdirSync(dirname(absolute(path)), { recursive: true });
      writeFileSync(absolute(path), content);
    },
    text: (path) => readFileSync(absolute(path), 'utf8'),
    exists: (path) => existsSync(absolute(path)),
    names: () => readdirSync(root).sort(),
  };
}

/** True when the file has one name only and is no link. */
export function isPlainFile(file: string): boolean {
  const stats = lstatSync(file);
  return stats.isFile() && stats.nlink === 1;
}
