import type { LogLevel } from './model/settings.ts';

/** What a field of the log may hold. The log looks again when it writes: what is not of its kind is left out. */
export interface LogFieldKinds {
  /** A finite number: items, bytes, an exit code. */
  readonly count: number;
  readonly ms: number;
  readonly flag: boolean;
  /** A word that a program made up, such as an error code: letters, digits and `-_.:`; never a sentence. */
  readonly code: string;
  /** A file that is synced, by its name; a support bundle replaces it by a stand-in. */
  readonly path: string;
  /** Another place on this computer, such as a file of settings. */
  readonly place: string;
  /** An error: its name, its code and the places in the program are written, its message never, since it may quote a text. */
  readonly cause: unknown;
}

type Fields = Readonly<Record<string, keyof LogFieldKinds>>;

/** Every event that is ever logged, each with its only fields. What is not here can neither be compiled nor written. */
export const LOG_EVENTS = {
  'application-started': { electron: 'code', platform: 'code' },
  'application-not-started': { cause: 'cause' },
  'application-not-stopped': { cause: 'cause' },
  'call-failed': { call: 'code', cause: 'cause' },
  'call-refused': { call: 'code', why: 'code', place: 'code' },
  'command-failed': { command: 'code', cause: 'cause' },
  'cycle-ended': {
    why: 'code',
    outcome: 'code',
    code: 'code',
    pulled: 'count',
    pushed: 'count',
    merged: 'count',
    conflicts: 'count',
    held: 'count',
    rejected: 'count',
    requests: 'count',
    ms: 'ms',
  },
  'engine-ended': { exitCode: 'count', cause: 'cause' },
  'exception-uncaught': { cause: 'cause' },
  'file-put-back': { path: 'path' },
  'helper-ended': { type: 'code', reason: 'code', exitCode: 'count' },
  'history-not-pruned': { code: 'code' },
  'network-stack-chosen': { reason: 'code', way: 'code' },
  'page-ended': { window: 'code', reason: 'code', exitCode: 'count' },
  'page-not-loaded': { window: 'code', cause: 'cause' },
  'policy-read': { settings: 'count', rules: 'count', problems: 'count' },
  'policy-problem': { fault: 'code', key: 'code', source: 'place' },
  'policy-overrules-option': { key: 'code' },
  'policy-settled': { path: 'path', take: 'code' },
  'promise-unhandled': { cause: 'cause' },
  'settings-not-read-again': { code: 'code' },
  'status-file-not-written': { cause: 'cause' },
  'reader-failed': { cause: 'cause' },
  'secret-decided': { path: 'path', decision: 'code' },
  'proxy-passed-over': { way: 'code' },
  'support-bundle-saved': { bytes: 'count' },
  'support-part-failed': { part: 'code', cause: 'cause' },
  'tray-action-failed': { action: 'code', cause: 'cause' },
  'update-failed': { problem: 'code', cause: 'cause' },
  'update-installing': { version: 'code', restart: 'flag' },
  'update-looked': { version: 'code' },
  'watcher-failed': {},
} as const satisfies Readonly<Record<string, Fields>>;

export type LogEvent = keyof typeof LOG_EVENTS;

/** The fields that an event may have; none is a must. */
export type LogFields<E extends LogEvent> = {
  readonly [K in keyof (typeof LOG_EVENTS)[E]]?:
    | LogFieldKinds[(typeof LOG_EVENTS)[E][K] & keyof LogFieldKinds]
    | undefined;
};

/** Writes an event into the application's one log. */
export type WriteLog = <E extends LogEvent>(level: LogLevel, event: E, fields?: LogFields<E>) => void;
