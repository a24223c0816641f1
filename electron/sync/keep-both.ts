import { styledText } from '../../shared/merge/file-style.ts';
import { type ItemPath, sectionOf } from '../../shared/model/item.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { Engine } from './engine.ts';
import type { OpenConflict } from './open-conflict.ts';
import type { Version } from './ports.ts';
import { versionOf } from './version-of.ts';

/** More files of one name than this at one minute, and something else is wrong. */
const MOST_NAMES = 100;

/** Fold keys of every name that is known on either side; a name that was given away is added. */
export type TakenNames = Set<string>;

/** Made once for many items: it reads all that is remembered. */
export function takenNames({ state, paths }: Engine): TakenNames {
  const { config, doc } = state.facts.get('rejected') ?? { config: [], doc: [] };
  const known = [state.base.all(), state.remote.all(), state.scans.all(), config, doc];
  return new Set(known.flat().map(({ path }) => paths.foldKey(path)));
}

/** `2026-11-23 10.41` on this computer's clock: a colon stands in no name on Windows. */
function stampOf(time: number): string {
  const at = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())}`;
}

interface NameParts {
  readonly folder: string;
  readonly stem: string;
  readonly ending: string;
}

/** A copy of a copy is named after the first text: `guide (GIIP …).md` has the stem `guide`. */
function partsOf(path: ItemPath): NameParts {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const plain = stem.replace(/( \(GIIP \d{4}-\d\d-\d\d \d\d\.\d\d\)(?: \d+)?|-from-giip(?:-\d+)?)$/, '');
  return { folder, stem: plain === '' ? stem : plain, ending };
}

function suffixOf(path: ItemPath, heardAt: number, count: number): string {
  if (sectionOf(path) === 'config') return count === 1 ? '-from-giip' : `-from-giip-${count}`;
  return count === 1 ? ` (GIIP ${stampOf(heardAt)})` : ` (GIIP ${stampOf(heardAt)}) ${count}`;
}

/** The name of a second file; the stem gives way where the whole would be too long. Null: there is none. */
function nameBeside({ paths }: Engine, path: ItemPath, suffix: string): ItemPath | null {
  const { folder, stem, ending } = partsOf(path);
  const section = sectionOf(path);
  const letters = [...stem];
  for (let length = letters.length; length > 0; length -= 1) {
    const name = letters.slice(0, length).join('') + suffix + ending;
    const admitted = paths.admit(section, section === 'config' ? name : folder + name);
    if ('path' in admitted) return admitted.path;
  }
  return null;
}

type Placed = 'placed' | 'found' | 'taken';

/** A file that holds this very text already is the copy: of an attempt that was cut off, as a rule. */
async function standing(engine: Engine, path: ItemPath, text: string): Promise<Result<Placed | 'free'>> {
  const found = await engine.workspace.read(path);
  if (found.state === 'unreadable') return fail('workspace-unreadable', `${path}: ${found.reason}`);
  if (found.state === 'absent') return ok('free');
  return ok(found.text === text ? 'found' : 'taken');
}

/** Nothing is ever replaced, also not what takes the name at the last moment. */
async function place(
  engine: Engine,
  path: ItemPath,
  text: string,
  taken: TakenNames,
): Promise<Result<Placed>> {
  const key = engine.paths.foldKey(path);
  const isTaken = taken.has(key);
  taken.add(key);
  const before = await standing(engine, path, text);
  if (!before.ok) return before;
  if (before.value === 'found') return ok('found');
  if (isTaken || before.value === 'taken') return ok('taken');
  const outcome = await engine.workspace.write(path, text, null);
  if (outcome.state === 'failed') return { ok: false, error: outcome.error };
  if (outcome.state === 'written') return ok('placed');
  const now = await standing(engine, path, text);
  if (!now.ok) return now;
  return now.value === 'free' ? fail('changed-meanwhile', path) : ok(now.value);
}

/** The second file that GIIP's text became. */
export interface Beside {
  readonly path: ItemPath;
  readonly version: Version;
  readonly text: string;
  /** False where a file of that name held this very text already: then this run did not make it. */
  readonly isNew: boolean;
}

/**
 * Puts GIIP's text into a new file beside the one of the conflict, durably, under a name that is free on both sides and
 * stands on every system. The name tells when the text was heard, so that a second attempt finds the first one's file.
 */
export async function keepBeside(
  engine: Engine,
  { path, theirs, heardAt }: OpenConflict,
  taken: TakenNames,
): Promise<Result<Beside>> {
  const text = styledText(path, null, theirs);
  const version = versionOf(engine.digest, path, text);
  if ('broken' in version) return fail('text-unusable', version.broken);
  for (let count = 1; count <= MOST_NAMES; count += 1) {
    const beside = nameBeside(engine, path, suffixOf(path, heardAt, count));
    if (beside === null) break;
    const placed = await place(engine, beside, text, taken);
    if (!placed.ok) return placed;
    if (placed.value !== 'taken')
      return ok({ path: beside, version, text, isNew: placed.value === 'placed' });
  }
  return fail('write-failed', `there is no free name beside ${path}`);
}
