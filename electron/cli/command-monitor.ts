import { connectionsIn } from '../app/connection-list.ts';
import { systemClock } from '../app/system-clock.ts';
import { createMonitor, type Monitor } from '../monitor/create-monitor.ts';
import { isJournal, systemLog, thisPlace } from '../monitor/system-log.ts';
import type { Log } from '../sync/ports.ts';
import type { CommandLine } from './command-line.ts';
import { savedSettings } from './resolve-connection.ts';

interface Watched {
  readonly isJournal: boolean;
  readonly monitor: Monitor;
}

interface MonitorInputs {
  readonly line: CommandLine;
  readonly stateDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly stderr: NodeJS.WritableStream;
}

/** The monitor of a command. A single `sync` has its exit code and its caller: only the loop speaks to the system's log. */
export function commandMonitor({ line, stateDir, environment, log, stderr }: MonitorInputs): Watched {
  const place = thisPlace(environment, 'service');
  const isLoop = line.command === 'watch';
  const monitor = createMonitor({
    stateDir,
    program: isLoop ? 'watch' : 'sync',
    version: __APP_VERSION__,
    clock: systemClock,
    log,
    connections: () => connectionsIn(savedSettings(stateDir)),
    systemLog: isLoop ? systemLog(place, stderr) : null,
    ...(line.maxAgeSeconds === undefined ? {} : { noSuccessMs: line.maxAgeSeconds * 1000 }),
  });
  return { isJournal: isJournal(place), monitor };
}
