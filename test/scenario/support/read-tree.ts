import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file under a folder, by its path with `/`. */
export function readFiles(folder: string): readonly (readonly [path: string, bytes: Buffer])[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)]);
}

/** What tells two trees apart byte for byte: path → length and hash. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  return Object.fromEntries(
    readFiles(folder).map(([path, bytes]) => [path, `${bytes.length} bytes, ${digest(bytes)}`]),
  );
}
