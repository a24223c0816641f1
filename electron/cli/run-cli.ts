import { join, resolve } from 'node:path';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import { NO_POLICY } from '../../shared/model/policy.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { openNetwork } from '../api/network.ts';
import { failedReport } from '../app/failed-report.ts';
import type { TokenSource } from '../app/ports.ts';
import { systemClock } from '../app/system-clock.ts';
import { composeEngines } from '../compose-engine.ts';
import type { DoctorScene } from '../doctor/check.ts';
import { askedLogLevel, createLog, type HidingLog } from '../stores/log-file.ts';
import { defaultStateDir } from '../stores/state-dir.ts';
import type { Log } from '../sync/ports.ts';
import { StateWriteError } from '../sync/state-write-error.ts';
import type { CommandContext } from './command-context.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { commandMonitor } from './command-monitor.ts';
import { createConsole, type Streams } from './console.ts';
import { doctorCommand } from './doctor-command.ts';
import { surpriseOf } from './end-on-surprise.ts';
import { HELP_TEXT } from './help-text.ts';
import { type HidingStreams, hidingStreams } from './hiding-streams.ts';
import { historyCommand, restoreCommand } from './history-command.ts';
import { rehearseCommand } from './rehearse-command.ts';
import { resolveCommand } from './resolve-command.ts';
import { resolveConnection, savedSettings } from './resolve-connection.ts';
import { statusCommand } from './status-command.ts';
import { supportCommand } from './support-command.ts';
import { finishReport, syncCommand } from './sync-command.ts';
import { watchCommand } from './watch-command.ts';

const SILENT: Log = { write: () => undefined };

type Environment = Readonly<Record<string, string | undefined>>;

function refuse(line: Pick<CommandLine, 'json'>, streams: Streams, error: SyncError): number {
  return finishReport({ console: createConsole(streams, line.json) }, failedReport(error));
}

/** Log and streams must know every token to keep it out, wherever it came from. */
function remembering(token: TokenSource, places: readonly Pick<HidingLog, 'hide'>[]): TokenSource {
  return async () => {
    const found = await token();
    if (found.ok) for (const place of places) place.hide(found.value);
    return found;
  };
}

/** Commands write no log file unless they are asked for one: a dry run leaves nothing behind. */
function contextFor(
  line: CommandLine,
  stateDir: string,
  environment: Environment,
  streams: HidingStreams,
): CommandContext | SyncError {
  const resolved = resolveConnection({ line, stateDir, environment, stdin: streams.stdin });
  if (!resolved.ok) return resolved.error;
  const console = createConsole(streams, line.json);
  const isLogged = line.command === 'watch';
  const asked = askedLogLevel(environment);
  const log = createLog({
    folder: isLogged ? join(stateDir, 'logs') : null,
    name: 'command',
    level: () => asked ?? (isLogged ? savedSettings(stateDir).logLevel : 'error'),
    writer: { pid: process.pid, version: __APP_VERSION__ },
    // A loop that nobody asks for more has its log in a file; a single command has nowhere else to say it.
    ...(isLogged && asked === null
      ? {}
      : { console: (entry: string) => void streams.stderr.write(`${entry}\n`) }),
  });
  const retention = (): Settings => savedSettings(stateDir);
  const network = openNetwork({ environment, log, settings: retention });
  const engines = composeEngines({
    stateDir,
    network,
    log,
    retention,
    secretGate: () => retention().secretGate,
  });
  const { connection, token } = resolved.value;
  const watched = commandMonitor({ line, stateDir, environment, log, stderr: streams.stderr });
  return { connection, token: remembering(token, [log, streams]), line, console, engines, log, stateDir, ...watched };
}

function doctorScene(
  line: CommandLine,
  stateDir: string,
  environment: Environment,
  streams: Streams,
): DoctorScene {
  const network = openNetwork({ environment, settings: () => savedSettings(stateDir) });
  return {
    subject: resolveConnection({ line, stateDir, environment, stdin: streams.stdin }),
    policy: NO_POLICY,
    stateDir,
    platform: process.platform,
    engines: composeEngines({ stateDir, network, log: SILENT }),
    network,
    clock: systemClock,
    desktop: null,
  };
}

async function runOnFolder(
  line: CommandLine,
  environment: Environment,
  streams: HidingStreams,
): Promise<number> {
  const stateDir = resolve(line.stateDir ?? defaultStateDir());
  if (line.command === 'doctor')
    return doctorCommand(
      doctorScene(line, stateDir, environment, streams),
      createConsole(streams, line.json),
    );
  if (line.command === 'support') {
    const scene = doctorScene(line, stateDir, environment, streams);
    const settings = (): Settings => savedSettings(stateDir);
    const secrets = (): readonly string[] => [environment.OPENCLAW_SYNC_TOKEN ?? ''];
    const place = { doctor: () => scene, version: __APP_VERSION__, settings, secrets, log: SILENT };
    return supportCommand(place, line, createConsole(streams, line.json));
  }
  const context = contextFor(line, stateDir, environment, streams);
  if ('code' in context) return refuse(line, streams, context);
  switch (line.command) {
    case 'sync':
      return syncCommand(context);
    case 'watch':
      return watchCommand(context, {
        intervalSeconds: () => savedSettings(stateDir).intervalSeconds,
        again: () => contextFor(line, stateDir, environment, streams),
      });
    case 'status':
      return statusCommand(context);
    case 'resolve':
      return resolveCommand(context);
    case 'history':
      return historyCommand(context);
    default:
      return restoreCommand(context);
  }
}

function runCommand(line: CommandLine, environment: Environment, streams: HidingStreams): Promise<number> {
  return line.command === 'rehearse'
    ? rehearseCommand(line, streams)
    : runOnFolder(line, environment, streams);
}

/** What nobody expected, as an error that ends the command in the documented way. */
function surprise(error: unknown): SyncError {
  return error instanceof StateWriteError ? error.error : surpriseOf(error);
}

/**
 * Runs one command; answers its exit code. Needs no display, no tray and no keyring, under plain Node and inside
 * Electron alike. The streams are parameters so that nothing but the caller decides where words go.
 */
export async function runCli(
  argv: readonly string[],
  environment: Environment,
  given: Streams,
): Promise<number> {
  // A reader that has heard enough (`| head`) is no reason to end in the middle of the work.
  for (const stream of [given.stdout, given.stderr]) stream.on('error', () => undefined);
  const streams = hidingStreams(given);
  streams.hide(environment.OPENCLAW_SYNC_TOKEN ?? '');
  const parsed = parseCommandLine(argv);
  if (!parsed.ok) return refuse({ json: argv.includes('--json') }, streams, parsed.error);
  const line = parsed.value;
  if (line.command === 'help') streams.stdout.write(HELP_TEXT);
  if (line.command === 'version') streams.stdout.write(`${__APP_VERSION__}\n`);
  if (line.command === 'help' || line.command === 'version') return EXIT_CODES.inSync;
  try {
    return await runCommand(line, environment, streams);
  } catch (error) {
    return refuse(line, streams, surprise(error));
  }
}
