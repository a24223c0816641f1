import type { ItemPath } from '../../shared/model/item.ts';
import type { Digest, LocalText, Version, Workspace } from './ports.ts';
import { versionOf } from './version-of.ts';

/** A file of which only this must be known; its text is dropped. */
export type LocalVersion =
  | Exclude<LocalText, { state: 'present' }>
  | {
      readonly state: 'present';
      readonly version: Version;
      readonly fingerprint: string;
      readonly settled: boolean;
    };

/** A file to be read, and which text an earlier look found there. */
export interface ToRead {
  readonly path: ItemPath;
  readonly known: Version | undefined;
}

/** Reads many files and tells of each what it is, in any order. Rejects where reading itself would. */
export type ReadVersions = (
  wanted: readonly ToRead[],
  onRead: (one: ToRead, found: LocalVersion) => void,
) => Promise<void>;

/** The same text means the same: only one that is new is taken apart. */
export async function readVersion(
  workspace: Pick<Workspace, 'read'>,
  digest: Digest,
  { path, known }: ToRead,
): Promise<LocalVersion> {
  const found = await workspace.read(path);
  if (found.state !== 'present') return found;
  const { text, fingerprint, settled } = found;
  const id = digest(text);
  const version = known?.id === id ? known : versionOf(digest, path, text, id);
  if ('broken' in version) return { state: 'unreadable', reason: version.broken };
  return { state: 'present', version, fingerprint, settled };
}
