import type { ContentId, Listing, LocalText, Workspace, WriteOutcome } from '../../electron/sync/ports.ts';
import { contentId } from '../../electron/workspace/content-id.ts';
import { isIgnoredName } from '../../electron/workspace/ignored-names.ts';
import { safePath } from '../../electron/workspace/safe-path.ts';
import type { ItemPath, Rejected } from '../../shared/model/item.ts';
import { fail, ok, type SyncError } from '../../shared/model/sync-error.ts';

interface MemoryFile {
  readonly text: string;
  readonly version: number;
  readonly time: number;
  /** Why it cannot be read; its stat still can. */
  readonly spoiled?: string;
}

/** What the engine is about to do. `write` is told twice: before anything, and right before the exchange. */
export interface Step {
  readonly call: 'identify' | 'list' | 'read' | 'write' | 'exchange';
  readonly path: ItemPath | null;
}

/**
 * Called before each step: it may edit the folder (another program), or answer an error for the call to fail
 * with.
 */
export type Interference = (step: Step) => SyncError | undefined;

/** A workspace without a disk, for tests of everything above it, with a person's hands in it. */
export interface MemoryWorkspace extends Workspace {
  /** What stands in the folder now, sorted by path. */
  texts(): ReadonlyMap<ItemPath, string>;
  text(path: ItemPath): string | undefined;
  /** A person saves a file. */
  edit(path: ItemPath, text: string): void;
  remove(path: ItemPath): void;
  /** From now on the file is listed but cannot be read. */
  spoil(path: ItemPath, reason: string): void;
  /** A name that is listed as refused (a link, a pipe, too large, …). */
  refuse(path: string, reason: string): void;
  /** A folder, with `/` at the end, of which nothing can be told. */
  closeFolder(path: string, reason: string): void;
  openFolder(path: string): void;
  unmount(): void;
  mount(): void;
  /** The same path, another folder: same files, other identity. */
  exchangeFolder(): void;
  interfere(interference: Interference): void;
  /** How many files were written by `write`. */
  writes(): number;
}

const SETTLE_MS = 2000;

/**
 * The same semantics as the real folder; `test/contract/workspace.test.ts` runs the same cases against both.
 */
