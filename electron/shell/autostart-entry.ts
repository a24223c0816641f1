const GROUP = '[Desktop Entry]';

/** The file that has a Linux desktop start the program with the session. */
export function autostartEntry(program: string): string {
  return [
    GROUP,
    'Type=Application',
    'Name=Openclaw Sync',
    'Comment=Keeps the Openclaw folder and GIIP in step',
    `Exec=${quoted(program)} --hidden`,
    // A program that was removed is then no error at every start of a session.
    `TryExec=${escaped(program)}`,
    'Icon=openclaw-sync',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** The file that takes an entry of the system back for this person. */
export function hiddenEntry(): string {
  return [GROUP, 'Type=Application', 'Name=Openclaw Sync', 'Hidden=true', ''].join('\n');
}

/** The keys of a desktop entry that decide about starting, as the specification reads them. */
export interface DesktopEntry {
  readonly isApplication: boolean;
  readonly isHidden: boolean;
  readonly onlyShowIn: readonly string[] | null;
  readonly notShowIn: readonly string[];
  readonly tryExec: string | null;
  /** The first word of `Exec`: a path, or a name to look for. */
  readonly program: string | null;
}

/** Reads a desktop entry; the first line of each key counts. */
export function readDesktopEntry(text: string): DesktopEntry {
  const values = valuesOf(text);
  const get = (key: string): string | null => values.get(key) ?? null;
  return {
    isApplication: get('Type') === 'Application',
    isHidden: isTrue(get('Hidden')) || isFalse(get('X-GNOME-Autostart-enabled')),
    onlyShowIn: list(get('OnlyShowIn')),
    notShowIn: list(get('NotShowIn')) ?? [],
    tryExec: unescaped(get('TryExec') ?? '') || null,
    program: firstWord(unescaped(get('Exec') ?? '')),
  };
}

function valuesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let group = '';
  for (const line of text.split(/\r?\n/)) {
    const [, key, value = ''] = /^\s*([A-Za-z0-9-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (line.startsWith('[')) group = line.trim();
    else if (group === GROUP && key !== undefined && !values.has(key)) values.set(key, value);
  }
  return values;
}

const isTrue = (value: string | null): boolean => /^(?:true|1)$/i.test(value ?? '');
const isFalse = (value: string | null): boolean => /^(?:false|0)$/i.test(value ?? '');

function list(value: string | null): readonly string[] | null {
  return value?.split(';').filter(Boolean) ?? null;
}

const ESCAPES: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

function unescaped(value: string): string {
  return value.replace(/\\([sntr\\])/g, (_, letter: string) => ESCAPES[letter] ?? '');
}

function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\');
}

/** The program of a command line, without quotes and field codes. */
function firstWord(command: string): string | null {
  const [, inQuotes, bare] = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/.exec(command) ?? [];
  const word = inQuotes?.replace(/\\(["`$\\])/g, '$1') ?? bare;
  return word?.replaceAll('%%', '%') || null;
}

/**
 * Quoted for `Exec`, then escaped as any string value of a desktop entry, then its field codes:
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
function quoted(program: string): string {
  return escaped(`"${program.replace(/["`$\\]/g, '\\$&')}"`).replace(/%/g, '%%');
}
