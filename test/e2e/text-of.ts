import { readFileSync } from 'node:fs';

/** What a file holds, or null while it is not there. */
export function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
