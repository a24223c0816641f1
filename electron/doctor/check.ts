import type { AutostartState } from '../../shared/model/autostart.ts';
import type { DoctorCheckId } from '../../shared/model/doctor.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Result, SyncError } from '../../shared/model/sync-error.ts';
import type { Network } from '../api/network.ts';
import type { Way } from '../api/proxy-resolver.ts';
import type { Transport, TransportAnswer } from '../api/transport.ts';
import type { ConnectionAtWork, EngineSource } from '../app/ports.ts';
import type { Clock, Listing, PullAnswer } from '../sync/ports.ts';
import type { Finding } from './finding.ts';

/** What only the tray application knows. */
export interface DesktopFacts {
  keyring(): Promise<{ readonly state: 'ready' | 'locked' | 'basic' | 'absent'; readonly backend: string }>;
  trayHost(): boolean;
  /** What a person asked for, and what the operating system will do. */
  autostart(): { readonly isWanted: boolean; readonly state: AutostartState };
}

/** Everything that is looked at, and through which doors. */
export interface DoctorScene {
  readonly subject: Result<ConnectionAtWork>;
  readonly policy: MachinePolicy;
  readonly stateDir: string;
  readonly platform: NodeJS.Platform;
  readonly engines: EngineSource;
  readonly network: Network;
  readonly clock: Clock;
  /** Null in a command, which has no desktop. */
  readonly desktop: DesktopFacts | null;
}

/** The scene, with requests as a sync makes them. */
export interface DoctorPlace extends DoctorScene {
  readonly transport: Transport;
}

/** What a look leaves for those that need it. */
export interface Kept {
  readonly subject: ConnectionAtWork;
  readonly listing: Listing;
  /** Undefined where the folder or the database is broken: the way to GIIP is examined all the same. */
  readonly remembered: Remembered | undefined;
  readonly url: URL;
  readonly way: Way;
  readonly addresses: readonly string[];
  /** What came of a request that changes nothing, and when. */
  readonly knocked: { readonly answer: Result<TransportAnswer>; readonly at: number };
  /** What GIIP answered, or what it refused. */
  readonly pulled: Result<PullAnswer>;
}

/** What the database says about earlier syncs. */
export interface Remembered {
  readonly items: number;
  readonly lastSuccess: number | null;
  readonly isPushUnsafe: boolean;
  /** The folder is the one that was synced before; null: none was. */
  readonly identity: SyncError | 'same' | null;
}

/** A finding, and what later looks can use. */
export type Looked = Finding | { readonly found: Finding; readonly keep: Partial<Kept> };

export interface DoctorLook {
  readonly id: DoctorCheckId;
  /** It makes no sense unless each of these is well, or well enough. */
  readonly needs: readonly DoctorCheckId[];
  look(place: DoctorPlace, kept: Kept): Looked | Promise<Looked>;
}
