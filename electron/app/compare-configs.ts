import { keyDifferences } from '../../shared/merge/key-differences.ts';
import type { ComparedConfig, ComparedKey, Comparison } from '../../shared/model/comparison.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { Workspace } from '../sync/ports.ts';
import type { SecretScanner } from '../sync/secret-ports.ts';

/** One of the two that are compared. */
export interface ComparedSide {
  readonly workspace: string;
  readonly token: string | null;
}

export interface ComparePorts {
  readonly workspace: (root: string) => Pick<Workspace, 'list' | 'read'>;
  readonly scanner: (token: string | null) => SecretScanner;
  /** The text with `shown` in the place of each of these secrets. */
  readonly redact: (text: string, secrets: readonly string[], shown: string) => string;
}

type Folder = ReturnType<ComparePorts['workspace']>;

/** What stands in the place of a secret. */
const HIDDEN = '••••••';
const MOST_KEYS = 200;
const LONGEST_VALUE = 600;
/** What is called so is a secret, whatever it looks like. */
const SECRET_NAME = /token|secret|passw|credential|(api|access|private|secret)[-_ ]?key|^sk$/iu;

/** Every config that is there, readable or not. Errors: those of listing. */
async function configsIn(folder: Folder): Promise<Result<ReadonlySet<ItemPath>>> {
  const listed = await folder.list(['configs']);
  if (!listed.ok) return listed;
  const { items, refused } = listed.value;
  const paths = [...items, ...refused].map(({ path }) => path);
  return ok(new Set(paths.filter((path) => path.startsWith('configs/'))));
}

function keysOf(left: string, right: string): readonly ComparedKey[] | null {
  const found = keyDifferences(null, left, right);
  if ('broken' in found) return null;
  return found
    .filter(({ kind, mine, server }) => kind !== 'same' && mine !== server)
    .map(({ key, mine, server }) => ({ key, left: mine, right: server }));
}

async function secretsIn(
  ports: ComparePorts,
  path: ItemPath,
  sides: readonly (readonly [text: string, side: ComparedSide])[],
): Promise<readonly string[]> {
  const tokens = sides.flatMap(([, { token }]) => token ?? []);
  const found = await Promise.all(
    sides.map(async ([text, { token }]) => {
      const scanner = ports.scanner(token);
      await scanner.rules();
      return scanner.scan(path, text);
    }),
  );
  return [...tokens, ...found.flat().map(({ secret }) => secret)];
}

function shownValue(
  { redact }: ComparePorts,
  key: readonly string[],
  source: string | null,
  secrets: readonly string[],
): string | null {
  if (source === null) return null;
  const isSecret = SECRET_NAME.test(key.at(-1) ?? '') && source.startsWith('"');
  const shown = isSecret ? `"${HIDDEN}"` : redact(source, secrets, HIDDEN);
  return shown.length <= LONGEST_VALUE ? shown : `${shown.slice(0, LONGEST_VALUE)}…`;
}

async function compareTexts(
  ports: ComparePorts,
  path: ItemPath,
  sides: readonly [readonly [string, ComparedSide], readonly [string, ComparedSide]],
): Promise<ComparedConfig> {
  const [[left], [right]] = sides;
  const keys = left === right ? [] : keysOf(left, right);
  if (keys?.length === 0) return { path, state: 'equal', keys: [], more: 0 };
  const named = (keys ?? []).slice(0, MOST_KEYS);
  const secrets = named.length === 0 ? [] : await secretsIn(ports, path, sides);
  const shown = named.map(({ key, ...values }) => ({
    key,
    left: shownValue(ports, key, values.left, secrets),
    right: shownValue(ports, key, values.right, secrets),
  }));
  return { path, state: 'different', keys: shown, more: (keys ?? []).length - named.length };
}

interface LookedInto extends ComparedSide {
  readonly folder: Folder;
  readonly configs: ReadonlySet<ItemPath>;
}

async function lookInto(ports: ComparePorts, side: ComparedSide): Promise<Result<LookedInto>> {
  const folder = ports.workspace(side.workspace);
  const configs = await configsIn(folder);
  return configs.ok ? ok({ ...side, folder, configs: configs.value }) : configs;
}

async function compareAt(
  ports: ComparePorts,
  path: ItemPath,
  left: LookedInto,
  right: LookedInto,
): Promise<ComparedConfig> {
  const bare = { path, keys: [], more: 0 };
  if (!right.configs.has(path)) return { ...bare, state: 'onlyLeft' };
  if (!left.configs.has(path)) return { ...bare, state: 'onlyRight' };
  const [a, b] = [await left.folder.read(path), await right.folder.read(path)];
  if (a.state !== 'present' || b.state !== 'present') return { ...bare, state: 'unreadable' };
  return compareTexts(ports, path, [
    [a.text, left],
    [b.text, right],
  ]);
}

/** Looks at the configs of both folders, and only looks. Errors: those of listing a folder. */
export async function compareConfigs(
  ports: ComparePorts,
  left: ComparedSide,
  right: ComparedSide,
): Promise<Result<Comparison>> {
  const [ofLeft, ofRight] = [await lookInto(ports, left), await lookInto(ports, right)];
  if (!ofLeft.ok) return ofLeft;
  if (!ofRight.ok) return ofRight;
  const paths = [...new Set([...ofLeft.value.configs, ...ofRight.value.configs])].sort();
  const configs: ComparedConfig[] = [];
  // One after another: two texts at a time are enough to hold.
  for (const path of paths) configs.push(await compareAt(ports, path, ofLeft.value, ofRight.value));
  return ok({ configs });
}
