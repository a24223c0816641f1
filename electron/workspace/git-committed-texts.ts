import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import type { ItemPath } from '../../shared/model/item.ts';
import type { CommittedText, CommittedTexts } from '../sync/ports.ts';
import { fileSystem } from './file-system.ts';
import { decodeText } from './read-text.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 256 * 1024 * 1024;

/** Nothing of a repository's own settings is run, nothing is fetched, and not even the index is refreshed. */
const HARMLESS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap(
  (setting) => ['-c', setting],
);

/** Without variables that would point git at another repository than the one the folder lies in. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
}

/** What git answers, or null: no git, no repository, a folder of somebody else's, too slow, too much. */
function runGit(root: string, args: readonly string[], input: string): Promise<Buffer | null> {
  return new Promise((answer) => {
    const options = {
      // Windows looks for programs in the working folder first, so it is ours and not the workspace.
      cwd: dirname(process.execPath),
      env: environment(),
      encoding: 'buffer',
      timeout: TIMEOUT_MS,
      maxBuffer: MAX_BYTES,
      windowsHide: true,
    } as const;
    const child = execFile('git', ['-C', root, ...HARMLESS, ...args], options, (error, output) =>
      answer(error === null ? output : null),
    );
    // A git that ended early does not read its input; its exit code says all there is to say.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Each answer is `<object> <type> <size>`, the bytes, a line end; or one line that ends with ` missing`. */
function* answers(output: Buffer): Generator<Buffer | null> {
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf('\n', start);
    if (end < 0) return;
    const [, type, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(output.toString('utf8', start, end)) ?? [];
    const next = size === undefined ? end + 1 : end + 1 + Number(size) + 1;
    yield type === 'blob' ? output.subarray(end + 1, next - 1) : null;
    start = next;
  }
}

/** The texts of HEAD for those of the paths that are files in it. */
async function headTexts(root: string, paths: readonly ItemPath[]): Promise<ReadonlyMap<ItemPath, string>> {
  const output = await runGit(
    root,
    ['cat-file', '--batch'],
    paths.map((path) => `HEAD:./${path}\n`).join(''),
  );
  const texts = new Map<ItemPath, string>();
  const blobs = output === null ? [] : [...answers(output)];
  for (const [index, path] of paths.entries()) {
    const blob = blobs[index];
    const decoded = blob ? decodeText(blob) : undefined;
    if (decoded !== undefined && 'text' in decoded) texts.set(path, decoded.text);
  }
  return texts;
}

const LOG = ['log', '--stdin', '--format=%x01%ct', '--name-only', '-z', '--relative', '--no-renames'];

/** When each path was last committed, in epoch milliseconds: newest commits come first. */
async function commitTimes(root: string, paths: readonly ItemPath[]): Promise<ReadonlyMap<ItemPath, number>> {
  const output = await runGit(root, LOG, `HEAD\n--\n${paths.join('\n')}\n`);
  const times = new Map<ItemPath, number>();
  let time = 0;
  for (const token of output?.toString().split('\0') ?? []) {
    const name = token.replace(/^\n/, '');
    if (token.startsWith('\u0001')) time = Number(token.slice(1)) * 1000;
    else if (name !== '' && !times.has(name)) times.set(name, time);
  }
  return times;
}

/** Where git would look for a repository; starting it only to be told that there is none takes longer than a save may. */
function mayLieInRepository(folder: string): boolean {
  if (['.git', 'HEAD'].some((name) => fileSystem.existsSync(join(folder, name)))) return true;
  const above = dirname(folder);
  return above !== folder && mayLieInRepository(above);
}

function realFolder(root: string): string {
  try {
    return fileSystem.realpathSync(root);
  } catch {
    return root;
  }
}

async function readCommitted(
  root: string,
  paths: readonly ItemPath[],
): Promise<ReadonlyMap<ItemPath, CommittedText>> {
  if (!mayLieInRepository(realFolder(root))) return new Map();
  const inside = await runGit(root, ['rev-parse', '--is-inside-work-tree'], '');
  if (inside?.toString().trim() !== 'true') return new Map();
  const texts = await headTexts(root, paths);
  const times = texts.size === 0 ? new Map<ItemPath, number>() : await commitTimes(root, [...texts.keys()]);
  // Without a time it counts as old, so that a person looks rather than that an edit is undone on GIIP.
  return new Map([...texts].map(([path, text]) => [path, { text, committedAt: times.get(path) ?? 0 }]));
}

/**
 * The texts of HEAD, as git stores them; line ends may differ from a checked-out file's, which compares by
 * meaning.
 */
export function gitCommittedTexts(workspace: string): CommittedTexts {
  const root = resolve(workspace);
  return { read: (paths) => (paths.length === 0 ? Promise.resolve(new Map()) : readCommitted(root, paths)) };
}
