import type { About, Licence } from '../model/about.ts';
import type { AppSnapshot, Connection } from '../model/app-snapshot.ts';
import type { AutostartState } from '../model/autostart.ts';
import type { HistoryVersion, PlannedStep } from '../model/change.ts';
import type { Comparison } from '../model/comparison.ts';
import type {
  ConflictDecision,
  ConflictTexts,
  KeyRule,
  ManyDone,
  SeenTexts,
  Settled,
  Side,
} from '../model/conflict.ts';
import type { DoctorReport } from '../model/doctor.ts';
import type {
  Evidence,
  HistorySize,
  Preview,
  RestoreStep,
  RunDetails,
  SyncRun,
  VersionText,
} from '../model/history.ts';
import type { ItemPath } from '../model/item.ts';
import type { NetworkState } from '../model/network-state.ts';
import type { NOTICE_SETTINGS } from '../model/notice.ts';
import type { SecretDecision } from '../model/secret.ts';
import type { Settings } from '../model/settings.ts';
import type { SettingsSection } from '../model/settings-section.ts';
import type { SupportPreview } from '../model/support.ts';
import type { Result } from '../model/sync-error.ts';
import type { UpdateRestart, UpdateStatus } from '../model/updates.ts';
import type { PolicyView } from '../policy/policy-view.ts';

/** A giipAgent.cfg that was found, as set-up lists it: the token itself never reaches a window. */
export interface SetupCandidate {
  readonly id: string;
  readonly file: string;
  readonly lssn: number | null;
  readonly hasToken: boolean;
  /** Why it cannot be used as it is (placeholder values, unreadable …), or null. */
  readonly problem: string | null;
}

/** What set-up sends. `token` is typed by the person; with `candidateId` the token of that file is used instead. */
export interface SetupInput {
  readonly apiUrl: string;
  readonly lssn: string;
  readonly workspace: string;
  readonly token: string | null;
  readonly candidateId: string | null;
}

/** The look before the first sync: what would happen, item by item; nothing has been written. */
export interface SetupPlan {
  readonly connection: Connection;
  readonly steps: readonly PlannedStep[];
}

export type PauseFor = 'hour' | 'tomorrow' | 'resumed';
export type WindowName =
  | 'popup'
  | 'settings'
  | 'setup'
  | 'conflicts'
  | 'history'
  | 'preview'
  | 'doctor'
  | 'support'
  | 'compare';

/** A window that shows one item when it is opened with its path. */
export interface WindowTarget {
  readonly window: 'conflicts' | 'history';
  /** Null: the window as it was, or its list. */
  readonly path: ItemPath | null;
  /** History only: at the plan of undoing the last sync (`#history?undo`). */
  readonly undo?: true;
}

/** What `history.why` is asked about. */
export type WhyAbout =
  | { readonly kind: 'activity'; readonly id: number }
  | { readonly kind: 'conflict'; readonly path: ItemPath };

/**
 * The one list of calls from a window to the main process: name → what goes in, what comes out.
 * Every call answers a value or an error as data; nothing is thrown across.
 */
