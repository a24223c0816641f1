import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PolicyReading } from './policy-reading.ts';
import { type CheckedFile, readCheckedFile } from './read-checked-file.ts';

const MAX_BYTES = 1024 * 1024;
/** Written by the group or by everybody. */
const OTHERS_WRITE = 0o022;

/** True when nobody but the administrator can have written it. */
function isTrusted({ uid, mode }: Stats, owner: number): boolean {
  return uid === owner && (mode & OTHERS_WRITE) === 0;
}

/** Whoever may write in the folder can put another file there. */
async function refusalOfFolder(file: string, owner: number): Promise<string | null> {
  const folder = await stat(dirname(file)).catch(() => null);
  return folder !== null && !isTrusted(folder, owner)
    ? 'its folder must belong to root, and nobody else may write in it'
    : null;
}

/** A file that nobody but `owner` (root) can have written. */
export async function readTrustedFile(file: string, owner: number): Promise<CheckedFile> {
  const found = await readCheckedFile(file, MAX_BYTES, (facts) =>
    isTrusted(facts, owner) ? null : 'it must belong to root, and nobody else may write to it',
  );
  const why = found.state === 'read' ? await refusalOfFolder(file, owner) : null;
  return why === null ? found : { state: 'refused', why };
}

/** The keys of a JSON text, or undefined when it is no object. Its words are repeated nowhere. */
export function jsonObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A source that is there and of no use. */
export function unusable(
  source: string,
  found: Exclude<CheckedFile, { state: 'read' }>,
): readonly PolicyReading[] {
  if (found.state === 'absent') return [];
  const fault = found.state === 'refused' ? ('untrusted' as const) : ('unreadable' as const);
  return [{ source, fault, expected: found.why }];
}

/** The policy of a Linux computer. */
export async function readPolicyFile(file: string, owner: number): Promise<readonly PolicyReading[]> {
  const found = await readTrustedFile(file, owner);
  if (found.state !== 'read') return unusable(file, found);
  const values = jsonObject(found.bytes);
  return values === undefined
    ? [{ source: file, fault: 'unreadable', expected: 'it must be one JSON object in UTF-8' }]
    : [{ source: file, values }];
}
