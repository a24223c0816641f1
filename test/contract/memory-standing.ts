import type { ContentId, Version } from '../../electron/sync/ports.ts';
import type { SyncState } from '../../electron/sync/state-ports.ts';

function isSame(one?: Version | null, other?: Version | null): boolean {
  return one?.id !== undefined && one.id === other?.id && one.meaning === other.meaning;
}

/** `SyncState.standing` in the plainest words: the scan's text and GIIP's are each what was agreed on. */
export function standingOf(
  { base, remote, scans }: Pick<SyncState, 'base' | 'remote' | 'scans'>,
  except: ContentId,
): Map<string, string | undefined> {
  const paths = [base, remote, scans].flatMap((table) => table.all().map(({ path }) => path));
  const fingerprintOf = (path: string): string | undefined => {
    const [agreed, scan] = [base.get(path), scans.get(path)];
    const isInStep =
      isSame(scan?.version, agreed?.local) && isSame(remote.get(path)?.version, agreed?.remote);
    return isInStep && scan?.version.id !== except ? scan?.fingerprint : undefined;
  };
  return new Map(paths.sort().map((path) => [path, fingerprintOf(path)]));
}
