import { resolve } from 'node:path';
import { COMMANDS } from '../../shared/commands.ts';

/** Words that the command line answers. */
const COMMAND_WORDS: readonly string[] = [...COMMANDS, 'help', '--help', '-h', '--version', '-v'];

/** Chromium's switches that the launcher script or a test adds in front; they are no words of ours. */
const LAUNCHER_SWITCHES =
  /^--(?:ozone-platform|password-store|user-data-dir|lang)=|^--(?:no-sandbox|disable-gpu|headless|enable-logging)$|^--(?:inspect|inspect-brk|remote-debugging-port)(?:=|$)|^-psn_/;

const VALUES = {
  '--workspace': 'workspace',
  '--state-dir': 'stateDir',
  '--api-url': 'apiUrl',
  '--lssn': 'lssn',
} as const;

/** What the tray application was asked for, for this run only. */
export interface TrayOptions {
  readonly hidden: boolean;
  readonly stateDir?: string;
  readonly workspace?: string;
  readonly apiUrl?: string;
  readonly lssn?: string;
}

export type Start =
  | { readonly as: 'command'; readonly argv: readonly string[] }
  | { readonly as: 'tray'; readonly options: TrayOptions };

/**
 * Reads the words after the program. A first word that is a command, or no word of the tray application at all, is the
 * command line's; its own parser then says what is wrong. Relative folders are relative to `cwd`.
 */
export function startOptions(words: readonly string[], cwd: string): Start {
  const own = words.filter((word) => !LAUNCHER_SWITCHES.test(word));
  if (own[0] !== undefined && COMMAND_WORDS.includes(own[0])) return { as: 'command', argv: own };
  const options = trayOptions(own, cwd);
  return options ? { as: 'tray', options } : { as: 'command', argv: own };
}

function trayOptions(words: readonly string[], cwd: string): TrayOptions | null {
  const options: { -readonly [K in keyof TrayOptions]: TrayOptions[K] } = { hidden: false };
  for (let at = 0; at < words.length; at += 1) {
    const [name = '', inline] = split(words[at] ?? '');
    if (name === '--hidden' && inline === undefined) options.hidden = true;
    else if (isValueName(name)) {
      const value = inline ?? words[++at];
      if (value === undefined) return null;
      options[VALUES[name]] = isFolder(name) ? resolve(cwd, value) : value;
    } else if (!name.startsWith('--') || isOurs(name)) return null;
  }
  return options;
}

/** Splits at the first `=` only: a URL may hold more of them. */
function split(word: string): readonly [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function isValueName(name: string): name is keyof typeof VALUES {
  return Object.hasOwn(VALUES, name);
}

function isFolder(name: keyof typeof VALUES): boolean {
  return name === '--workspace' || name === '--state-dir';
}

/** Options that only commands have: given without a command, the person forgot it. */
function isOurs(name: string): boolean {
  return ['--dry-run', '--json', '--token-stdin', '--giip-config', '--take', '--file', '--all'].includes(
    name,
  );
}
