import type { ItemPath, Section } from '../../shared/model/item.ts';
import type { PathRules } from '../sync/ports.ts';
import { foldKey } from './fold-key.ts';
import { nameFault } from './name-rules.ts';
import { isProgramName } from './program-names.ts';

/** A path of the workspace, or the sentence that says why there is none. */
export type Admission = { readonly path: ItemPath } | { readonly refused: string };

export interface SafePath extends PathRules {
  /**
   * The same rules for a name found on disk, where a backslash is a letter of the name and never a separator.
   */
  admitLocal(path: string): Admission;
  /** The same for a file in a folder that was admitted (with any name in it): only the last part is new. */
  admitIn(folder: string, name: string): Admission;
}

const MAX_SEGMENTS = 32;

/** macOS takes 1,024 bytes for the whole path; the rest is for the folder that the workspace lies in. */
const MAX_PATH_BYTES = 800;

export const CONFIG_RULE = 'only *.json directly in configs is synced';

function pathFault(segments: readonly string[]): string | undefined {
  if (segments.length > MAX_SEGMENTS) return `the path has more than ${MAX_SEGMENTS} parts`;
  for (const segment of segments) {
    const fault = nameFault(segment);
    if (fault !== undefined) return fault;
  }
  if (Buffer.byteLength(segments.join('/')) > MAX_PATH_BYTES) return 'the path is too long';
  return isProgramName(segments.at(-1) ?? '') ? 'a program or shortcut is never synced' : undefined;
}

function admitSegments(segments: readonly string[]): Admission {
  const fault = pathFault(segments);
  return fault === undefined ? { path: segments.join('/') } : { refused: fault };
}

function admitConfig(key: string): Admission {
  if (/[/\\]/.test(key)) return { refused: 'a config key must be one plain file name' };
  if (!/.\.json$/.test(key)) return { refused: 'a config key must end in .json' };
  return admitSegments(['configs', key]);
}

function absoluteFault(slashed: string): string | undefined {
  if (slashed.startsWith('/')) return 'the path is absolute';
  return /^[a-z]:/i.test(slashed) ? 'the path has a drive letter' : undefined;
}

function admitDoc(docPath: string): Admission {
  // First of all, so that no later rule sees a separator as part of a name.
  const slashed = docPath.replaceAll('\\', '/');
  const fault = absoluteFault(slashed);
  if (fault !== undefined) return { refused: fault };
  if (slashed.trim() === '' || slashed === 'docs') return { refused: 'the path names no document' };
  const segments = slashed.split('/');
  if (segments[0] === 'docs') return admitSegments(segments);
  if (['configs', '.openclaw'].includes(foldKey(segments[0] ?? '')))
    return { refused: 'the path is not below docs' };
  return admitSegments(['docs', ...segments]);
}

function admit(section: Section, wire: string): Admission {
  return section === 'config' ? admitConfig(wire) : admitDoc(wire);
}

function admitLocal(path: string): Admission {
  const [top = '', ...rest] = path.split('/');
  if (top === 'configs') return rest.length === 1 ? admitConfig(rest[0] ?? '') : { refused: CONFIG_RULE };
  return top === 'docs' && rest.length > 0
    ? admitSegments([top, ...rest])
    : { refused: 'the path is neither in configs nor in docs' };
}

function admitIn(folder: string, name: string): Admission {
  if (!folder.startsWith('docs')) return admitLocal(`${folder}/${name}`);
  const path = `${folder}/${name}`;
  const fault = nameFault(name);
  if (fault !== undefined) return { refused: fault };
  if (path.length * 3 > MAX_PATH_BYTES && Buffer.byteLength(path) > MAX_PATH_BYTES)
    return { refused: 'the path is too long' };
  return isProgramName(name) ? { refused: 'a program or shortcut is never synced' } : { path };
}

/**
 * The rules for names, pure and the same everywhere: what one machine sends, every other machine can receive.
 */
export const safePath: SafePath = { admit, admitLocal, admitIn, foldKey };
