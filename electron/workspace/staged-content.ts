import { contentId } from './content-id.ts';
import { errnoOf } from './file-error.ts';
import { decodeText } from './read-text.ts';
import { isSameFile } from './stat-fingerprint.ts';
import type { WorkspacePlace } from './workspace-place.ts';

/** The text of a file in the folder of ours; null when it is none, undefined when there is no such file. */
export function readStaged(place: WorkspacePlace, absolute: string): string | null | undefined {
  try {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = place.files.constants;
    const decoded = decodeText(
      place.files.readFileSync(absolute, { flag: O_RDONLY | O_NOFOLLOW | O_NONBLOCK }),
    );
    return 'text' in decoded ? decoded.text : null;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT') return undefined;
    // A link that was put in the place of a file: it has no text of its own.
    if (errno === 'ELOOP') return null;
    throw error;
  }
}

/** True when a staged file holds exactly this content. */
export function holds(place: WorkspacePlace, absolute: string, id: string | null): boolean {
  const text = readStaged(place, absolute);
  return typeof text === 'string' && contentId(text) === id;
}

/** True when both names are there and are one file. */
export function isOneFile(place: WorkspacePlace, one: string, other: string): boolean {
  const stats = (absolute: string) =>
    place.files.lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  const [first, second] = [stats(one), stats(other)];
  return first !== undefined && second !== undefined && isSameFile(first, second);
}
