import { createHash } from 'node:crypto';
import type { Connection } from '../shared/model/app-snapshot.ts';
import { fail, ok, type Result } from '../shared/model/sync-error.ts';
import { createGiipRemote } from './api/giip-remote.ts';
import { networkSettings } from './api/network-settings.ts';
import { undiciTransport } from './api/undici-transport.ts';
import type { EngineSource, OpenEngine, OpenMode, TokenSource } from './app/ports.ts';
import { systemClock } from './app/system-clock.ts';
import { lookIntoSqliteState, openSqliteState, type SqliteState } from './stores/sqlite-state.ts';
import { stateFileFor } from './stores/state-key.ts';
import type { Engine } from './sync/engine.ts';
import type { Digest, Log, Remote } from './sync/ports.ts';
import { rememberVersion } from './sync/record.ts';
import { StateWriteError } from './sync/state-write-error.ts';
import { versionOf } from './sync/version-of.ts';
import { causeOf } from './workspace/file-error.ts';
import { gitCommittedTexts } from './workspace/git-committed-texts.ts';
import { createNodeWorkspace, type NodeWorkspace } from './workspace/node-workspace.ts';
import type { Recovery } from './workspace/recover-staging.ts';
import { safePath } from './workspace/safe-path.ts';
import { acquireWorkspaceLock } from './workspace/workspace-lock.ts';
import { watchWorkspace } from './workspace/workspace-watcher.ts';

export interface EngineOptions {
  readonly stateDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

const DAY_MS = 24 * 60 * 60_000;
const KEEP_MS = 30 * DAY_MS;
const KEEP_VERSIONS = 20;

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** What a look that makes no request has for GIIP. */
const silentRemote: Remote = {
  pull: async () => fail('server-unreachable'),
  push: async () => ({ accepted: [], refused: [], error: { code: 'server-unreachable' } }),
  requests: () => 0,
};

/** Something that must be given back; the last one taken goes first. */
type Release = () => void | Promise<void>;

/** All of them, whatever one of them meets: a lock that is kept because a disk is full would stop everybody. */
async function releaseAll(releases: readonly Release[]): Promise<void> {
  const failures: unknown[] = [];
  for (const release of [...releases].reverse())
    await Promise.resolve()
      .then(release)
      .catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Only looking leaves nothing behind. */
function openState(file: string, mode: OpenMode): Result<SqliteState> {
  return mode === 'work' ? openSqliteState(file) : lookIntoSqliteState(file);
}

/** What a killed run left in the folder; a disk that does not show it lets nothing else begin. */
async function recovered(workspace: NodeWorkspace): Promise<Result<Recovery>> {
  try {
    return ok(await workspace.recover());
  } catch (error) {
    return fail('workspace-unreadable', causeOf(error));
  }
}

/** Texts that a killed run had in hand go into history before anything else is done. */
async function recover(engine: Engine, workspace: NodeWorkspace): Promise<Result<null>> {
  const found = await recovered(workspace);
  if (!found.ok) return found;
  const { kept, restored } = found.value;
  for (const { path, text, forget } of kept) {
    const version = versionOf(engine.digest, path, text);
    const usable = 'broken' in version ? { id: engine.digest(text), meaning: engine.digest(text) } : version;
    engine.state.transaction(() => rememberVersion(engine, path, usable, text, 'local'));
    forget();
  }
  for (const path of restored) engine.log.write('warn', 'file-put-back', { path });
  return ok(null);
}

function pruneHistory(engine: Engine): void {
  const { facts, history } = engine.state;
  const now = engine.clock.now();
  if (Math.abs(now - (facts.get('lastPrune') ?? 0)) < DAY_MS) return;
  history.prune(now - KEEP_MS, KEEP_VERSIONS);
  facts.set('lastPrune', now);
}

/** Answers whether the process that worked here before was killed, and says that one works here now. */
function beginRun(engine: Engine, releases: Release[]): boolean {
  const { facts } = engine.state;
  const wasKilled = facts.get('running') === true;
  if (wasKilled) facts.set('mayBeTorn', true);
  facts.set('running', true);
  releases.push(() => facts.set('running', false));
  return wasKilled;
}

async function open(
  options: EngineOptions,
  connection: Connection,
  token: TokenSource,
  mode: OpenMode,
  releases: Release[],
): Promise<Result<OpenEngine>> {
  const workspace = createNodeWorkspace({ root: connection.workspace });
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
  const transport = undiciTransport(networkSettings(options.environment));
  releases.push(() => transport.close());
  const { apiUrl, lssn } = connection;
  const engine: Engine = {
    workspace,
    paths: safePath,
    committed: gitCommittedTexts(connection.workspace),
    remote:
      mode === 'local'
        ? silentRemote
        : createGiipRemote({ apiUrl, lssn, token, clock: systemClock, transport }),
    state: state.value,
    clock: systemClock,
    digest: sha256,
    log: options.log,
  };
  const wasKilled = mode === 'work' && beginRun(engine, releases);
  const recovery = mode === 'work' ? await recover(engine, workspace) : ok(null);
  if (!recovery.ok) return recovery;
  if (mode === 'work') pruneHistory(engine);
  return ok({
    engine,
    wasKilled,
    watch: (onHint) =>
      watchWorkspace(connection.workspace, onHint, () => options.log.write('warn', 'watcher-failed')),
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
