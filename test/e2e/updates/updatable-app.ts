import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Place } from '../app-fixture.ts';
import { PROGRAM, RunningApp } from '../running-app.ts';
import { linkEverything } from '../shipped-program.ts';
import { textOf } from '../text-of.ts';
import type { UpdateFeed } from './update-feed.ts';

/** What a release build has beside the program: the feed, the key, and what electron-builder writes for its updater. */
function makeRelease(folder: string, feed: UpdateFeed): void {
  linkEverything(dirname(PROGRAM), folder);
  const resources = join(folder, 'resources');
  writeFileSync(join(resources, 'updates.json'), JSON.stringify({ feed: feed.url, key: feed.publicKey }));
  writeFileSync(
    join(resources, 'app-update.yml'),
    `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: openclaw-sync-updater\n`,
  );
}

/** The tested program as an AppImage runs it: out of a mounted folder, with the file that it came from in a place of its own. */
export class UpdatableApp {
  readonly app: RunningApp;
  readonly settings: Page;
  /** The AppImage on the disk. */
  readonly image: string;
  readonly #started: string;

  private constructor(app: RunningApp, settings: Page, image: string, started: string) {
    this.app = app;
    this.settings = settings;
    this.image = image;
    this.#started = started;
  }

  static async start(place: Place, feed: UpdateFeed): Promise<UpdatableApp> {
    const inRoot = (name: string): string => join(place.root, name);
    const [mounted, image] = [inRoot('mounted'), inRoot('apps/Openclaw Sync.AppImage')];
    mkdirSync(dirname(image), { recursive: true });
    writeFileSync(image, 'the version that runs', { mode: 0o755 });
    makeRelease(mounted, feed);
    const environment = { APPIMAGE: image, APPDIR: mounted, XDG_CACHE_HOME: inRoot('cache') };
    const program = join(mounted, basename(PROGRAM));
    const app = await RunningApp.start(place, [], { program, environment });
    const setup = await app.window('setup');
    await setup.evaluate(() => Reflect.get(window, 'api').call('app.openSettings', 'updates'));
    return new UpdatableApp(app, await app.window('settings'), image, inRoot('started'));
  }

  /** A next version that leaves a note with the words that it was started with. */
  nextProgram(): string {
    return `#!/bin/sh\nprintf '%s' "$APPIMAGE $*" > '${this.#started}'\n`;
  }

  /** What the next version was started with, or null. */
  startedWith(): string | null {
    return textOf(this.#started);
  }

  installed(): string {
    return readFileSync(this.image, 'utf8');
  }
}
