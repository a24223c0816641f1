import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Listing } from '../sync/ports.ts';
import { foldKey } from '../workspace/fold-key.ts';
import { isIgnoredName } from '../workspace/ignored-names.ts';
import { createNodeWorkspace } from '../workspace/node-workspace.ts';
import type { DoctorLook, Looked } from './check.ts';
import { type Finding, found } from './finding.ts';
import { mayWrite } from './may-write.ts';

const SHOWN = 3;
const TOPS = ['configs', 'docs'];

async function examine(root: string): Promise<Looked> {
  const listed = await createNodeWorkspace({ root }).list();
  if (!listed.ok) return found.error(listed.error);
  const closed = [root, ...TOPS.map((top) => join(root, top)).filter(existsSync)].find(
    (each) => !mayWrite(each),
  );
  return closed === undefined
    ? { found: found.ok('folder-ok', { folder: root }), keep: { listing: listed.value } }
    : found.error({ code: 'write-failed', detail: closed });
}

/** There, a real folder, readable and writable. */
export const folderLook: DoctorLook = {
  id: 'folder',
  needs: ['settings'],
  look: (_scene, { subject }) => examine(subject.connection.workspace),
};

/** Files that editors and desktops make for themselves, which nobody misses on the other side. */
function countIgnored(root: string): number {
  const names = TOPS.map((top) => join(root, top))
    .filter(existsSync)
    .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }));
  return names.filter((name) => isIgnoredName(basename(name))).length;
}

/** Whether the file system takes `a` and `A` for one name. Asked by another spelling of what is there. */
function isCaseBlind(folder: string): boolean {
  const name = basename(folder);
  const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
  const twin = statSync(join(dirname(folder), other), { throwIfNoEntry: false });
  return other !== name && twin !== undefined && twin.ino === statSync(folder).ino;
}

/** Of names that differ by case or Unicode form alone, all but the first. */
function clashing({ items }: Listing): readonly string[] {
  const first = new Map<string, string>();
  for (const { path } of items) if (!first.has(foldKey(path))) first.set(foldKey(path), path);
  return items.map(({ path }) => path).filter((path) => first.get(foldKey(path)) !== path);
}

function listed(finding: 'names-left-out' | 'names-clash', paths: readonly string[]): Finding {
  return found.warning(finding, { count: paths.length, paths: paths.slice(0, SHOWN) });
}

/** What in the folder cannot be synced, and what is passed over. */
export const fileNamesLook: DoctorLook = {
  id: 'file-names',
  needs: ['folder'],
  look(_scene, { subject, listing }) {
    const { workspace } = subject.connection;
    const leftOut = [...listing.unreadableFolders, ...listing.refused].map(({ path }) => path);
    if (leftOut.length > 0) return listed('names-left-out', [...new Set(leftOut)]);
    const twins = clashing(listing);
    if (twins.length > 0) return listed('names-clash', twins);
    const facts = { items: listing.items.length, ignored: countIgnored(workspace) };
    return found.ok('names-ok', { ...facts, isCaseBlind: isCaseBlind(workspace) });
  },
};