export interface Calls {
  'snapshot.get': { input: null; output: AppSnapshot };
  'sync.now': { input: null; output: null };
  /** Ends the running cycle at its next safe point; the next automatic one comes as planned. */
  'sync.cancel': { input: null; output: null };
  'sync.pause': { input: PauseFor; output: null };
  'sync.resume': { input: null; output: null };
  'conflict.texts': { input: ItemPath; output: ConflictTexts };
  /** With `seen` it settles exactly what was looked at, else `changed-meanwhile`. */
  'conflict.resolve': {
    input: { path: ItemPath; decision: ConflictDecision; seen?: SeenTexts };
    output: Settled;
  };
  'conflict.resolveMany': {
    input: {
      items: readonly { readonly path: ItemPath; readonly seen: SeenTexts }[];
      take: Side | 'both';
    };
    output: ManyDone;
  };
  /** What IT decides; asked again when the snapshot's `policyRevision` grows. */
  'policy.get': { input: null; output: PolicyView };
  'rules.list': { input: null; output: readonly KeyRule[] };
  'rules.add': { input: KeyRule; output: readonly KeyRule[] };
  'rules.remove': { input: KeyRule; output: readonly KeyRule[] };
  /** Null lets everything go on that is held. */
  'held.approve': { input: readonly ItemPath[] | null; output: null };
  /** What is to become of items that are held for their secrets; `held.approve` does not let them go. */
  'secret.decide': {
    input: { readonly paths: readonly ItemPath[]; readonly decision: SecretDecision };
    output: null;
  };
  /** Newest first, 50 at a time, from the one before this id on. */
  'history.runs': { input: { before: number | null }; output: readonly SyncRun[] };
  'history.run': { input: number; output: RunDetails };
  /** Every path that has kept versions. */
  'history.paths': { input: null; output: readonly ItemPath[] };
  'history.versions': { input: ItemPath; output: readonly HistoryVersion[] };
  'history.text': { input: string; output: VersionText };
  'history.restore': { input: { path: ItemPath; version: string }; output: ManyDone };
  /** Puts back the value of one key of a config, or takes the key out where that version has none. */
  'history.restoreKey': {
    input: { path: ItemPath; version: string; key: readonly string[] };
    output: ManyDone;
  };
  /** What making the folder as it was after this run would do. */
  'history.restorePlan': { input: number; output: readonly RestoreStep[] };
  /** The folder as it was after this run, for these paths. */
  'history.restoreRun': { input: { run: number; paths: readonly ItemPath[] }; output: ManyDone };
  /** What undoing would do; null means the last run that can be undone, which the answer names (null: there is none). */
  'history.undoPlan': {
    input: number | null;
    output: { readonly run: SyncRun; readonly steps: readonly RestoreStep[] } | null;
  };
  /** Puts back the texts that this run replaced. An ordinary change: it can itself be undone, the next cycle sends it. */
  'history.undo': { input: number; output: ManyDone };
  'history.size': { input: null; output: HistorySize };
  'history.why': { input: WhyAbout; output: Evidence };
  'sync.preview': { input: null; output: Preview };
  'gone.decide': { input: { path: ItemPath; decision: 'keep' | 'send' }; output: null };
  'setup.candidates': { input: null; output: readonly SetupCandidate[] };
  'setup.defaults': { input: null; output: { apiUrl: string; workspace: string; lssn: string } };
  'setup.chooseFolder': { input: string; output: string | null };
  'setup.test': { input: SetupInput; output: { items: number } };
  'setup.plan': { input: SetupInput; output: SetupPlan };
  'setup.start': { input: SetupInput; output: null };
  'rehearsal.start': { input: null; output: null };
  /** The window that asks shows this connection from now on; the others stay with theirs. */
  'connections.show': { input: string; output: null };
  /** A window of this connection. */
  'connections.open': { input: { id: string; window: WindowName }; output: null };
  /** Set-up of a further connection. */
  'connections.add': { input: null; output: null };
  'connections.pause': { input: { id: string; pauseFor: PauseFor }; output: null };
  'connections.resume': { input: string; output: null };
  /** Drops it and its token; files and history stay. */
  'connections.remove': { input: string; output: null };
  /** The configs of two connections beside each other. Nothing is changed by looking. */
  'compare.configs': { input: { left: string; right: string }; output: Comparison };
  /** As the operating system says now. */
  'autostart.get': { input: null; output: AutostartState };
  'settings.get': { input: null; output: Settings };
  'settings.update': {
    input: Partial<
      Pick<
        Settings,
        | 'language'
        | 'intervalSeconds'
        | 'autostart'
        | 'trayHintSeen'
        | 'historyDays'
        | 'historyVersions'
        | 'updates'
        | 'secretGate'
        | 'notifications'
        | (typeof NOTICE_SETTINGS)[keyof typeof NOTICE_SETTINGS]
        | 'proxy'
        | 'caFile'
      >
    >;
    output: Settings;
  };
  /** How GIIP is reached now. */
  'network.get': { input: null; output: NetworkState };
  /** User name and password for the proxy that is used now; they are encrypted and never come out again. */
  'network.signIn': { input: { name: string; password: string }; output: NetworkState };
  'network.signOut': { input: null; output: NetworkState };
  /** The file of authorities that the person chose, or null. */
  'network.chooseCaFile': { input: null; output: string | null };
  'updates.get': { input: null; output: UpdateStatus };
  /** Answers when the look, and the download that follows, have ended. */
  'updates.look': { input: null; output: null };
  /** Quits at a safe point, installs what is ready and starts it. */
  'updates.restart': { input: null; output: UpdateRestart };
  /** Looks at everything that a sync needs; `doctor.progress` tells how far it is. */
  'doctor.run': { input: null; output: DoctorReport };
  /** The last report without anything private, into the clipboard. */
  'doctor.copy': { input: null; output: null };
  /** The same into a file that the person names. Answers whether they did. */
  'doctor.save': { input: null; output: boolean };
  /** Collects a bundle in memory, with the names of files or with stand-ins; nothing is written. */
  'support.preview': { input: { fileNames: boolean }; output: SupportPreview };
  /** A file of the bundle with this id, as it will be written. */
  'support.text': { input: { id: number; name: string }; output: string };
  /** Saves this bundle where the person says. Answers its name, or null: they changed their mind. */
  'support.save': { input: number; output: string | null };
  'app.openFolder': { input: null; output: null };
  'app.openWindow': { input: WindowName; output: null };
  'app.openItem': { input: WindowTarget; output: null };
  'app.openSettings': { input: SettingsSection; output: null };
  'app.about': { input: null; output: About };
  /** Whose work ships with the application, and under which licence. */
  'app.licences': { input: null; output: readonly Licence[] };
  'app.closeWindow': { input: null; output: null };
  'app.quit': { input: null; output: null };
}

export type CallName = keyof Calls;
export type CallInput<N extends CallName> = Calls[N]['input'];
export type CallOutput<N extends CallName> = Calls[N]['output'];

/** Events from the main process to every window. */
export interface Events {
  'snapshot.changed': AppSnapshot;
  'doctor.progress': DoctorReport;
  /** The window was asked for an item while it was open. */
  'item.opened': ItemPath;
  'updates.changed': UpdateStatus;
}

export type EventName = keyof Events;

/** What `window.api` is, in the renderer. */
export interface Api {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Answers a function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void;
}
