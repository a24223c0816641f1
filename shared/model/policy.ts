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

/** A setting that the machine's policy has taken, and the place that says so (a file, a registry key), for people. */
export type ManagedSettings = { readonly [K in keyof Settings]?: { readonly source: string } };

/** A key of the policy that was named and passed over. */
export interface PolicyProblem {
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
  readonly problems: readonly PolicyProblem[];
}

export const NO_POLICY: MachinePolicy = {
  settings: {},
  rules: DEFAULT_MACHINE_RULES,
  managed: {},
  problems: [],
};
