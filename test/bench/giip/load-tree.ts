import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { HeldSection } from './held-section.ts';
import { itemBytes } from './read-put.ts';

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Takes what lies in an `.openclaw` folder as if it had been pushed. */
export function loadTree(root: string, configs: HeldSection, docs: HeldSection): void {
  for (const name of readdirSync(join(root, 'configs'))) {
    const value: unknown = JSON.parse(textOf(join(root, 'configs', name)).replace(/^\ufeff/, ''));
    configs.put(name, itemBytes('config', name, value));
  }
  for (const entry of readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(root, file).replaceAll('\\', '/');
    docs.put(path, itemBytes('doc', path, textOf(file)));
  }
}
