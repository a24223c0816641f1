import { createHash } from 'node:crypto';
import type { Connection } from '../shared/model/app-snapshot.ts';
import { DEFAULT_SETTINGS } from '../shared/model/settings.ts';
import { fail, ok, type Result } from '../shared/model/sync-error.ts';
import { createGiipRemote } from './api/giip-remote.ts';
import type { Network } from './api/network.ts';
import { networkTransport } from './api/network-transport.ts';
import type { EngineSource, OpenEngine, OpenMode, TokenSource } from './app/ports.ts';
import { systemClock } from './app/system-clock.ts';
import { createSecretScanner } from './secrets/secret-scanner.ts';
import { lookIntoSqliteState, openSqliteState, type SqliteState } from './stores/sqlite-state.ts';
import { stateFileFor } from './stores/state-key.ts';
import type { Engine, EngineRules } from './sync/engine.ts';
import type { Digest, Log, Remote } from './sync/ports.ts';
import { rememberVersion } from './sync/record.ts';
import { pruneWhenDue, type Retention } from './sync/retention.ts';
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
  readonly network: Network;
  readonly log: Log;
  /** As it is set now, asked whenever something may be dropped; without it the defaults hold. */
  readonly retention?: () => Retention;
  /** Asked before every look; without it secrets are looked for. */
  readonly secretGate?: () => boolean;
  /** What the machine's policy says of brakes and conflicts; without it the defaults hold. */
  readonly rules?: () => EngineRules;
}

const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** What a look that makes no request has for GIIP. */
const silentRemote: Remote = {
  pull: async () => fail('server-unreachable'),
  push: async () => ({ accepted: [], refused: [], error: { code: 'server-unreachable' } }),
  requests: () => 0,
};

async function tokenOrNull(token: TokenSource): Promise<string | null> {
  const found = await token();
  return found.ok ? found.value : null;
}

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

/** Texts that a killed run had in hand go into history, and only then out of the folder. */
function keepFound(engine: Engine, { kept, restored }: Recovery): void {
  for (const { path, text, forget } of kept) {
    const version = versionOf(engine.digest, path, text);
    const usable = 'broken' in version ? { id: engine.digest(text), meaning: engine.digest(text) } : version;
    engine.state.transaction(() => rememberVersion(engine, path, usable, text, 'local'));
    forget();
  }
  for (const path of restored) engine.log.write('warn', 'file-put-back', { path });
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

/** Tidying up can wait: a database that cannot be written is told by the next cycle. */
function whereWritable({ log }: Engine, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StateWriteError)) throw error;
    log.write('warn', 'history-not-pruned', { code: error.error.code });
  }
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
  const transport = networkTransport(options.network);
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
    ...(options.rules === undefined ? {} : { rules: options.rules }),
    secrets: createSecretScanner({
      isOn: () => options.secretGate?.() ?? DEFAULT_SETTINGS.secretGate,
      // A look at this computer only asks nobody for the token: what was held for it is remembered.
      token: async () => (mode === 'local' ? null : tokenOrNull(token)),
    }),
  };
  const wasKilled = mode === 'work' && beginRun(engine, releases);
  const recovery = mode === 'work' ? await recover(engine, workspace) : ok(null);
  if (!recovery.ok) return recovery;
  const prune = (): void => pruneWhenDue(engine, options.retention?.() ?? DEFAULT_SETTINGS);
  if (mode === 'work') prune();
  return ok({
    engine,
    wasKilled,
    tidy: () => whereWritable(engine, prune),
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
