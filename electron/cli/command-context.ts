import type { Result } from '../../shared/model/sync-error.ts';
import type { EngineSource, OpenEngine, OpenMode } from '../app/ports.ts';
import type { Monitor } from '../monitor/create-monitor.ts';
import type { Log } from '../sync/ports.ts';
import type { CommandLine } from './command-line.ts';
import type { Console } from './console.ts';
import type { ResolvedConnection } from './resolve-connection.ts';

/** What every command that works on a folder is given. */
export interface CommandContext extends Omit<ResolvedConnection, 'tokenPlace'> {
  readonly line: CommandLine;
  readonly console: Console;
  readonly engines: EngineSource;
  readonly log: Log;
  readonly stateDir: string;
  /** Standard error is the journal of the system: what is written there is for whoever administers the computer. */
  readonly isJournal: boolean;
  /** To be ended by whoever uses it. */
  readonly monitor: Monitor;
}

/** Opens the engine, does the work, closes everything whatever happened. */
export async function withEngine<T>(
  context: CommandContext,
  mode: OpenMode,
  work: (open: OpenEngine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await context.engines.open(context.connection, context.token, mode);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
