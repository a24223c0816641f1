import { DEFAULT_MACHINE_RULES, type MachineRules } from '../../shared/model/policy.ts';
import type { Clock, CommittedTexts, Digest, Log, PathRules, Remote, Workspace } from './ports.ts';
import type { ReadVersions } from './read-version.ts';
import type { Recall } from './recall.ts';
import type { SecretScanner } from './secret-ports.ts';
import type { SyncState } from './state-ports.ts';

/** What the machine's policy says of brakes and conflicts. */
export type EngineRules = Pick<MachineRules, 'conflictDefault' | 'massCount' | 'massPercent'>;

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
  /** What reads many files at once; without it they are read one by one. */
  readonly readVersions?: ReadVersions;
  /** Without it every look compares everything. */
  readonly recall?: Recall;
  /** As they are now, asked whenever they count; without them the defaults hold. */
  readonly rules?: () => EngineRules;
}

/** The rules that hold now. */
export function rulesOf({ rules }: Pick<Engine, 'rules'>): EngineRules {
  return rules?.() ?? DEFAULT_MACHINE_RULES;
}
