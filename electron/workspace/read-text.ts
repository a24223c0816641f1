import { isUtf8 } from 'node:buffer';
import type { BigIntStats } from 'node:fs';
import type { ItemPath } from '../../shared/model/item.ts';
import type { LocalText } from '../sync/ports.ts';
import { causeOf, errnoOf } from './file-error.ts';
import { fileFault, LINK_REASON } from './file-fault.ts';
import type { FileSystem } from './file-system.ts';
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
function readBytes(files: FileSystem, file: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size + 1);
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

/** Undefined when it changed while it was read, or another file took its name. */
function readOpen(files: FileSystem, file: number, seen: BigIntStats): OpenLook | undefined {
  const before = files.fstatSync(file, { bigint: true });
  if (!isSameFile(before, seen) || fileFault(before) !== undefined) return undefined;
  const bytes = readBytes(files, file, Number(before.size));
  const stats = files.fstatSync(file, { bigint: true });
  const still = statFingerprint(before) === statFingerprint(stats) && BigInt(bytes.length) === stats.size;
  return still ? { stats, bytes } : undefined;
}

/**
 * Opens without following a link or waiting for a pipe's other end; Windows has neither flag nor the need.
 */
function readFileOnce(files: FileSystem, absolute: string, seen: BigIntStats): OpenLook | undefined {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = files.constants;
  const file = files.openSync(absolute, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    return readOpen(files, file, seen);
  } finally {
    files.closeSync(file);
  }
}

/** Undefined asks for another look. */
function look(place: WorkspacePlace, path: ItemPath): LocalText | undefined {
  const { files, root } = place;
  const admission = safePath.admitLocal(path);
  if ('refused' in admission) return unreadable(admission.refused);
  const folders = foldersAbove(path);
  const before = folderChain(files, root, folders);
  if (before.state !== 'real') return before.state === 'missing' ? ABSENT : unreadable(before.reason);
  const seen = files.lstatSync(`${root}/${path}`, { bigint: true, throwIfNoEntry: false });
  if (seen === undefined) return ABSENT;
  const fault = fileFault(seen);
  if (fault !== undefined) return unreadable(fault);
  const read = readFileOnce(files, `${root}/${path}`, seen);
  const after = folderChain(files, root, folders);
  if (read === undefined || after.state !== 'real' || after.identity !== before.identity) return undefined;
  const decoded = decodeText(read.bytes);
  if ('fault' in decoded) return unreadable(decoded.fault);
  return {
    state: 'present',
    text: decoded.text,
    fingerprint: statFingerprint(read.stats),
    settled: isSettled(read.stats, place.now()),
    changedAt: Math.trunc(Number(read.stats.mtimeMs)),
  };
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
