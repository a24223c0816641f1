import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { app, type ProxyConfig } from 'electron';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater, type UpdateInfo } from 'electron-updater';
import type { UpdatePlatform } from '../updates/judge-feed.ts';
import { replaceProgram } from '../updates/replace-program.ts';
import type { UpdateLibrary } from '../updates/updates.ts';
import { type SignedFeedOptions, signedFeed } from './updater-feed.ts';

export interface LibraryOptions extends SignedFeedOptions {
  /** The AppImage, the program or the bundle. */
  readonly program: string;
  /** The words after the program, for the next start. */
  readonly words: readonly string[];
  /** As in the settings: `system`, `direct` or a proxy's URL. */
  readonly proxy: string;
}

/** These lead into the AppImage that ends; the new one sets its own. */
const MOUNT_VARIABLES = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD'];

/** electron-updater with everything off that is not asked for: it never decides, downloads or installs by itself. */
export async function updateLibrary(options: LibraryOptions): Promise<UpdateLibrary> {
  const updater = createUpdater(options.platform);
  await guardRequests(updater, options);
  let downloaded: { readonly file: string; readonly info: UpdateInfo } | null = null;
  let found: UpdateInfo | null = null;
  return {
    async look() {
      updater.setFeedURL({ provider: 'custom', updateProvider: signedFeed(options) });
      const result = await updater.checkForUpdates();
      found = result?.isUpdateAvailable ? result.updateInfo : null;
      return found?.version ?? null;
    },
    async download() {
      const [file] = await updater.downloadUpdate();
      if (file !== undefined && found !== null) downloaded = { file, info: found };
    },
    async install(restart) {
      if (downloaded === null) return;
      if (options.platform === 'linux')
        await installImage(options, downloaded.file, downloaded.info, restart);
      // Squirrel.Mac installs by itself once the program has ended.
      else if (options.platform === 'win32' || restart) updater.quitAndInstall(true, restart);
    },
  };
}

/** On Linux the AppImage only: the library's ways to install .deb and .rpm leave out the check of their signatures. */
function createUpdater(platform: UpdatePlatform): AppUpdater {
  const updater = platform === 'win32' ? new NsisUpdater() : onUnix(platform);
  updater.logger = null;
  updater.autoDownload = false;
  // On macOS this only hands the download to the system, which installs after the end of the program.
  updater.autoInstallOnAppQuit = platform === 'darwin';
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  // Block maps are not signed: nothing but the package itself is read.
  updater.disableDifferentialDownload = true;
  return updater;
}

function onUnix(platform: 'linux' | 'darwin'): AppUpdater {
  return platform === 'darwin' ? new MacUpdater() : new AppImageUpdater();
}

/** The session of the updater reaches the feed's own server and no other, wherever it is redirected to. */
async function guardRequests({ netSession }: AppUpdater, { feed, proxy }: LibraryOptions): Promise<void> {
  await netSession.setProxy(proxyConfig(proxy));
  netSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: new URL(url).origin !== feed.origin }),
  );
}

function proxyConfig(proxy: string): ProxyConfig {
  if (proxy === 'system' || proxy === 'direct') return { mode: proxy };
  return { mode: 'fixed_servers', proxyRules: proxy };
}

async function installImage(
  { program, words }: LibraryOptions,
  from: string,
  { files }: UpdateInfo,
  restart: boolean,
): Promise<void> {
  const name = basename(from);
  const described = files.find(({ url }) => decodeURIComponent(url) === name);
  if (!described) throw new Error('The feed does not describe the downloaded program.');
  await replaceProgram({ from, program, sha512: described.sha512 });
  if (restart) startAgain(program, words);
}

/** The new one must not find us at work and hand its start over to us. */
function startAgain(program: string, words: readonly string[]): void {
  app.releaseSingleInstanceLock();
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !MOUNT_VARIABLES.includes(name)),
  );
  spawn(program, [...words], { detached: true, stdio: 'ignore', env }).unref();
}
