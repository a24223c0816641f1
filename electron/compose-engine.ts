import type { Connection } from '../shared/model/app-snapshot.ts';
import { DEFAULT_SETTINGS } from '../shared/model/settings.ts';
import { fail, ok, type Result } from '../shared/model/sync-error.ts';
import { createGiipRemote } from './api/giip-remote.ts';
import type { Network } from './api/network.ts';
import { networkTransport } from './api/network-transport.ts';
import { silentRemote } from './api/silent-remote.ts';
import type { Transport } from './api/transport.ts';
import type { EngineSource, OpenEngine, OpenMode } from './app/ports.ts';
import { type Release, releaseAll } from './app/release-all.ts';
import { systemClock } from './app/system-clock.ts';
import type { TokenSource } from './app/token-source.ts';
import { createSecretScanner } from './secrets/secret-scanner.ts';
import { lookIntoSqliteState, openSqliteState, type SqliteState } from './stores/sqlite-state.ts';
import { stateFileFor } from './stores/state-key.ts';
import { beginRun, endRun, keepFound } from './sync/begin-run.ts';
import type { Engine, EngineRules } from './sync/engine.ts';
import type { Log } from './sync/ports.ts';
import { createRecall, type Memory, type Recall, toldWrites } from './sync/recall.ts';
import { restoreMemory } from './sync/restore-memory.ts';
import { pruneWhenDue, pruneWhereWritable, type Retention } from './sync/retention.ts';
import { StateWriteError } from './sync/state-write-error.ts';
import { contentId } from './workspace/content-id.ts';
import { causeOf } from './workspace/file-error.ts';
import { gitCommittedTexts } from './workspace/git-committed-texts.ts';
import { createNodeWorkspace, type NodeWorkspace } from './workspace/node-workspace.ts';
import { safePath } from './workspace/safe-path.ts';
import { sharedReading } from './workspace/shared-reading.ts';
import { acquireWorkspaceLock } from './workspace/workspace-lock.ts';
import { watchWorkspace } from './workspace/workspace-watcher.ts';

export interface EngineOptions {
  readonly stateDir: string;
  readonly network: Network;
  readonly log: Log;
  /** The program of the thread that helps where thousands of files must be read; without it none does. */
  readonly readerProgram?: string;
  /** Without it folders are watched in this very thread. */
  readonly watch?: typeof watchWorkspace;
  /** As it is set now, asked whenever something may be dropped; without it the defaults hold. */
  readonly retention?: () => Retention;
  /** Asked before every look; without it secrets are looked for. */
  readonly secretGate?: () => boolean;
  /** What the machine's policy says of brakes and conflicts; without it the defaults hold. */
  readonly rules?: () => EngineRules;
}

async function tokenOrNull(token: TokenSource): Promise<string | null> {
  const found = await token();
  return found.ok ? found.value : null;
}

/** Only looking leaves nothing behind. */
function openState(file: string, mode: OpenMode): Result<SqliteState> {
  return mode === 'work' ? openSqliteState(file) : lookIntoSqliteState(file);
}

/** What a killed run left in the folder; a disk that does not let us set it right lets nothing else begin. */
async function recover(engine: Engine, workspace: NodeWorkspace): Promise<Result<null>> {
  try {
    keepFound(engine, await workspace.recover());
    return ok(null);
  } catch (error) {
    if (error instanceof StateWriteError) throw error;
    return fail('workspace-unreadable', causeOf(error));
  }
}

