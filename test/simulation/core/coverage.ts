import { compareItem, type LocalSide, type RemoteSide } from '../../../electron/sync/compare.ts';
import type { BaseEntry, RemoteEntry } from '../../../electron/sync/state-ports.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SimProcess } from '../world/machine.ts';

/** Which fault points were met by which verdict in which state of a cycle. */
export class Coverage {
  readonly counts = new Map<string, number>();

  /** `path` null: the fault speaks of the whole cycle, so every item's verdict is met. */
  hit(point: string, process: SimProcess, path: ItemPath | null): void {
    const paths = path === null ? process.machine.world.paths() : [path];
    for (const verdict of new Set(paths.map((one) => verdictOf(process, one))))
      this.add(`${point} × ${verdict} × ${process.phase}`);
  }

  merge(counts: Iterable<readonly [string, number]>): void {
    for (const [key, count] of counts) this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }

  /** One more of `fault point × verdict × state`. */
  add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}

/** What the engine's own table says to this item now, as far as this machine can know. */
function verdictOf({ machine, engine }: SimProcess, path: ItemPath): string {
  const text = machine.folder.text(path);
  const version = text === undefined ? null : versionOf(engine.digest, path, text);
  const local: LocalSide =
    version === null
      ? { state: 'absent' }
      : 'broken' in version
        ? { state: 'unreadable', reason: version.broken }
        : { state: 'present', version };
  const entry = machine.store.get<RemoteEntry>('remote', path);
  const remote: RemoteSide = !entry
    ? { state: 'absent' }
    : entry.version
      ? { state: 'present', version: entry.version }
      : { state: 'gone' };
  return compareItem(path, machine.store.get<BaseEntry>('base', path), local, remote).action;
}
