import type { Language } from '../language.ts';
import { FIRST_ID, type StoredConnection } from './stored-connection.ts';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a person can set. The token is not here: it is encrypted and has a store of its own. */
export interface Settings {
  readonly apiUrl: string;
  /** Null until set-up. */
  readonly lssn: number | null;
  /** Absolute path of the `.openclaw` folder, null until set-up. */
  readonly workspace: string | null;
  /** Which connection the three values above are: the first one, which commands use and a policy may fix. */
  readonly connectionId: string;
  /** All further connections. */
  readonly connections: readonly StoredConnection[];
  /** Seconds between cycles, 15 to 3600. */
  readonly intervalSeconds: number;
  /** Start with the session. */
  readonly autostart: boolean;
  /** Kept versions older than this many days are dropped, 1 to 3650 … */
  readonly historyDays: number;
  /** … but never the newest so many of each file, 1 to 1000. */
  readonly historyVersions: number;
  /** `system` (as the operating system says, PAC included), `direct`, or a proxy's URL without user name and password. */
  readonly proxy: string;
  /** PEM file with authorities that are trusted besides the usual ones, or null. */
  readonly caFile: string | null;
  /** Look for new versions and install them; without effect where something else installs this program. */
  readonly updates: boolean;
  /** Look for secrets in what is about to be sent for the first time. */
  readonly secretGate: boolean;
  /** Tell of anything at all, and below of what. */
  readonly notifications: boolean;
  readonly notifyToken: boolean;
  readonly notifyHeld: boolean;
  readonly notifyConflict: boolean;
  /** Nothing has come through for a day. */
  readonly notifyStale: boolean;
  /** What was told is over. */
  readonly notifyWell: boolean;
  readonly logLevel: LogLevel;
  /** Of windows, tray and notifications; `system` is the first one of the operating system's that we speak. */
  readonly language: Language | 'system';
  /** The sentence about a missing tray host has been read. */
  readonly trayHintSeen: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  apiUrl: 'https://api.netbako.com/api',
  lssn: null,
  workspace: null,
  connectionId: FIRST_ID,
  connections: [],
  intervalSeconds: 300,
  autostart: false,
  historyDays: 90,
  historyVersions: 20,
  proxy: 'system',
  caFile: null,
  updates: true,
  secretGate: true,
  notifications: true,
  notifyToken: true,
  notifyHeld: true,
  notifyConflict: true,
  notifyStale: true,
  notifyWell: true,
  logLevel: 'info',
  language: 'system',
  trayHintSeen: false,
};