export function createMemoryWorkspace(now: () => number = Date.now): MemoryWorkspace {
  const files = new Map<ItemPath, MemoryFile>();
  const refused = new Map<string, Rejected>();
  const closed = new Map<string, Rejected>();
  let [version, inode, mounted, written] = [0, 1, true, 0];
  let interference: Interference = () => undefined;

  const fingerprint = (file: MemoryFile) => `${file.text.length}:${file.version}`;
  const settled = (file: MemoryFile) => file.time < now() - SETTLE_MS;
  const closedAbove = (path: string) => [...closed.values()].find((folder) => path.startsWith(folder.path));

  function put(path: ItemPath, text: string): MemoryFile {
    version += 1;
    const file = { text, version, time: now() };
    files.set(path, file);
    return file;
  }

  /** Why nothing is known or wanted at this path, whatever stands there. */
  function barrier(path: ItemPath): string | undefined {
    const admission = safePath.admitLocal(path);
    if ('refused' in admission) return admission.refused;
    return closedAbove(path)?.reason ?? refused.get(path)?.reason;
  }

  function isFolder(path: ItemPath): boolean {
    return [...files.keys()].some((other) => other.startsWith(`${path}/`));
  }

  function isBelowFile(path: ItemPath): boolean {
    return [...files.keys()].some((other) => path.startsWith(`${other}/`));
  }

  function look(path: ItemPath): LocalText {
    const reason = mounted ? barrier(path) : 'the workspace folder is missing';
    if (reason !== undefined) return { state: 'unreadable', reason };
    if (isFolder(path)) return { state: 'unreadable', reason: 'a folder stands where a file is meant' };
    const file = files.get(path);
    if (file === undefined) return { state: 'absent' };
    if (file.spoiled !== undefined) return { state: 'unreadable', reason: file.spoiled };
    if (file.text.includes('\0')) return { state: 'unreadable', reason: 'binary' };
    return {
      state: 'present',
      text: file.text,
      fingerprint: fingerprint(file),
      settled: settled(file),
      changedAt: file.time,
    };
  }

  function stands(path: ItemPath, expected: ContentId | null): boolean {
    const standing = look(path);
    if (standing.state === 'absent') return expected === null;
    return standing.state === 'present' && contentId(standing.text) === expected;
  }

  /** One that came apart on the way is told by what stands in the way of it. */
  function reachable(place: string): string {
    const parts = place.split('/');
    const ways = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    const bars = (way: string): boolean =>
      files.has(way) || refused.has(way) || closed.has(`${way}/`) || !isFolder(way);
    return ways.find(bars) ?? place;
  }

  function listing(): Listing {
    const refusals = [...refused.values()];
    const items: Listing['items'][number][] = [];
    for (const [path, file] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const admission = safePath.admitLocal(path);
      if (path.split('/').some(isIgnoredName) || closedAbove(path) || refused.has(path)) continue;
      if ('refused' in admission) refusals.push({ path, reason: admission.refused });
      else
        items.push({
          path,
          fingerprint: fingerprint(file),
          bytes: Buffer.byteLength(file.text),
          settled: settled(file),
        });
    }
    return { items, refused: refusals, unreadableFolders: [...closed.values()] };
  }

  function writeFault(path: ItemPath, text: string): SyncError | undefined {
    if (!mounted) return { code: 'workspace-missing' };
    const admission = safePath.admitLocal(path);
    const reason = 'refused' in admission ? admission.refused : closedAbove(path)?.reason;
    const fault = reason ?? (/[\0\p{Surrogate}]/u.test(text) ? 'not text' : undefined);
    if (fault !== undefined) return { code: 'write-failed', detail: `${path}: ${fault}` };
    return isBelowFile(path)
      ? { code: 'write-failed', detail: `${path}: a file stands where a folder is needed` }
      : undefined;
  }

  function write(path: ItemPath, text: string, expected: ContentId | null): WriteOutcome {
    const fault = interference({ call: 'write', path }) ?? writeFault(path, text);
    if (fault !== undefined) return { state: 'failed', error: fault };
    if (!stands(path, expected)) return { state: 'changed' };
    const late = interference({ call: 'exchange', path }) ?? writeFault(path, text);
    if (late !== undefined) return { state: 'failed', error: late };
    if (!stands(path, expected)) return { state: 'changed' };
    written += 1;
    return { state: 'written', fingerprint: fingerprint(put(path, text)) };
  }

  function identify() {
    const fault = interference({ call: 'identify', path: null });
    if (fault !== undefined) return { ok: false, error: fault } as const;
    if (!mounted) return fail('workspace-missing', '/memory');
    return ok({ realPath: '/memory', device: '1', inode: `${inode}` });
  }

  function list(asked?: readonly string[]) {
    const fault = interference({ call: 'list', path: null });
    if (fault !== undefined) return { ok: false, error: fault } as const;
    if (!mounted) return fail('workspace-missing', '/memory');
    const whole = listing();
    if (asked === undefined) return ok(whole);
    const places = asked.map(reachable);
    const isAsked = ({ path }: { readonly path: string }): boolean =>
      places.some((place) => `${path.replace(/\/$/, '')}/`.startsWith(`${place}/`));
    return ok({
      items: whole.items.filter(isAsked),
      refused: whole.refused.filter(isAsked),
      unreadableFolders: whole.unreadableFolders.filter(isAsked),
      places,
    });
  }

  function read(path: ItemPath): LocalText {
    const fault = interference({ call: 'read', path });
    return fault === undefined ? look(path) : { state: 'unreadable', reason: fault.detail ?? fault.code };
  }

  return {
    identify: async () => identify(),
    list: async (places) => list(places),
    read: async (path) => read(path),
    write: async (path, text, expected) => write(path, text, expected),
    texts: () => new Map([...files].map(([path, file]) => [path, file.text] as const).sort()),
    text: (path) => files.get(path)?.text,
    edit: (path, text) => void put(path, text),
    remove: (path) => void files.delete(path),
    spoil(path, reason) {
      const file = files.get(path) ?? put(path, '');
      files.set(path, { ...file, spoiled: reason });
    },
    refuse: (path, reason) => void refused.set(path, { path, reason }),
    closeFolder: (path, reason) => void closed.set(path, { path, reason }),
    openFolder: (path) => void closed.delete(path),
    unmount() {
      mounted = false;
    },
    mount() {
      mounted = true;
    },
    exchangeFolder() {
      inode += 1;
    },
    interfere(next) {
      interference = next;
    },
    writes: () => written,
  };
}
