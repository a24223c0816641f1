import { safePath } from './safe-path.ts';
import { readStaged } from './staged-content.ts';
import { type StagedFiles, type StagingFolder, type StagingNote, stagedId } from './staging-folder.ts';
import type { WorkspacePlace } from './workspace-place.ts';

function isNote(value: unknown): value is StagingNote {
  if (typeof value !== 'object' || value === null) return false;
  const { path, expected, replacement } = value as Partial<Record<keyof StagingNote, unknown>>;
  return (
    [path, expected, replacement].every((field) => typeof field === 'string') &&
    'path' in safePath.admitLocal(`${path}`)
  );
}

/** What the note of one write says; undefined when it is none of ours. */
export function readNote(place: WorkspacePlace, staged: StagedFiles): StagingNote | undefined {
  try {
    const note: unknown = JSON.parse(readStaged(place, staged.note) ?? '');
    return isNote(note) ? note : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The writes whose files are still in the folder of ours and that are not under way in this process. */
export function stagedIds(place: WorkspacePlace, staging: StagingFolder): readonly string[] {
  const stats = place.files.lstatSync(staging.absolute, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return [];
  const ids = place.files.readdirSync(staging.absolute).map(stagedId);
  return [...new Set(ids)].filter((id): id is string => id !== undefined && !staging.isInUse(id)).sort();
}
