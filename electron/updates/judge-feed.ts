import { z } from 'zod';

export type UpdatePlatform = 'linux' | 'win32' | 'darwin';

/** What an update is on each system; a file of another kind is never taken for one. */
const KINDS = { linux: '.AppImage', win32: '.exe', darwin: '.zip' } as const;

const fileName = z.string().refine(isPlainName, 'is no plain file name');
const file = z.object({
  url: fileName,
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  size: z.int().positive(),
});

/** A feed as electron-builder writes it. Nothing in it may lead out of its own folder, and no installer fetches more. */
const feed = z.object({
  version: z.string().regex(/^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/),
  files: z.array(file).min(1).max(50),
  packages: z.undefined().optional(),
  stagingPercentage: z.number().min(0).max(100).optional(),
});

/** Why this feed is not used although it is signed, or null. `info` is whatever the file held. */
export function feedFault(info: unknown, platform: UpdatePlatform): string | null {
  const read = feed.safeParse(info);
  if (!read.success) return read.error.issues.map(({ path }) => path.join('.')).join(', ') || 'shape';
  return read.data.files.some(({ url }) => url.endsWith(KINDS[platform])) ? null : 'files';
}

/** Whether this version comes after that one; both as `1.2.3`. An equal or older one is never installed. */
export function isNewer(version: string, than: string): boolean {
  const [given, known] = [numbers(version), numbers(than)];
  const at = given.findIndex((number, place) => number !== known[place]);
  return at >= 0 && (given[at] ?? 0) > (known[at] ?? 0);
}

/** A pre-release counts as the release that it leads to: it is updated by a later one only. */
function numbers(version: string): readonly number[] {
  return (version.split('-')[0] ?? '').split('.').map(Number);
}

/** Names have been a way into a shell before: quotes, backticks and per cent signs have no place in one of ours. */
function isPlainName(url: string): boolean {
  try {
    return /^[A-Za-z0-9][A-Za-z0-9 ._+()-]{0,199}$/.test(decodeURIComponent(url));
  } catch {
    return false;
  }
}
