import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createGiipRemote } from '../../../electron/api/giip-remote.ts';
import { openNetwork } from '../../../electron/api/network.ts';
import { networkTransport } from '../../../electron/api/network-transport.ts';
import { systemClock } from '../../../electron/app/system-clock.ts';
import { openSqliteState } from '../../../electron/stores/sqlite-state.ts';
import { stateFileFor } from '../../../electron/stores/state-key.ts';
import { type CycleOptions, runCycle } from '../../../electron/sync/cycle.ts';
import type { Engine } from '../../../electron/sync/engine.ts';
import type { Clock } from '../../../electron/sync/ports.ts';
import type { FileSystem } from '../../../electron/workspace/file-system.ts';
import { gitCommittedTexts } from '../../../electron/workspace/git-committed-texts.ts';
import { createNodeWorkspace, type NodeWorkspace } from '../../../electron/workspace/node-workspace.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';
import type { SyncReport } from '../../../shared/model/sync-report.ts';
import { LSSN, TOKEN } from '../../scenario/support/machine.ts';
import type { World } from './hostile-story.ts';

/** The parts of the world that a row needs to be its own. */
export interface OwnParts {
  readonly clock?: Clock;
  readonly files?: FileSystem;
  readonly platform?: NodeJS.Platform;
  /** Milliseconds for a whole request. */
  readonly deadlines?: { readonly pull: number; readonly push: number };
  readonly apiUrl?: string;
}

export interface OwnEngine {
  readonly engine: Engine;
  readonly workspace: NodeWorkspace;
  cycle(options?: CycleOptions): Promise<SyncReport>;
}

/**
 * The product's own parts on the real folder, the real database and the real network, put together as
 * `compose-engine.ts` does, but with another clock, another file system or shorter deadlines.
 */
export async function ownEngine({ giip, machine }: World, parts: OwnParts = {}): Promise<OwnEngine> {
  const { clock = systemClock, deadlines, apiUrl = giip.url } = parts;
  const workspace = createNodeWorkspace({
    root: machine.workspace,
    now: clock.now,
    ...(parts.files ? { files: parts.files } : {}),
    ...(parts.platform ? { platform: parts.platform } : {}),
  });
  const identity = await workspace.identify();
  if (!identity.ok) throw new Error(identity.error.code);
  const key = { apiOrigin: new URL(apiUrl).origin, lssn: LSSN, realPath: identity.value.realPath };
  const state = openSqliteState(stateFileFor(machine.stateDir, key));
  if (!state.ok) throw new Error(state.error.code);
  const transport = networkTransport(openNetwork({ environment: {} }));
  onTestFinished(async () => {
    await transport.close();
    state.value.close();
  });
  const token = async () => ({ ok: true, value: TOKEN }) as const;
  const timers = deadlines === undefined ? {} : { deadlines };
  const engine: Engine = {
    workspace,
    paths: safePath,
    committed: gitCommittedTexts(machine.workspace),
    // A deadline is real time, whatever the engine's own clock shows.
    remote: createGiipRemote({ apiUrl, lssn: LSSN, token, clock: systemClock, transport, ...timers }),
    state: state.value,
    clock,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    log: { write: () => undefined },
  };
  return { engine, workspace, cycle: (options) => runCycle(engine, options) };
}
