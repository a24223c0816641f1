import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/sync-error.ts';
import type { ConnectionAtWork } from './ports.ts';

/** Calls that concern windows only; the shell serves them, everything else is the application's. */
export type WindowCall =
  | 'setup.chooseFolder'
  | 'app.openFolder'
  | 'app.openWindow'
  | 'app.openItem'
  | 'app.openSettings'
  | 'connections.show'
  | 'connections.open'
  | 'connections.add'
  | 'app.closeWindow'
  | 'app.quit';

/** The updater serves these: they concern the program, not what it syncs. */
export type UpdateCall = 'updates.get' | 'updates.look' | 'updates.restart';

/** The doctor serves these: it looks at the application from outside. */
export type DoctorCall = 'doctor.run' | 'doctor.copy' | 'doctor.save';

/** The shell asks the operating system. */
export type AutostartCall = 'autostart.get';

/** The support desk serves these: they concern what is told to people who help. */
export type SupportCall = 'support.preview' | 'support.text' | 'support.save';

/** The shell answers these from what it is made of. */
export type AboutCall = 'app.about' | 'app.licences';

/** The network desk serves these, and the shell the last one: they concern the way to GIIP. */
export type NetworkCall = 'network.get' | 'network.signIn' | 'network.signOut' | 'network.chooseCaFile';

/** Whoever holds all connections serves these. */
export type FleetCall = 'connections.pause' | 'connections.resume' | 'connections.remove' | 'compare.configs';

export type ApplicationCall = Exclude<
  CallName,
  AboutCall | AutostartCall | NetworkCall | WindowCall | UpdateCall | DoctorCall | SupportCall | FleetCall
>;

/** One handler per call: a value or an expected error, never a throw for an expected failure. */
export type Handlers<N extends CallName> = {
  readonly [K in N]: (input: CallInput<K>) => Promise<Result<CallOutput<K>>>;
};

/** Things that happen to the computer: the first three make a sync worthwhile now, the last two change what is shown and what holds. */
export type Nudge = 'resumed' | 'online' | 'unlocked' | 'trayHost' | 'settings';

/** The application without any window: one snapshot flows out, commands flow in. Knows no Electron. */
export interface Application {
  snapshot(): AppSnapshot;
  /** Called after every change, at most every 100 ms; answers a function that ends it. */
  onChange(listener: (snapshot: AppSnapshot) => void): () => void;
  readonly handlers: Handlers<ApplicationCall>;
  /** The connection at work, for whoever examines it; an error while set-up is needed. */
  atWork(): Result<ConnectionAtWork>;
  /** What IT decides, as it is now. */
  policy(): MachinePolicy;
  nudge(what: Nudge): void;
  start(): Promise<void>;
  /** Waits for the running cycle to reach a safe point, closes everything. */
  stop(): Promise<void>;
}

/** All connections at work side by side: one application each, and one view of all of them. */
export interface Connections {
  /** Those that are set up, in the order of the settings; without any, the one that waits for its set-up. */
  ids(): readonly string[];
  /** The state of this connection, or of the first one where there is none with this id. */
  snapshot(id: string): AppSnapshot;
  /** Of the connection that a person should look at first. */
  worst(): AppSnapshot;
  /** Makes the next snapshot of it a new one, for a window that shows another connection now. */
  renew(id: string): void;
  /** Called after every change of any; answers a function that ends it. */
  onChange(listener: () => void): () => void;
  /** The calls of a window that shows this connection. */
  handlers(id: string): Handlers<ApplicationCall | FleetCall>;
  /** Whether there is one with this id, be it a draft. */
  has(id: string): boolean;
  application(id: string): Application;
  /** A connection that waits for its set-up; it counts as one as soon as that is done. */
  draft(): string;
  /** Forgets a draft that came to nothing. */
  dropDraft(id: string): void;
  /** What IT decides, as it is now. */
  policy(): MachinePolicy;
  nudge(what: Nudge): void;
  start(): Promise<void>;
  /** Waits until each has reached a safe point, closes everything. */
  stop(): Promise<void>;
}

/** Encrypts the token; `safeStorage` under Electron. Absent under plain Node. */
export interface Cipher {
  /** `basic`: no keyring, the key is a published constant, so nothing may be stored. `locked`: try again later. */
  state(): Promise<'ready' | 'locked' | 'basic' | 'absent'>;
  encrypt(text: string): Promise<Uint8Array>;
  /** Rejects when the bytes were made by another key. */
  decrypt(bytes: Uint8Array): Promise<string>;
}
