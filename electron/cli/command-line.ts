import { parseArgs } from 'node:util';
import { COMMANDS, type Command } from '../../shared/commands.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';

const OPTIONS = {
  workspace: { type: 'string' },
  'state-dir': { type: 'string' },
  'api-url': { type: 'string' },
  lssn: { type: 'string' },
  'giip-config': { type: 'string' },
  'token-stdin': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  approve: { type: 'boolean' },
  json: { type: 'boolean' },
  'max-age': { type: 'string' },
  take: { type: 'string' },
  file: { type: 'string' },
  secret: { type: 'string' },
  output: { type: 'string' },
  'file-names': { type: 'boolean' },
  all: { type: 'boolean' },
  version: { type: 'boolean' },
  'version-id': { type: 'string' },
  explain: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What was typed, understood. */
export interface CommandLine {
  readonly command: Command | 'help' | 'version';
  readonly path: string | null;
  readonly workspace?: string;
  readonly stateDir?: string;
  readonly apiUrl?: string;
  readonly lssn?: string;
  readonly giipConfig?: string;
  readonly tokenStdin: boolean;
  readonly dryRun: boolean;
  readonly approve: boolean;
  readonly explain: boolean;
  readonly json: boolean;
  /** Without a success for longer than this, something is wrong. */
  readonly maxAgeSeconds?: number;
  readonly take?: string;
  readonly file?: string;
  readonly secret?: string;
  readonly output?: string;
  readonly fileNames: boolean;
  readonly all: boolean;
  readonly versionId?: string;
}

/** Only these commands take a path. */
const WITH_PATH: readonly string[] = ['resolve', 'history', 'restore'];

/** Only these commands look at the age of the last success. */
const WITH_AGE: readonly string[] = ['status', 'watch'];

/** Seconds, or a sentence that says what is wrong. */
function maxAge(command: string, text: string | undefined): { readonly maxAgeSeconds?: number } | string {
  if (text === undefined) return {};
  if (!WITH_AGE.includes(command)) return '--max-age is for status and watch';
  return /^[1-9]\d{0,8}$/.test(text)
    ? { maxAgeSeconds: Number(text) }
    : '--max-age takes whole seconds, 1 or more';
}

/** The command: the first word that is neither an option nor the value of one. */
function firstWord(argv: readonly string[]): string | undefined {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: false })
    .positionals[0];
}

/** `restore PATH --version ID` gives `--version` a value that it has nowhere else; Node's parser knows one form only. */
function withVersionId(argv: readonly string[]): readonly string[] {
  if (firstWord(argv) !== 'restore') return argv;
  return argv.map((word) => word.replace(/^--version(?==|$)/, '--version-id'));
}

function isCommand(word: string): word is Command {
  return (COMMANDS as readonly string[]).includes(word);
}

function given<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: string });
}

function parsed(argv: readonly string[]): ReturnType<typeof parseTyped> | string {
  try {
    return parseTyped(argv);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace('--version-id', '--version');
  }
}

function parseTyped(argv: readonly string[]) {
  return parseArgs({
    args: [...withVersionId(argv)],
    options: OPTIONS,
    allowPositionals: true,
    strict: true,
  });
}

function commandOf(
  values: { help?: boolean; version?: boolean },
  word: string | undefined,
): Result<CommandLine['command']> {
  if (values.help || word === 'help') return ok('help');
  if (values.version) return ok('version');
  if (word === undefined) return ok('help');
  return isCommand(word) ? ok(word) : fail('usage', `there is no command "${word}"`);
}

/** Reads the words after the program's name. Errors: usage, with the word that was not understood. */
export function parseCommandLine(argv: readonly string[]): Result<CommandLine> {
  const result = parsed(argv);
  if (typeof result === 'string') return fail('usage', result.split('\n')[0]);
  const { values, positionals } = result;
  const [word, path, extra] = positionals;
  const command = commandOf(values, word);
  if (!command.ok) return command;
  const unexpected = path !== undefined && !WITH_PATH.includes(command.value) ? path : extra;
  if (unexpected !== undefined && isCommand(command.value))
    return fail('usage', `"${unexpected}" is not expected here`);
  const age = maxAge(command.value, values['max-age']);
  if (typeof age === 'string') return fail('usage', age);
  return ok({
    command: command.value,
    path: path ?? null,
    ...given('workspace', values.workspace),
    ...given('stateDir', values['state-dir']),
    ...given('apiUrl', values['api-url']),
    ...given('lssn', values.lssn),
    ...given('giipConfig', values['giip-config']),
    ...given('take', values.take),
    ...given('file', values.file),
    ...given('secret', values.secret),
    ...given('output', values.output),
    fileNames: values['file-names'] === true,
    ...age,
    ...given('versionId', values['version-id']),
    tokenStdin: values['token-stdin'] === true,
    dryRun: values['dry-run'] === true,
    approve: values.approve === true,
    explain: values.explain === true,
    json: values.json === true,
    all: values.all === true,
  });
}
