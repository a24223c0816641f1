import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { ok } from '../../shared/model/sync-error.ts';
import type { UpdateRestart, UpdateStatus } from '../../shared/model/updates.ts';
import type { Handlers, UpdateCall } from '../app/application.ts';
import type { Clock, Log, Random } from '../sync/ports.ts';
import { feedAddress } from '../updates/feed-address.ts';
import { builtSource, type UpdateSource } from '../updates/update-source.ts';
import { createUpdates, type UpdateLibrary, type UpdatesOptions } from '../updates/updates.ts';
import { whyOff } from '../updates/why-off.ts';
import { type ProgramPlace, programPlace } from './updater-place.ts';

/** What settings and policy say about updates. */
export interface UpdateRules {
  readonly on: boolean;
  readonly isManaged: boolean;
  /** The policy's feed in the place of the build's, or null. What it offers must be signed with the same key. */
  readonly feed: string | null;
  readonly proxy: string;
}

export interface UpdaterOptions {
  readonly version: string;
  readonly words: readonly string[];
  readonly rules: () => Promise<UpdateRules>;
  /** A conflict is being edited. */
  readonly isConflictOpen: () => boolean;
  /** Ends the program at a safe point, whether a person may quit or not. */
  readonly quit: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly onChange: (status: UpdateStatus) => void;
}

export interface Updater {
  readonly handlers: Handlers<UpdateCall>;
  start(): void;
  installAtExit(): Promise<void>;
}

/** The updates of this program: what it was built with and where it lies are read once. */
export function createUpdater(options: UpdaterOptions): Updater {
  const resources = process.resourcesPath;
  const source = app.isPackaged ? sourceIn(resources) : null;
  const { platform, env: environment, execPath } = process;
  const place = programPlace({ platform, environment, execPath, resources });
  const updates = createUpdates({ ...options, ...sourceOptions(options, source, place) });
  return {
    handlers: {
      'updates.get': async () => ok(await updates.status()),
      'updates.look': async () => ok(await updates.look().then(() => null)),
      'updates.restart': async () => ok(restart()),
    },
    start: updates.start,
    installAtExit: updates.installAtExit,
  };

  function restart(): UpdateRestart {
    if (options.isConflictOpen()) return 'conflictOpen';
    if (!updates.wantRestart()) return 'notReady';
    options.quit();
    return 'restarting';
  }
}

function sourceOptions(
  { rules, words }: UpdaterOptions,
  source: UpdateSource | null,
  place: ProgramPlace,
): Pick<UpdatesOptions, 'whyOff' | 'library'> {
  return {
    async whyOff() {
      const { on, isManaged, feed } = await rules();
      // A feed of the policy that cannot be used must not lead to another one.
      const isSignedBuild = source !== null && (feed === null || feedAddress(feed) !== null);
      const { installedAs, isWritable } = place;
      return whyOff({ on, isManaged, installedAs, isSignedBuild, isPlaceWritable: isWritable });
    },
    library: openLibrary,
  };

  async function openLibrary(): Promise<UpdateLibrary> {
    const { feed, proxy } = await rules();
    const { platform } = process;
    if (source === null || !isSupported(platform)) throw new Error('This build has no updates.');
    const address = (feed === null ? null : feedAddress(feed)) ?? source.feed;
    // Loaded only here: most computers never need it.
    const { updateLibrary } = await import('./updater-library.ts');
    return updateLibrary({
      feed: address,
      key: source.key,
      platform,
      program: place.program,
      words,
      proxy,
    });
  }
}

function sourceIn(resources: string): UpdateSource | null {
  return builtSource({
    platform: process.platform,
    updatesJson: textOf(join(resources, 'updates.json')),
    appUpdateYml: textOf(join(resources, 'app-update.yml')),
  });
}

function isSupported(platform: NodeJS.Platform): platform is 'linux' | 'win32' | 'darwin' {
  return ['linux', 'win32', 'darwin'].includes(platform);
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
