import type {
  ContentId,
  Digest,
  ListedItem,
  LocalText,
  Workspace,
  WriteOutcome,
} from '../../../electron/sync/ports.ts';
import type { ItemPath, Rejected } from '../../../shared/model/item.ts';
import { type ErrorCode, fail, ok } from '../../../shared/model/sync-error.ts';
import type { Effects, Owner } from '../core/effects.ts';
import type { SimFile, SimFolder } from './sim-folder.ts';

/** How a file call ends. */
export type FileFault = 'none' | 'before' | 'after' | 'folder' | 'refused';

export interface WorkspaceHooks {
  readonly digest: Digest;
  readonly now: () => number;
  /** What this call does instead of its work; `after`: the work is done, and the answer is a failure. */
  fault(call: 'identify' | 'list' | 'read' | 'write' | 'exchange', path: ItemPath | null): FileFault;
  readonly reason: () => string;
  read(path: ItemPath, answer: LocalText): void;
  /** Right before a text of the engine takes the place of another; `isTold`: the engine will hear of it. */
  replacing(path: ItemPath, before: string | null, after: string, isTold: boolean): void;
}

const SETTLE_MS = 2_000;
const CODES: readonly ErrorCode[] = ['write-failed', 'disk-full', 'workspace-missing'];

/** The `Workspace` port of one process: every call waits for the schedule, and may fail in every way. */
export function simWorkspace(
  owner: Owner,
  effects: Effects,
  folder: SimFolder,
  hooks: WorkspaceHooks,
): Workspace {
  const fingerprint = (file: SimFile): string => `${file.text.length}:${file.mtime}:${file.inode}`;
  const isSettled = (file: SimFile): boolean => file.mtime < hooks.now() - SETTLE_MS;

  function look(path: ItemPath): LocalText {
    if (!folder.isMounted) return { state: 'unreadable', reason: 'the workspace folder is missing' };
    const file = folder.files.get(path);
    if (!file) return { state: 'absent' };
    if (folder.locked.has(path)) return { state: 'unreadable', reason: 'another program holds it (EBUSY)' };
    return { state: 'present', text: file.text, fingerprint: fingerprint(file), settled: isSettled(file) };
  }

  function stands(path: ItemPath, expected: ContentId | null): boolean {
    const found = look(path);
    if (found.state === 'absent') return expected === null;
    return found.state === 'present' && hooks.digest(found.text) === expected;
  }

  function writeFailure(path: ItemPath): WriteOutcome {
    const code = CODES[hooks.reason().length % CODES.length] ?? 'write-failed';
    return { state: 'failed', error: fail(folder.isMounted ? code : 'workspace-missing', path).error };
  }

  function list(): Awaited<ReturnType<Workspace['list']>> {
    if (!folder.isMounted) return fail('workspace-missing', '/sim');
    const fault = hooks.fault('list', null);
    if (fault === 'before' || fault === 'after') return fail('workspace-unreadable', hooks.reason());
    const refused: Rejected[] = [];
    const items: ListedItem[] = [];
    const isClosed = (path: ItemPath): boolean => fault === 'folder' && path.startsWith('docs/sub/');
    for (const [path, file] of [...folder.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (isClosed(path)) continue;
      const bytes = file.text.length;
      // Too large, say; what is refused by its name was never empty.
      if (fault === 'refused' && refused.length === 0 && bytes > 0)
        refused.push({ path, reason: hooks.reason() });
      else items.push({ path, fingerprint: fingerprint(file), bytes, settled: isSettled(file) });
    }
    const closed = { path: 'docs/sub/', reason: hooks.reason() };
    return ok({ items, refused, unreadableFolders: fault === 'folder' ? [closed] : [] });
  }

  function identify(): Awaited<ReturnType<Workspace['identify']>> {
    if (!folder.isMounted) return fail('workspace-missing', '/sim');
    if (hooks.fault('identify', null) !== 'none') return fail('workspace-unreadable', hooks.reason());
    return ok({ realPath: '/sim', device: '1', inode: String(folder.identity) });
  }

  function read(path: ItemPath): LocalText {
    const isFaulty = hooks.fault('read', path) !== 'none';
    const answer = isFaulty ? { state: 'unreadable' as const, reason: hooks.reason() } : look(path);
    hooks.read(path, answer);
    return answer;
  }

  /** The first half of a write: nothing stands in its place yet. Undefined: go on. */
  function begin(path: ItemPath, expected: ContentId | null): WriteOutcome | undefined {
    if (!folder.isMounted || folder.locked.has(path)) return writeFailure(path);
    if (hooks.fault('write', path) !== 'none') return writeFailure(path);
    return stands(path, expected) ? undefined : { state: 'changed' };
  }

  function exchange(path: ItemPath, text: string, expected: ContentId | null): WriteOutcome {
    if (!folder.isMounted || folder.locked.has(path)) return writeFailure(path);
    const fault = hooks.fault('exchange', path);
    if (fault === 'before') return writeFailure(path);
    if (!stands(path, expected)) return { state: 'changed' };
    hooks.replacing(path, folder.text(path) ?? null, text, fault === 'none');
    const file = folder.put(path, text, hooks.now(), { isFlushed: true, isNewFile: true });
    // The new file stands, but the folder could not be flushed: the caller must not count on it.
    return fault === 'none' ? { state: 'written', fingerprint: fingerprint(file) } : writeFailure(path);
  }

  return {
    identify: () => effects.call(owner, 'identify', identify),
    list: () => effects.call(owner, 'list', list),
    read: (path) => effects.call(owner, `read ${path}`, () => read(path)),
    async write(path, text, expected) {
      const early = await effects.call(owner, `stage ${path}`, () => begin(path, expected));
      return early ?? effects.call(owner, `exchange ${path}`, () => exchange(path, text, expected));
    },
  };
}
