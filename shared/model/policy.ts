import type { Settings } from './settings.ts';

/** Who settles a conflict: a person, or the administrator's choice for all of them. Both texts are in the history then. */
export type ConflictDefault = 'ask' | 'mine' | 'server' | 'both';

/** What only the machine's policy can say; a person cannot set any of it. */
export interface MachineRules {
  /** Absolute path of a file whose first line is the Agent Token, readable by the machine's administrators and the program. */
  readonly tokenFile: string | null;
  /** Program (absolute path) and arguments that print the Agent Token. */
  readonly tokenCommand: readonly string[] | null;
  readonly conflictDefault: ConflictDefault;
  /** Fewer changed items than this never stop a sync as a mass change. */
  readonly massCount: number;
  /** Per cent of all items that make a mass change. */
  readonly massPercent: number;
  readonly quitAllowed: boolean;
  /** HTTPS address of the update feed instead of the one of the build. */
  readonly updateFeed: string | null;
}

export const DEFAULT_MACHINE_RULES: MachineRules = {
  tokenFile: null,
  tokenCommand: null,
  conflictDefault: 'ask',
  massCount: 10,
  massPercent: 50,
  quitAllowed: true,
  updateFeed: null,
};

/** The place that says so (a file, a registry key), for people. */
export interface SetBy {
  readonly source: string;
}

/** The settings that the machine's policy has taken. */
export type ManagedSettings = { readonly [K in keyof Settings]?: SetBy };

/** The rules that the machine's policy says; all others are as without one. */
export type ManagedRules = { readonly [K in keyof MachineRules]?: SetBy };

/**
 * `value`: not what the key may be. `unknown`: no such key. `unreadable`: the source is there and cannot be read or
 * understood. `untrusted`: others than the machine's administrators could have written it. The last two concern every
 * key of the source.
 */
export type PolicyFault = 'value' | 'unknown' | 'unreadable' | 'untrusted';

/** Something of the policy that was named and passed over. */
export interface PolicyProblem {
  readonly fault: PolicyFault;
  /** The key; empty where it is about the whole source. */
  readonly key: string;
  readonly source: string;
  /** In words: what it may be. */
  readonly expected: string;
}

/** The machine's policy as it was read last: what it sets, what it leaves to the person, what it got wrong. */
export interface MachinePolicy {
  readonly settings: Partial<Settings>;
  readonly rules: MachineRules;
  readonly managed: ManagedSettings;
  readonly ruled: ManagedRules;
  readonly problems: readonly PolicyProblem[];
}

export const NO_POLICY: MachinePolicy = {
  settings: {},
  rules: DEFAULT_MACHINE_RULES,
  managed: {},
  ruled: {},
  problems: [],
};
