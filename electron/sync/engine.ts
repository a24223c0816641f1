import type { Clock, CommittedTexts, Digest, Log, PathRules, Remote, SyncState, Workspace } from './ports.ts';
import type { SecretScanner } from './secret-ports.ts';

/** What every part of the engine works with: one folder, one server number, what is remembered of both. */
export interface Engine {
  readonly workspace: Workspace;
  readonly paths: PathRules;
  readonly committed: CommittedTexts;
  readonly remote: Remote;
  readonly state: SyncState;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly log: Log;
  /** Without it nothing that goes out is looked through. */
  readonly secrets?: SecretScanner;
}
