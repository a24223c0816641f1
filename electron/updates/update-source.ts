import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { feedAddress } from './feed-address.ts';
import { feedKey } from './feed-signature.ts';

/** Where updates of this build come from, and whose they must be. */
export interface UpdateSource {
  readonly feed: URL;
  readonly key: KeyObject;
}

const written = z.object({ feed: z.string(), key: z.string() });

/** Reads what a release build leaves in `resources/updates.json` (build/release); any other build has none. */
export function updateSource(text: string): UpdateSource | null {
  const read = written.safeParse(parsed(text));
  if (!read.success) return null;
  const [feed, key] = [feedAddress(read.data.feed), feedKey(read.data.key)];
  return feed && key ? { feed, key } : null;
}

/**
 * Whether electron-updater will compare the Authenticode signature of an installer: without a publisher's name in its
 * `app-update.yml` it silently does not.
 */
export function namesPublisher(appUpdateYml: string): boolean {
  return /^publisherName:(?:[ \t]+\S|[ \t]*\r?\n[ \t]*- +\S)/m.test(appUpdateYml);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
