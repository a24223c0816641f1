import { resolve } from 'node:path';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { failedReport } from '../app/failed-report.ts';
import { systemClock } from '../app/system-clock.ts';
import { type FollowedPolicy, openPolicy } from '../policy/follow-policy.ts';
import { logPolicy } from '../policy/log-policy.ts';
import { machinePolicySource, type PolicySource, policyPlace } from '../policy/policy-source.ts';
import { defaultStateDir } from '../stores/state-dir.ts';
import { StateWriteError } from '../sync/state-write-error.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { createConsole, type Streams } from './console.ts';
import { doctorCommand } from './doctor-command.ts';
import { surpriseOf } from './end-on-surprise.ts';
import { HELP_TEXT } from './help-text.ts';
import { type HidingStreams, hidingStreams } from './hiding-streams.ts';
import { historyCommand, restoreCommand } from './history-command.ts';
import { doctorScene, supportScene } from './look-scenes.ts';
import { openContext } from './open-context.ts';
import { policyCommand } from './policy-command.ts';
import { rehearseCommand } from './rehearse-command.ts';
import { resolveCommand } from './resolve-command.ts';
import { type RunPlace, settingsIn } from './run-place.ts';
import { statusCommand } from './status-command.ts';
import { supportCommand } from './support-command.ts';
import { finishReport, syncCommand } from './sync-command.ts';
import { watchCommand } from './watch-command.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function refuse(line: Pick<CommandLine, 'json'>, streams: Streams, error: SyncError): number {
  return finishReport({ console: createConsole(streams, line.json) }, failedReport(error));
}

async function runOnFolder(place: RunPlace, followed: FollowedPolicy): Promise<number> {
  const { line, streams } = place;
  const console = createConsole(streams, line.json);
  if (line.command === 'policy') return policyCommand(place, console);
  if (line.command === 'doctor') return doctorCommand(doctorScene(place), console);
  if (line.command === 'support') return supportCommand(supportScene(place), line, console);
  const context = openContext(place);
  if ('code' in context) return refuse(line, streams, context);
  switch (line.command) {
    case 'sync':
      return syncCommand(context);
    case 'watch':
      logPolicy(followed, [], context.log);
      followed.follow();
      return watchCommand(context, {
        intervalSeconds: () => settingsIn(place).intervalSeconds,
        again: () => openContext(place),
        onPolicyChange: (listener) => followed.onChange(listener),
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

async function runCommand(
  line: CommandLine,
  environment: Environment,
  streams: HidingStreams,
  source: PolicySource,
): Promise<number> {
  if (line.command === 'rehearse') return rehearseCommand(line, streams);
  const stateDir = resolve(line.stateDir ?? defaultStateDir());
  const followed = await openPolicy(source, policyPlace(environment), systemClock);
  try {
    return await runOnFolder({ line, stateDir, environment, streams, policy: followed.current }, followed);
  } finally {
    followed.end();
  }
}

/** What nobody expected, as an error that ends the command in the documented way. */
function surprise(error: unknown): SyncError {
  return error instanceof StateWriteError ? error.error : surpriseOf(error);
}

/**
 * Runs one command; answers its exit code. Needs no display, no tray and no keyring, under plain Node and inside
 * Electron alike. The streams are parameters so that nothing but the caller decides where words go; so is the place of
 * the policy, which nothing that a user can set leads to.
 */
export async function runCli(
  argv: readonly string[],
  environment: Environment,
  given: Streams,
  source: PolicySource = machinePolicySource(process.platform),
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
    return await runCommand(line, environment, streams, source);
  } catch (error) {
    return refuse(line, streams, surprise(error));
  }
}
