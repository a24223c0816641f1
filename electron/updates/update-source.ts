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

/** What lies beside the program, as text; empty where there is no such file. */
export interface BuiltFiles {
  readonly platform: NodeJS.Platform;
  /** `resources/updates.json`, which a release build leaves there (build/release). */
  readonly updatesJson: string;
  /** `resources/app-update.yml`, from which electron-updater takes the publisher's name. */
  readonly appUpdateYml: string;
}

/** The source that this build was given, or null. On Windows it needs the publisher's name: no installer is checked without. */
export function builtSource({ platform, updatesJson, appUpdateYml }: BuiltFiles): UpdateSource | null {
  return platform !== 'win32' || namesPublisher(appUpdateYml) ? updateSource(updatesJson) : null;
}

/** Any build that was not given a usable feed and a usable key has none. */
function updateSource(text: string): UpdateSource | null {
  const read = written.safeParse(parsed(text));
  if (!read.success) return null;
  const [feed, key] = [feedAddress(read.data.feed), feedKey(read.data.key)];
  return feed && key ? { feed, key } : null;
}

/**
 * Whether electron-updater will compare the Authenticode signature of an installer: without a publisher's name in its
 * `app-update.yml` it silently does not.
 */
function namesPublisher(appUpdateYml: string): boolean {
  return /^publisherName:(?:[ \t]+\S|[ \t]*\r?\n[ \t]*- +\S)/m.test(appUpdateYml);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
