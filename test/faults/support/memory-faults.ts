import type { Engine } from '../../../electron/sync/engine.ts';
import type {
  Listing,
  PullAnswer,
  PushAnswer,
  Remote,
  Workspace,
  WorkspaceIdentity,
} from '../../../electron/sync/ports.ts';
import type { SyncState } from '../../../electron/sync/state-ports.ts';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import type { ErrorCode, Result, SyncError } from '../../../shared/model/sync-error.ts';
import type { MemoryBench } from './memory-bench.ts';

/** What the engine does to the world, as far as it can fail. */
export type Effect = 'identify' | 'list' | 'read' | 'write' | 'pull' | 'push' | 'commit';

/** An error of an effect; `after`: it is reported although the effect has happened. */
export interface Flaw {
  readonly code: ErrorCode;
  readonly after?: true;
}

/** Every plausible error of each effect. */
export const FLAWS: Readonly<Record<Effect, readonly Flaw[]>> = {
  identify: [{ code: 'workspace-missing' }, { code: 'workspace-unreadable' }],
  list: [{ code: 'workspace-missing' }, { code: 'workspace-unreadable' }],
  read: [{ code: 'workspace-unreadable' }],
  write: [
    { code: 'disk-full' },
    { code: 'write-failed' },
    { code: 'write-failed', after: true },
    { code: 'changed-meanwhile' },
  ],
  pull: [
    { code: 'server-unreachable' },
    { code: 'server-rate-limited' },
    { code: 'server-answer-invalid' },
    { code: 'token-refused' },
  ],
  push: [
    { code: 'server-unreachable' },
    { code: 'server-timeout', after: true },
    { code: 'server-unavailable', after: true },
    { code: 'server-rate-limited' },
    { code: 'parameter-refused' },
    { code: 'token-refused' },
  ],
  commit: [{ code: 'disk-full' }, { code: 'state-unusable' }],
};

/** What happens from the n-th effect on. */
export type Fate =
  | { readonly fate: 'none' }
  | { readonly fate: 'kill'; readonly at: number; readonly when: 'before' | 'after' }
  | { readonly fate: 'fail'; readonly at: number; readonly flaw: Flaw; readonly isSticky: boolean };

export class Killed extends Error {}

/** The engine of a bench with a fate around every effect, and the effects that it had so far. */
export interface FatedEngine {
  readonly engine: Engine;
  readonly effects: readonly Effect[];
  end(): void;
}

const errorOf = ({ code }: Flaw): SyncError =>
  code === 'server-rate-limited' ? { code, retryAfterMs: 30_000 } : { code };

/** Decides for each effect what becomes of it; a dead process has no effects at all. */
class Course {
  readonly effects: Effect[] = [];
  readonly #fate: Fate;
  #isDead = false;

  constructor(fate: Fate) {
    this.#fate = fate;
  }

  /** Called before each effect: throws in a dead process, answers the flaw that this effect has. */
  enter(effect: Effect): Flaw | undefined {
    if (this.#isDead) throw new Killed();
    this.effects.push(effect);
    const fate = this.#fate;
    const count = this.effects.length;
    if (fate.fate === 'kill' && fate.when === 'before' && count === fate.at) this.#die();
    if (fate.fate !== 'fail' || count < fate.at) return undefined;
    const isMeant = count === fate.at || (fate.isSticky && this.effects[fate.at - 1] === effect);
    return isMeant ? fate.flaw : undefined;
  }

  /** Called after each effect. */
  leave(): void {
    if (this.#isDead) throw new Killed();
    const fate = this.#fate;
    if (fate.fate === 'kill' && fate.when === 'after' && this.effects.length >= fate.at) this.#die();
  }

  #die(): never {
    this.#isDead = true;
    throw new Killed();
  }

  async run<T>(effect: Effect, work: () => Promise<T>, failed: (flaw: Flaw) => T): Promise<T> {
    const flaw = this.enter(effect);
    if (flaw && !flaw.after) return failed(flaw);
    const answer = await work();
    this.leave();
    return flaw ? failed(flaw) : answer;
  }
}

const failed = (flaw: Flaw): Result<never> => ({ ok: false, error: errorOf(flaw) });

function fatedWorkspace(inner: Workspace, course: Course): Workspace {
  return {
    identify: () => course.run<Result<WorkspaceIdentity>>('identify', () => inner.identify(), failed),
    list: () => course.run<Result<Listing>>('list', () => inner.list(), failed),
    read: (path) =>
      course.run(
        'read',
        () => inner.read(path),
        () => ({ state: 'unreadable', reason: 'EIO' }),
      ),
    write: (path, text, expected) =>
      course.run(
        'write',
        () => inner.write(path, text, expected),
        (flaw) =>
          flaw.code === 'changed-meanwhile'
            ? { state: 'changed' }
            : { state: 'failed', error: errorOf(flaw) },
      ),
  };
}

function fatedRemote(inner: Remote, course: Course): Remote {
  return {
    pull: (known) => course.run<Result<PullAnswer>>('pull', () => inner.pull(known), failed),
    push: (items) =>
      course.run<PushAnswer>(
        'push',
        () => inner.push(items),
        (flaw) =>
          flaw.code === 'parameter-refused'
            ? { accepted: [], refused: items.map((item) => ({ item, error: errorOf(flaw) })) }
            : { accepted: [], refused: [], error: errorOf(flaw) },
      ),
    requests: () => inner.requests(),
  };
}

/** A commit is a whole transaction, or a single change outside of one. */
function commitOn(course: Course): () => void {
  return () => {
    const flaw = course.enter('commit');
    if (flaw) throw new StateWriteError(errorOf(flaw));
  };
}

function countingState(inner: SyncState, depth: { now: number }): SyncState {
  return {
    ...inner,
    transaction(work) {
      depth.now += 1;
      try {
        return inner.transaction(work);
      } finally {
        depth.now -= 1;
      }
    },
  };
}

/** Puts a fate around the engine of a bench. */
export function fatedEngine({ machine }: MemoryBench, fate: Fate): FatedEngine {
  const course = new Course(fate);
  const { engine, faults } = machine;
  const depth = { now: 0 };
  const commit = commitOn(course);
  faults.beforeCommit = commit;
  faults.beforeWrite = () => {
    if (depth.now === 0) commit();
  };
  return {
    effects: course.effects,
    engine: {
      ...engine,
      workspace: fatedWorkspace(engine.workspace, course),
      remote: fatedRemote(engine.remote, course),
      state: countingState(engine.state, depth),
    },
    end() {
      faults.beforeCommit = () => undefined;
      faults.beforeWrite = () => undefined;
    },
  };
}
