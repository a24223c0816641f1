import { createHash } from 'node:crypto';
import { createGiipStore, type GiipStore } from '../../../electron/rehearsal/giip-store.ts';
import { type CycleOptions, runCycle } from '../../../electron/sync/cycle.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import type { CommittedText } from '../../../electron/sync/ports.ts';
import type { SyncState } from '../../../electron/sync/state-ports.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { type MemoryFaults, memoryState } from '../../contract/memory-state.ts';
import { createMemoryWorkspace, type MemoryWorkspace } from '../../contract/memory-workspace.ts';
import { type GiipConsole, giipConsole } from '../../giip-server/giip-console.ts';
import { type ManualClock, manualClock, whileTimePasses } from './manual-clock.ts';
import { plainTwists, type TwistedRemote, type Twists, twistedRemote } from './twisted-remote.ts';

const LSSN = 71;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One computer: its folder, what it remembers, and its engine. */
export interface Machine {
  readonly files: MemoryWorkspace;
  readonly state: SyncState;
  readonly remote: TwistedRemote;
  readonly engine: Engine;
  readonly committed: Map<string, CommittedText>;
  readonly faults: MemoryFaults;
  /** One cycle to its end; the clock runs as far as the cycle waits for it. */
  cycle(options?: CycleOptions): Promise<SyncReport>;
  /** The text of every kept version of a path, newest first. */
  history(path: string): readonly (string | undefined)[];
}

/** Machines on one server number. */
export interface World {
  readonly clock: ManualClock;
  readonly store: GiipStore;
  readonly giip: GiipConsole;
  readonly twists: Twists;
  machine(): Machine;
}

function makeMachine(clock: ManualClock, store: GiipStore, twists: Twists): Machine {
  const files = createMemoryWorkspace(clock.now);
  const faults: MemoryFaults = {};
  const state = memoryState({
    beforeWrite: () => faults.beforeWrite?.(),
    beforeCommit: () => faults.beforeCommit?.(),
  });
  const remote = twistedRemote(store, LSSN, twists);
  const committed = new Map<string, CommittedText>();
  const engine: Engine = {
    workspace: files,
    paths: safePath,
    committed: {
      read: async (paths) => new Map([...committed].filter(([path]) => paths.includes(path))),
    },
    remote,
    state,
    clock,
    digest: sha256,
    log: { write: () => undefined },
  };
  return {
    files,
    state,
    remote,
    engine,
    committed,
    faults,
    cycle: (options) => whileTimePasses(clock, runCycle(engine, options)),
    history: (path) =>
      state.history.list(path).map(({ id }) => {
        const kept = state.history.content(id);
        return kept && state.contents.get(kept.id);
      }),
  };
}

export function createWorld(): World {
  const clock = manualClock();
  const store = createGiipStore();
  const twists = plainTwists();
  return {
    clock,
    store,
    twists,
    giip: giipConsole(store, LSSN),
    machine: () => makeMachine(clock, store, twists),
  };
}

/** A machine and GIIP in step on these items, some cycles after the first one; pushes need no proof any more. */
export async function inStep(
  items: Readonly<Record<string, string>>,
  world = createWorld(),
): Promise<World & { m: Machine }> {
  const m = world.machine();
  for (const [path, text] of Object.entries(items)) m.files.edit(path, text);
  await m.cycle();
  m.state.facts.set('pushProved', ['config', 'doc']);
  world.clock.advance(60_000);
  await m.cycle();
  world.clock.advance(60_000);
  return { ...world, m };
}
