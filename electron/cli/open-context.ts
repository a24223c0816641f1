import { join } from 'node:path';
import type { Settings } from '../../shared/model/settings.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { environmentPassword } from '../api/environment-proxy.ts';
import { openNetwork } from '../api/network.ts';
import type { TokenSource } from '../app/token-source.ts';
import { composeEngines } from '../compose-engine.ts';
import { askedLogLevel, createLog, type HidingLog, type LogFiles } from '../stores/log-file.ts';
import type { CommandContext } from './command-context.ts';
import { commandMonitor } from './command-monitor.ts';
import { createConsole } from './console.ts';
import { overruledWords } from './overruled-words.ts';
import { resolveConnection } from './resolve-connection.ts';
import { type RunPlace, settingsIn } from './run-place.ts';

type OpenLogFiles = (folder: string, name: string) => LogFiles;

/** Log and streams must know every token to keep it out, wherever it came from. */
function remembering(token: TokenSource, places: readonly Pick<HidingLog, 'hide'>[]): TokenSource {
  return async () => {
    const found = await token();
    if (found.ok) for (const place of places) place.hide(found.value);
    return found;
  };
}

/** Commands write no log file unless they are given one: a dry run leaves nothing behind. */
function openLog(place: RunPlace, openFiles: OpenLogFiles | null): HidingLog {
  const { stateDir, environment, streams, policy } = place;
  const isLogged = openFiles !== null;
  const asked = () => (policy().settings.logLevel === undefined ? askedLogLevel(environment) : null);
  return createLog({
    files: openFiles?.(join(stateDir, 'logs'), 'command') ?? null,
    level: () => asked() ?? (isLogged ? settingsIn(place).logLevel : 'error'),
    writer: { pid: process.pid, version: __APP_VERSION__ },
    // A loop that nobody asks for more has its log in a file; a single command has nowhere else to say it.
    ...(isLogged && asked() === null
      ? {}
      : { console: (entry: string) => void streams.stderr.write(`${entry}\n`) }),
  });
}

/** Everything that a command on a folder needs, or the first value that cannot be used. */
export function openContext(
  place: RunPlace,
  openFiles: OpenLogFiles | null = null,
): CommandContext | SyncError {
  const { line, stateDir, environment, streams, policy } = place;
  const resolved = resolveConnection({ ...place, stdin: streams.input });
  if (!resolved.ok) return resolved.error;
  const { connection, token } = resolved.value;
  for (const words of overruledWords(place, connection.apiUrl)) streams.stderr.write(`${words}\n`);
  const log = openLog(place, openFiles);
  const settings = (): Settings => settingsIn(place);
  log.hide(environmentPassword(environment));
  const network = openNetwork({ environment, log, settings });
  const engines = composeEngines({
    stateDir,
    network,
    log,
    retention: settings,
    secretGate: () => settings().secretGate,
    rules: () => policy().rules,
  });
  const watched = commandMonitor({ line, stateDir, environment, log, stderr: streams.stderr });
  return {
    connection,
    token: remembering(token, [log, streams]),
    line,
    console: createConsole(streams, line.json),
    engines,
    log,
    stateDir,
    ...watched,
  };
}
