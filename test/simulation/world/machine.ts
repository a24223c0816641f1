import { runCycle } from '../../../electron/sync/cycle.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import type { LocalText } from '../../../electron/sync/ports.ts';
import { StateWriteError } from '../../../electron/sync/state-write-error.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { Killed } from '../core/violation.ts';
import type { Sent } from '../oracles/sends.ts';
import { stateHooks, workspaceHooks } from './fault-points.ts';
import { knownPaths } from './known-paths.ts';
import { secretScanner } from './secrets.ts';
import { SimFolder } from './sim-folder.ts';
import { simRemote } from './sim-remote.ts';
import { SimState } from './sim-state.ts';
import { simWorkspace } from './sim-workspace.ts';
import { StateStore } from './state-store.ts';
import type { World } from './world.ts';

const DAY_MS = 24 * 60 * 60_000;

/** One run of the program on a machine, from its start to its end or death. */
export interface SimProcess {
  readonly machine: Machine;
  readonly wasKilled: boolean;
  engine: Engine;
  isBusy: boolean;
  /** GIIP refused the token: no more calls until a person acts. */
  isRefused: boolean;
  cycles: number;
  report: SyncReport | null;
  /** Where the cycle is, for the coverage. */
  phase: string;
  /** Monotonic time of the last answer, and how many answers this cycle has had. */
  lastPull: number;
  /** Monotonic time of the last file call that was not a read. */
  lastLook: number;
  pullsInCycle: number;
  readonly lastRead: Map<ItemPath, LocalText>;
  /** Something was pushed, and no pull has followed. */
  isUnproved: boolean;
  /** Names that were pushed since the last answer. */
  readonly sentSincePull: Set<string>;
  /** How often each name went out in this cycle with a text of this computer. */
  readonly sentInCycle: Map<string, number>;
  /** What this cycle wrote into the folder. */
  readonly written: Set<ItemPath>;
}

function addTo(texts: Map<ItemPath, Set<string>>, path: ItemPath, text: string): void {
  const known = texts.get(path);
  if (known) known.add(text);
  else texts.set(path, new Set([text]));
}

/** A computer: its folder and its database outlive every process. */
export class Machine {
  readonly name: string;
  readonly folder = new SimFolder();
  readonly world: World;
  store = new StateStore();
  process: SimProcess | null = null;
  /** Every text that stood in this folder under this path. */
  readonly everHere = new Map<ItemPath, Set<string>>();
  /** Every text that GIIP showed to this machine, by path. */
  readonly shown = new Map<ItemPath, Set<string>>();
  /** Tokens of every text that this machine has ever held durably. */
  readonly seen = new Set<string>();
  /** What a person deleted while base and GIIP agreed on it. */
  readonly deleted = new Map<ItemPath, string>();
  /** The person at this machine just decided something about a path: a write there is their will. */
  readonly willed = new Set<ItemPath>();
  /** Monotonic time of the latest push of each item. */
  readonly lastPush = new Map<ItemPath, number>();
  /** The last push of each item that GIIP has answered, while this computer can remember it. */
  readonly answered = new Map<ItemPath, Sent>();
  writes = 0;
  pushes = 0;

  constructor(world: World, name: string) {
    this.world = world;
    this.name = name;
  }

  stoodHere(path: ItemPath, text: string): void {
    addTo(this.everHere, path, text);
  }

  wasShown(path: ItemPath, text: string): void {
    addTo(this.shown, path, text);
  }

  /** Starts the program as `compose-engine.ts` does: note that it runs, then drop old history. */
  start(): void {
    if (this.process) return;
    const { world } = this;
    const state = new SimState(this.store, stateHooks(world, this));
    const wasKilled = state.facts.get('running') === true;
    const process: SimProcess = {
      machine: this,
      wasKilled,
      engine: undefined as unknown as Engine,
      isBusy: false,
      isRefused: false,
      cycles: 0,
      report: null,
      phase: 'start',
      lastPull: Number.NEGATIVE_INFINITY,
      lastLook: Number.NEGATIVE_INFINITY,
      pullsInCycle: 0,
      lastRead: new Map(),
      isUnproved: false,
      sentSincePull: new Set(),
      sentInCycle: new Map(),
      written: new Set(),
    };
    const workspace = simWorkspace(process, world.effects, this.folder, workspaceHooks(world, process));
    process.engine = {
      workspace,
      paths: knownPaths,
      committed: { read: async () => new Map() },
      remote: simRemote(process, world),
      state,
      clock: world.clock.of(process),
      digest: world.digest,
      ...(world.isGuarded ? { secrets: secretScanner } : {}),
      log: { write: (_level, event, fields) => world.oracles.logged(event, { ...fields }) },
    };
    this.process = process;
    try {
      if (wasKilled) state.facts.set('mayBeTorn', true);
      state.facts.set('running', true);
      const now = world.clock.now;
      if (Math.abs(now - (state.facts.get('lastPrune') ?? 0)) >= DAY_MS) {
        state.history.prune(now - 30 * DAY_MS, 20);
        state.facts.set('lastPrune', now);
      }
    } catch (error) {
      this.process = null;
      if (!(error instanceof Killed || error instanceof StateWriteError)) throw error;
    }
  }

  /** Ends the program in order; not while it works. */
  stop(): void {
    const { process } = this;
    if (!process || process.isBusy) return;
    this.process = null;
    this.world.story.effect(`${this.name}: the program is closed`);
    this.world.effects.kill(process);
    this.world.clock.forget(process);
    try {
      process.engine.state.facts.set('running', false);
    } catch (error) {
      if (!(error instanceof Killed || error instanceof StateWriteError)) throw error;
    }
  }

  /** A cycle or a decision begins; the schedule carries it on. */
  begin(name: string, work: (process: SimProcess) => Promise<void>): void {
    const { process, world } = this;
    if (!process || process.isBusy) return;
    process.isBusy = true;
    world.story.effect(`${this.name}: ${name}`);
    const end = (): void => {
      process.isBusy = false;
      process.phase = 'idle';
    };
    work(process).then(end, (error: unknown) => {
      end();
      if (world.effects.isDead(process) || error instanceof Killed) return;
      if (error instanceof StateWriteError) return;
      world.fail(error);
    });
  }

  cycle(audit = false): void {
    this.begin('a cycle begins', async (process) => {
      const isFirst = process.report === null;
      process.pullsInCycle = 0;
      process.written.clear();
      process.sentInCycle.clear();
      process.lastRead.clear();
      process.cycles += 1;
      const report = await runCycle(process.engine, {
        audit: audit || isFirst,
        wasKilled: process.wasKilled && isFirst,
        onProgress: ({ phase }) => {
          process.phase = phase;
        },
      });
      process.report = report;
      process.isRefused ||= report.outcome === 'unauthorized';
      this.world.oracles.ended(process, report);
    });
  }
}
