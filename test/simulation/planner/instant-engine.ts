import type { Engine } from '../../../electron/sync/engine.ts';
import type { PushItem, Remote, SectionAnswer, Workspace } from '../../../electron/sync/ports.ts';
import { versionOf } from '../../../electron/sync/version-of.ts';
import { type ItemPath, type Section, sectionOf } from '../../../shared/model/item.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import { knownPaths } from '../world/known-paths.ts';
import { SimState } from '../world/sim-state.ts';
import { StateStore } from '../world/state-store.ts';
import { type ItemTexts, wireOf } from './trees.ts';

/** An engine whose folder, GIIP and database answer at once and never fail. */
export interface InstantEngine {
  readonly engine: Engine;
  readonly here: Map<ItemPath, string>;
  readonly there: Map<ItemPath, string>;
  readonly store: StateStore;
  writes(): number;
  /** What a push does. */
  send(path: ItemPath, text: string): void;
}

const NOW = Date.UTC(2026, 0, 5, 9);

function instantWorkspace(
  here: Map<ItemPath, string>,
  digest: Engine['digest'],
  onWrite: () => void,
): Workspace {
  return {
    identify: async () => ok({ realPath: '/planner', device: '1', inode: '1' }),
    list: async () => {
      const items = [...here].sort().map(([path, text]) => ({
        path,
        fingerprint: text,
        bytes: text.length,
        settled: true,
      }));
      return ok({ items, refused: [], unreadableFolders: [] });
    },
    read: async (path) => {
      const text = here.get(path);
      if (text === undefined) return { state: 'absent' };
      if (text.includes('\0')) return { state: 'unreadable', reason: 'binary' };
      return { state: 'present', text, fingerprint: text, settled: true };
    },
    write: async (path, text, expected) => {
      const old = here.get(path);
      if ((old === undefined ? null : digest(old)) !== expected) return { state: 'changed' };
      here.set(path, text);
      onWrite();
      return { state: 'written', fingerprint: text };
    },
  };
}

function instantRemote(there: ReadonlyMap<ItemPath, string>): Remote {
  const section = (name: Section): SectionAnswer => {
    const items = [...there].filter(([path]) => sectionOf(path) === name);
    const named = items.map(([path, text]) => ({ wire: wireOf(path), text }));
    const [fine, bad] = [
      named.filter(({ text }) => !text.includes('\0')),
      named.filter(({ text }) => text.includes('\0')),
    ];
    const rejected = bad.map(({ wire }) => ({ path: wire, reason: 'not text' }));
    return named.length === 0
      ? { state: 'silent', hash: 'h' }
      : { state: 'items', hash: 'h', items: fine, rejected };
  };
  return {
    pull: async () => ok({ config: section('config'), doc: section('doc') }),
    push: async (items: readonly PushItem[]) => ({ accepted: items, refused: [] }),
    requests: () => 0,
  };
}

/** Base and memory as a machine has them that was in step with GIIP on `base` before both sides went their ways. */
export function instantEngine(trees: readonly ItemTexts[]): InstantEngine {
  const ids = new Map<string, string>();
  const digest = (text: string): string => {
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, `#${ids.size}`);
    return `#${ids.size - 1}`;
  };
  const present = (side: 'local' | 'remote'): Map<ItemPath, string> =>
    new Map(trees.flatMap((tree) => (tree[side] === null ? [] : [[tree.path, tree[side]] as const])));
  const [here, there, store] = [present('local'), present('remote'), new StateStore()];
  const state = new SimState(store, { beforeCommit: () => undefined, afterCommit: () => undefined });
  let writes = 0;
  for (const { path, base } of trees) {
    const version = base === null ? null : versionOf(digest, path, base);
    if (!version || 'broken' in version || base === null) continue;
    state.contents.put(version.id, base);
    state.base.put({ path, local: version, remote: version });
    state.remote.put({ path, wire: wireOf(path), version });
  }
  const engine: Engine = {
    workspace: instantWorkspace(here, digest, () => {
      writes += 1;
    }),
    paths: knownPaths,
    committed: { read: async () => new Map() },
    remote: instantRemote(there),
    state,
    clock: { now: () => NOW, after: () => () => undefined },
    digest,
    log: { write: () => undefined },
  };
  return {
    engine,
    here,
    there,
    store,
    writes: () => writes,
    send: (path, text) => void there.set(path, text),
  };
}
