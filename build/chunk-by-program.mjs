import { relative } from 'node:path';
import { projectRoot } from './project-paths.mjs';

/**
 * What is loaded together, by the module that begins it. A command that syncs loads all of `sync` one after the other.
 * @type {ReadonlyMap<string, string>}
 */
const PROGRAMS = new Map([
  ['electron/main.ts', 'main'],
  ['electron/open-desktop.ts', 'desktop'],
  ['electron/engine-worker.ts', 'engine'],
  ['electron/version-reader.ts', 'reader'],
  ['electron/cli.ts', 'sync'],
  ['electron/run-command.ts', 'sync'],
  ['electron/cli/open-context.ts', 'sync'],
  ['electron/cli/sync-command.ts', 'sync'],
  ['electron/api/undici-attempt.ts', 'request'],
]);

/**
 * The programs that load a module, from its importers upwards.
 * @param {string} id
 * @param {(id: string) => { readonly importers: readonly string[] } | null} infoOf
 */
function programsOf(id, infoOf) {
  const seen = new Set([id]);
  for (const one of seen) for (const importer of infoOf(one)?.importers ?? []) seen.add(importer);
  return new Set(
    [...seen].flatMap((one) => PROGRAMS.get(relative(projectRoot, one).replaceAll('\\', '/')) ?? []),
  );
}

/**
 * The chunk of a module that `sync` loads: one for each set of programs that share it, so that a command opens few files and
 * no program loads what it does not need. By itself the bundler makes one for each set of all its entries: 68 for `sync`,
 * and Node takes half a millisecond for each. Null: as the bundler would have it.
 * @param {string} id
 * @param {{ getModuleInfo(id: string): { readonly importers: readonly string[], readonly isEntry: boolean } | null }} context
 */
export function chunkByProgram(id, context) {
  // It awaits what it runs: in one chunk with that it would wait for itself.
  if (context.getModuleInfo(id)?.isEntry) return null;
  const programs = programsOf(id, (one) => context.getModuleInfo(one));
  if (!programs.has('sync') && !programs.has('request')) return null;
  return [...programs].sort().join('-');
}
