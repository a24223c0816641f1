import { isUtf8 } from 'node:buffer';
import type { BigIntStats } from 'node:fs';
import type { ItemPath } from '../../shared/model/item.ts';
import type { LocalText } from '../sync/ports.ts';
import { causeOf, errnoOf } from './file-error.ts';
import { fileFault, LINK_REASON } from './file-fault.ts';
import { folderChain, foldersAbove } from './folder-chain.ts';
import { safePath } from './safe-path.ts';
import { isSameFile, isSettled, statFingerprint } from './stat-fingerprint.ts';
import type { WorkspacePlace } from './workspace-place.ts';

const LOOKS = 3;
const PAUSE_MS = 20;

const ABSENT: LocalText = { state: 'absent' };

function unreadable(reason: string): LocalText {
  return { state: 'unreadable', reason };
}

/** Bytes as text, to the letter and with a byte-order mark kept, or why they are none. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly fault: string } {
  if (!isUtf8(bytes)) return { fault: 'not UTF-8 text' };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.includes('\0') ? { fault: 'binary' } : { text };
}

/** One byte more than expected is asked for, so that a file that grew is noticed. */
function readBytes({ files, scratch }: WorkspacePlace, file: number, size: number): Buffer {
  const buffer = size < scratch.length ? scratch.subarray(0, size + 1) : Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < buffer.length; length += read) {
    read = files.readSync(file, buffer, length, buffer.length - length, length);
  }
  return buffer.subarray(0, length);
}

interface OpenLook {
  readonly stats: BigIntStats;
  readonly bytes: Buffer;
}

/** Undefined when it changed since it was seen, or another file took its name. */
function readOpen(place: WorkspacePlace, file: number, seen: BigIntStats): OpenLook | undefined {
  const bytes = readBytes(place, file, Number(seen.size));
  const stats = place.files.fstatSync(file, { bigint: true });
  if (!isSameFile(stats, seen) || fileFault(stats) !== undefined) return undefined;
  const still = statFingerprint(seen) === statFingerprint(stats) && BigInt(bytes.length) === stats.size;
  return still ? { stats, bytes } : undefined;
}

/**
 * Opens without following a link or waiting for a pipe's other end; Windows has neither flag nor the need. Nothing is
 * read of a file that is not `wanted` once it is open.
 */
function readFileOnce(
  place: WorkspacePlace,
  path: ItemPath,
  seen: BigIntStats,
  wanted: (file: number) => boolean,
): OpenLook | undefined {
  const { files, root } = place;
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = files.constants;
  const file = files.openSync(`${root}/${path}`, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    return wanted(file) ? readOpen(place, file, seen) : undefined;
  } finally {
    files.closeSync(file);
  }
}

function seenAt({ files, root }: WorkspacePlace, path: ItemPath): BigIntStats | undefined {
  return files.lstatSync(`${root}/${path}`, { bigint: true, throwIfNoEntry: false });
}

function presentText(place: WorkspacePlace, { bytes, stats }: OpenLook): LocalText {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return unreadable(decoded.fault);
  return {
    state: 'present',
    text: decoded.text,
    fingerprint: statFingerprint(stats),
    settled: isSettled(stats, place.now()),
    changedAt: Math.trunc(Number(stats.mtimeMs)),
  };
}

/** The usual case: an ordinary file that the kernel shows where it is meant to stand. Undefined says nothing about any other. */
function lookAtShown(place: WorkspacePlace, path: ItemPath): LocalText | undefined {
  try {
    const seen = seenAt(place, path);
    if (seen === undefined || fileFault(seen) !== undefined) return undefined;
    const read = readFileOnce(place, path, seen, (file) => place.isShownAt(file, path));
    return read && presentText(place, read);
  } catch {
    return undefined;
  }
}

/** Tells what bars the way as well. Undefined asks for another look. */
function lookByFolders(place: WorkspacePlace, path: ItemPath): LocalText | undefined {
  const { files, root } = place;
  const folders = foldersAbove(path);
  const before = folderChain(files, root, folders);
  if (before.state !== 'real') return before.state === 'missing' ? ABSENT : unreadable(before.reason);
  const seen = seenAt(place, path);
  if (seen === undefined) return ABSENT;
  const fault = fileFault(seen);
  if (fault !== undefined) return unreadable(fault);
  const read = readFileOnce(place, path, seen, () => true);
  const after = folderChain(files, root, folders);
  if (read === undefined || after.state !== 'real' || after.identity !== before.identity) return undefined;
  return presentText(place, read);
}

/** Undefined asks for another look. */
function look(place: WorkspacePlace, path: ItemPath): LocalText | undefined {
  const admission = safePath.admitLocal(path);
  if ('refused' in admission) return unreadable(admission.refused);
  return (place.platform === 'linux' ? lookAtShown(place, path) : undefined) ?? lookByFolders(place, path);
}

/** One look at a file now, without waiting: undefined when it changed under our eyes. */
export function readTextNow(place: WorkspacePlace, path: ItemPath): LocalText | undefined {
  try {
    return look(place, path);
  } catch (error) {
    const errno = errnoOf(error);
    // Removed, or exchanged for a link, between the look at its name and the opening.
    if (errno === 'ENOENT') return undefined;
    return unreadable(errno === 'ELOOP' ? LINK_REASON : causeOf(error));
  }
}

/**
 * A file's text as one consistent moment: an editor that is still writing is given time, three looks long.
 */
export async function readText(place: WorkspacePlace, path: ItemPath): Promise<LocalText> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const result = readTextNow(place, path);
    if (result !== undefined) return result;
    if (look < LOOKS) await place.pause(PAUSE_MS);
  }
  return unreadable('changing on every look');
}
