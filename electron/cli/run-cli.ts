import { resolve } from 'node:path';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { failedReport } from '../app/failed-report.ts';
import { systemClock } from '../app/system-clock.ts';
import { type FollowedPolicy, openPolicy } from '../policy/follow-policy.ts';
import { machinePolicySource, type PolicySource, policyPlace } from '../policy/policy-source.ts';
import { defaultStateDir } from '../stores/state-dir.ts';
import { StateWriteError } from '../sync/state-write-error.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { createConsole, type Streams } from './console.ts';
import { surpriseOf } from './end-on-surprise.ts';
import { finishReport } from './finish-report.ts';
import { HELP_TEXT } from './help-text.ts';
import { type HidingStreams, hidingStreams } from './hiding-streams.ts';
import { type RunPlace, settingsIn } from './run-place.ts';

type Environment = Readonly<Record<string, string | undefined>>;

function refuse(line: Pick<CommandLine, 'json'>, streams: Streams, error: SyncError): number {
  return finishReport(createConsole(streams, line.json), failedReport(error));
}

/** The loop: the only command that writes a log of its own. */
async function watch(place: RunPlace, followed: FollowedPolicy): Promise<number> {
  const [{ openContext }, { logFiles }, { logPolicy }, { watchCommand }] = await Promise.all([
    import('./open-context.ts'),
    import('../stores/log-files.ts'),
    import('../policy/log-policy.ts'),
    import('./watch-command.ts'),
  ]);
  const context = openContext(place, logFiles);
  if ('code' in context) return refuse(place.line, place.streams, context);
  logPolicy(followed, [], context.log);
  followed.follow();
  return watchCommand(context, {
    intervalSeconds: () => settingsIn(place).intervalSeconds,
    again: () => openContext(place, logFiles),
    onPolicyChange: (listener) => followed.onChange(listener),
  });
}

/** Each command loads its own part of the program only: a start costs what it needs. */
async function runInContext(place: RunPlace): Promise<number> {
  const { openContext } = await import('./open-context.ts');
  const context = openContext(place);
  if ('code' in context) return refuse(place.line, place.streams, context);
  switch (place.line.command) {
    case 'sync':
      return (await import('./sync-command.ts')).syncCommand(context);
    case 'status':
      return (await import('./status-command.ts')).statusCommand(context);
    case 'resolve':
      return (await import('./resolve-command.ts')).resolveCommand(context);
    case 'history':
      return (await import('./history-command.ts')).historyCommand(context);
    default:
      return (await import('./history-command.ts')).restoreCommand(context);
  }
}

async function runOnFolder(place: RunPlace, followed: FollowedPolicy): Promise<number> {
  const { line, streams } = place;
  const console = createConsole(streams, line.json);
  switch (line.command) {
    case 'policy':
      return (await import('./policy-command.ts')).policyCommand(place, console);
    case 'doctor':
      return (await import('./doctor-command.ts')).doctorCommand(place, console);
    case 'support':
      return (await import('./support-command.ts')).supportCommand(place, console);
    case 'watch':
      return watch(place, followed);
    default:
      return runInContext(place);
  }
}

async function runCommand(
  line: CommandLine,
  environment: Environment,
  streams: HidingStreams,
  source: PolicySource,
): Promise<number> {
  if (line.command === 'rehearse')
    return (await import('./rehearse-command.ts')).rehearseCommand(line, streams);
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
