import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './cruise.ts';

/** Every file that is or would be committed, from the project root, under one of the folders. */
export function sourceFiles(...folders: string[]): string[] {
  const args = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
    '-z',
    '--',
    ...folders,
  ];
  const names = execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).split('\0');
  return names.filter((name) => name !== '');
}

/** Those of the files whose text matches. */
export function filesWith(pattern: RegExp, files: readonly string[]): string[] {
  return files.filter((file) => pattern.test(readFileSync(join(projectRoot, file), 'utf8')));
}
