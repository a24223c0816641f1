import type { Stats } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';

/** What became of reading a file that not everybody may have written. */
export type CheckedFile =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  /** `why` is for people: what must be put right. */
  | { readonly state: 'refused' | 'unreadable'; readonly why: string };

const GONE = ['ENOENT', 'ENOTDIR'];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** One byte more than it may have, so that a longer one is seen to be longer. */
async function bytesOf(handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxBytes + 1), 0, maxBytes + 1, 0);
  return buffer.subarray(0, bytesRead);
}

async function readOpen(
  handle: FileHandle,
  maxBytes: number,
  refusal: (stat: Stats) => string | null,
): Promise<CheckedFile> {
  const stat = await handle.stat();
  if (!stat.isFile()) return { state: 'unreadable', why: 'it must be a file' };
  const why = refusal(stat);
  if (why !== null) return { state: 'refused', why };
  const bytes = await bytesOf(handle, maxBytes);
  if (bytes.length > maxBytes) return { state: 'unreadable', why: `it is longer than ${maxBytes} bytes` };
  return { state: 'read', bytes };
}

/**
 * Reads a small file after looking at who owns it. What is looked at is what is read: the file is opened first. A pipe
 * in its place keeps nobody waiting.
 */
export async function readCheckedFile(
  file: string,
  maxBytes: number,
  refusal: (stat: Stats) => string | null,
): Promise<CheckedFile> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readOpen(handle, maxBytes, refusal);
  } catch (error) {
    const code = codeOf(error);
    if (GONE.includes(code)) return { state: 'absent' };
    return { state: 'unreadable', why: `this user must be able to read it (${code || 'unknown fault'})` };
  } finally {
    await handle?.close();
  }
}
