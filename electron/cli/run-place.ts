import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { CommandLine } from './command-line.ts';
import type { HidingStreams } from './hiding-streams.ts';
import { savedSettings } from './resolve-connection.ts';

/** What a run of a command was given from outside. */
export interface RunPlace {
  readonly line: CommandLine;
  readonly stateDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly streams: HidingStreams;
  /** What IT decides, as it is now. */
  readonly policy: () => MachinePolicy;
}

/** The settings that hold now: the person's, and what IT decides on top of them. */
export function settingsIn({ stateDir, policy }: Pick<RunPlace, 'stateDir' | 'policy'>): Settings {
  return { ...savedSettings(stateDir), ...policy().settings };
}
