import type { ErrorCode, SyncError } from './sync-error.ts';

/** What is looked at, in the order in which things depend on each other. */
export const DOCTOR_CHECKS = [
  'settings',
  'policy',
  'folder',
  'file-names',
  'folder-disk',
  'state-folder',
  'state-disk',
  'database',
  'same-folder',
  'proxy',
  'dns',
  'connection',
  'tls',
  'push',
  'clock',
  'token',
  'pull',
  'token-accepted',
  'lssn',
  'keyring',
  'tray',
  'autostart',
  'watcher',
  'last-success',
  'agreement',
] as const;

export type DoctorCheckId = (typeof DOCTOR_CHECKS)[number];

/** Where a command or the application has its token from. */
export type TokenPlace =
  | 'stdin'
  | 'environment'
  | 'giip-config'
  | 'policy'
  | 'store'
  | 'this-run-only'
  | 'rehearsal';

/** Who says which proxy is used. */
export type DoctorProxySource = 'setting' | 'policy' | 'environment' | 'system';

/** What can be found, with the facts that its sentence names. Facts never hold a token or a document's text. */
export interface DoctorFacts {
  /** Failed as a sync would fail there; the words are those of the error. */
  readonly error: { readonly code: ErrorCode; readonly detail?: string };
  readonly 'skipped-because': { readonly because: DoctorCheckId };
  /** Only the tray application can look at it. */
  readonly 'skipped-in-command': Nothing;
  /** This operating system has no such thing. */
  readonly 'skipped-on-system': Nothing;
  readonly 'settings-ok': { readonly apiUrl: string; readonly lssn: number };
  readonly 'policy-none': Nothing;
  readonly 'policy-ok': { readonly keys: number };
  readonly 'policy-problems': { readonly problems: readonly string[] };
  readonly 'folder-ok': { readonly folder: string };
  readonly 'names-ok': { readonly items: number; readonly ignored: number; readonly isCaseBlind: boolean };
  readonly 'names-left-out': { readonly count: number; readonly paths: readonly string[] };
  readonly 'names-clash': { readonly count: number; readonly paths: readonly string[] };
  readonly 'disk-ok': { readonly freeMiB: number };
  readonly 'disk-low': { readonly freeMiB: number };
  readonly 'state-ok': { readonly folder: string };
  readonly 'database-ok': { readonly items: number };
  readonly 'same-folder': Nothing;
  readonly 'first-folder': Nothing;
  readonly 'proxy-none': { readonly why: 'loopback' | DoctorProxySource };
  readonly 'proxy-used': { readonly proxy: string; readonly from: DoctorProxySource };
  /** The first that is named does not answer; a later one does. Null: no proxy. */
  readonly 'proxy-passed-over': { readonly dead: string | null; readonly used: string | null };
  readonly 'dns-not-needed': { readonly host: string };
  readonly 'dns-ok': { readonly host: string; readonly addresses: readonly string[] };
  readonly 'tcp-ok': { readonly host: string; readonly port: number; readonly ms: number };
  readonly 'tcp-some': { readonly host: string; readonly port: number; readonly missed: readonly string[] };
  readonly 'tls-none': { readonly host: string };
  readonly 'tls-unseen': { readonly proxy: string };
  readonly 'tls-ok': CertificateFacts;
  readonly 'tls-expiring': CertificateFacts;
  readonly 'tls-private': CertificateFacts;
  readonly 'tls-untrusted': CertificateFacts;
  readonly 'tls-expired': CertificateFacts;
  readonly 'tls-not-yet': CertificateFacts;
  readonly 'tls-wrong-host': CertificateFacts;
  readonly 'push-ok': Nothing;
  readonly 'push-blocked': { readonly status: number };
  readonly 'clock-ok': { readonly seconds: number };
  readonly 'clock-unknown': Nothing;
  readonly 'clock-off': { readonly seconds: number; readonly isAhead: boolean };
  readonly 'token-there': { readonly place: TokenPlace };
  readonly 'pull-ok': { readonly items: number };
  readonly 'pull-refused': Nothing;
  readonly 'token-accepted': Nothing;
  readonly 'lssn-ok': { readonly lssn: number };
  readonly 'keyring-ok': { readonly backend: string };
  readonly 'keyring-none': { readonly backend: string };
  readonly 'keyring-locked': { readonly backend: string };
  readonly 'tray-ok': Nothing;
  readonly 'tray-none': Nothing;
  readonly 'autostart-on': Nothing;
  readonly 'autostart-for-all': Nothing;
  readonly 'autostart-off': Nothing;
  /** There is an entry, and it starts something else or nothing. */
  readonly 'autostart-broken': { readonly program: string };
  readonly 'autostart-overruled': Nothing;
  readonly 'watcher-ok': { readonly folders: number; readonly limit: number };
  readonly 'watcher-short': { readonly folders: number; readonly limit: number };
  readonly 'success-none': Nothing;
  /** `at` is an ISO time. */
  readonly 'success-fresh': { readonly at: string };
  readonly 'success-old': { readonly at: string; readonly days: number };
  readonly 'agreement-none': Nothing;
  readonly 'agreement-ok': { readonly items: number };
  readonly 'agreement-off': {
    readonly count: number;
    readonly paths: readonly string[];
    readonly isDueNow: boolean;
  };
}

type Nothing = Readonly<Record<never, never>>;

interface CertificateFacts {
  readonly host: string;
  /** The authority that the chain ends with, by name. */
  readonly issuer: string;
  /** ISO dates, without the time. */
  readonly from: string;
  readonly until: string;
}

export type DoctorFinding = keyof DoctorFacts;

/** A finding with its own facts. */
export type Found = {
  readonly [F in DoctorFinding]: { readonly finding: F; readonly facts: DoctorFacts[F] };
}[DoctorFinding];

export type DoctorStatus = 'ok' | 'warning' | 'failed' | 'skipped';

/** What was found and what it means; where something is to be done, what. */
export interface DoctorSentences {
  readonly message: string;
  readonly help?: string;
}

/** Every line, every status and every finding has words; those of errors are with the errors. */
export interface DoctorWords {
  readonly names: Readonly<Record<DoctorCheckId, string>>;
  readonly status: Readonly<Record<DoctorStatus, string>>;
  readonly sentences: {
    readonly [F in Exclude<DoctorFinding, 'error'>]: (facts: DoctorFacts[F]) => DoctorSentences;
  };
}

/** What a window can do about it with one click. */
export type DoctorFix = 'connection' | 'settings' | 'folder' | 'sync';

/** One line of the doctor. */
export type DoctorCheck = Found & {
  readonly id: DoctorCheckId;
  readonly status: DoctorStatus;
  /** The same failure as a sync would report it; it decides the exit code. */
  readonly error?: SyncError;
  readonly fix?: DoctorFix;
};

/** How far it is, and what it ends with. */
export interface DoctorReport {
  readonly checks: readonly DoctorCheck[];
  /** What is being looked at, null at the end. */
  readonly current: DoctorCheckId | null;
  /** Epoch milliseconds of the beginning. */
  readonly time: number;
}
