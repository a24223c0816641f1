import { resolve } from 'node:path';
import type { ItemPath } from '../../shared/model/item.ts';

/** People may name an item as in the lists (`docs/a.md`) or as a file (`./.openclaw/docs/a.md`); both are one item. */
export function itemPath(workspace: string, typed: string): ItemPath {
  const slashed = typed.replaceAll('\\', '/').replace(/^\.\//, '');
  const isListed = slashed.startsWith('docs/') || slashed.startsWith('configs/');
  if (isListed) return slashed;
  const folder = `${workspace.replaceAll('\\', '/')}/`;
  const full = resolve(typed).replaceAll('\\', '/');
  return full.startsWith(folder) ? full.slice(folder.length) : slashed;
}