/** Everything that the engine works with. */
function compose(
  { log, rules, secretGate, readerProgram: program }: EngineOptions,
  { apiUrl, lssn, workspace: root }: Connection,
  token: TokenSource,
  mode: OpenMode,
  found: {
    readonly workspace: NodeWorkspace;
    readonly state: SqliteState;
    readonly transport: Transport;
    readonly recall: Recall;
  },
): Engine {
  const { workspace, state, transport, recall } = found;
  return {
    workspace,
    paths: safePath,
    committed: gitCommittedTexts(root),
    remote:
      mode === 'local'
        ? silentRemote
        : createGiipRemote({ apiUrl, lssn, token, clock: systemClock, transport }),
    state,
    clock: systemClock,
    digest: contentId,
    log,
    recall,
    ...(program === undefined
      ? {}
      : {
          readVersions: sharedReading({
            program,
            root,
            workspace,
            digest: contentId,
            onFailure: (cause) => log.write('warn', 'reader-failed', { cause }),
          }),
        }),
    ...(rules === undefined ? {} : { rules }),
    secrets: createSecretScanner({
      isOn: () => secretGate?.() ?? DEFAULT_SETTINGS.secretGate,
      // A look at this computer only asks nobody for the token: what was held for it is remembered.
      token: async () => (mode === 'local' ? null : tokenOrNull(token)),
    }),
  };
}

/** While nothing of it fails, a look needs only what the watcher named. */
async function follow(
  { log, watch = watchWorkspace }: EngineOptions,
  root: string,
  recall: Recall,
  onHint: () => void,
): Promise<() => Promise<void>> {
  const onPlaces = (places: readonly string[] | null): void => {
    recall.touch(places);
    onHint();
  };
  const end = await watch(root, onPlaces, () => {
    recall.distrust();
    log.write('warn', 'watcher-failed');
  });
  recall.follow();
  return async () => {
    recall.distrust();
    await end();
  };
}

async function open(
  options: EngineOptions,
  connection: Connection,
  token: TokenSource,
  mode: OpenMode,
  releases: Release[],
): Promise<Result<OpenEngine>> {
  let restore = (): Memory | null => null;
  const recall = createRecall(systemClock, () => restore());
  const workspace = toldWrites(createNodeWorkspace({ root: connection.workspace }), recall);
  const identity = await workspace.identify();
  if (!identity.ok) return identity;
  if (mode === 'work') {
    const lock = await acquireWorkspaceLock(connection.workspace);
    if (!lock.ok) return lock;
    releases.push(() => lock.value.release());
  }
  const key = {
    apiOrigin: new URL(connection.apiUrl).origin,
    lssn: connection.lssn,
    realPath: identity.value.realPath,
  };
  const state = openState(stateFileFor(options.stateDir, key), mode);
  if (!state.ok) return state;
  releases.push(() => state.value.close());
  const transport = networkTransport(options.network);
  releases.push(() => transport.close());
  const engine = compose(options, connection, token, mode, {
    workspace,
    state: state.value,
    transport,
    recall,
  });
  restore = () => restoreMemory(engine);
  const wasKilled = mode === 'work' && beginRun(engine);
  if (mode === 'work') releases.push(() => endRun(engine));
  const recovery = mode === 'work' ? await recover(engine, workspace) : ok(null);
  if (!recovery.ok) return recovery;
  const retention = (): Retention => options.retention?.() ?? DEFAULT_SETTINGS;
  if (mode === 'work') pruneWhenDue(engine, retention());
  return ok({
    engine,
    wasKilled,
    tidy: () => pruneWhereWritable(engine, retention()),
    watch: (onHint) => follow(options, connection.workspace, recall, onHint),
    interrupt: () => transport.close(),
    close: () => releaseAll(releases.splice(0)),
  });
}

/** Opens the engine on real folders, a real database and the network. What was taken is given back on every failure. */
export function composeEngines(options: EngineOptions): EngineSource {
  return {
    async open(connection, token, mode) {
      const releases: Release[] = [];
      const opened = await open(options, connection, token, mode, releases).catch(async (error: unknown) => {
        await releaseAll(releases).catch(() => undefined);
        if (error instanceof StateWriteError) return { ok: false as const, error: error.error };
        throw error;
      });
      if (!opened.ok) await releaseAll(releases);
      return opened;
    },
  };
}
