import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file under a folder: its path with `/` → its bytes as hexadecimal text. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  const read = files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [relative(folder, file).replaceAll('\\', '/'), readFileSync(file).toString('hex')] as const;
  });
  return Object.fromEntries(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}
