import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildWhenStale } from './build-app.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { whenStale } from './freshness.mjs';
import { prepareMachine } from './prepare-machine.mjs';
import { inProject, projectRoot } from './project-paths.mjs';
import { writeChecksums } from './release/checksums.mjs';
import { releaseProblems } from './release/release-problems.mjs';
import { signPackage } from './release/sign-packages.mjs';
import { signingConfig } from './release/signing-config.mjs';
import { exportPublicKey, givenKey, signDetached, throwAwayKey } from './release/signing-key.mjs';
import { signFeeds, updateConfig, updateSigning } from './release/update-signing.mjs';
import { writeSbom } from './release/write-sbom.mjs';
import { runWhenMain } from './run-when-main.mjs';

/**
 * @typedef {import('./release/release-problems.mjs').Platform} PlatformName
 * @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime
 */

const config = 'build/electron-builder.yml';
const inputs = [
  'out',
  'package.json',
  'package-lock.json',
  'build/icons',
  'build/linux',
  'build/release',
  config,
];
const artefact = /\.(?:deb|rpm|AppImage|exe|msi|dmg|zip|pkg)$/;

/** @type {ReadonlyMap<string, { readonly platform: PlatformName, readonly targets: readonly string[] }>} */
const systems = new Map([
  ['linux', { platform: 'linux', targets: ['deb', 'rpm', 'AppImage'] }],
  ['win', { platform: 'win32', targets: ['nsis', 'msi'] }],
  ['mac', { platform: 'darwin', targets: ['dmg', 'zip', 'pkg'] }],
]);

/** Made for tests: the runtime of this machine, quick compression, a key that nobody keeps. Only on Linux. */
export async function distForTests() {
  const runtime = await prepareMachine({ needsSession: true });
  await buildWhenStale();
  await whenStale({
    name: 'dist',
    inputs,
    detail: `${runtime.version} ${runtime.kind}`,
    result: 'dist/packages/SHA256SUMS',
    run: () => makeTestPackages(runtime),
  });
  return inProject('dist', 'packages');
}

/** @param {ElectronRuntime} runtime */
async function makeTestPackages(runtime) {
  const folder = emptyFolder('packages');
  await runBuilder(folder, runtime, ['deb', 'rpm'], {
    deb: { compression: 'gz' },
    rpm: { compression: 'gzip' },
  });
  const key = throwAwayKey();
  try {
    exportPublicKey(key, join(folder, 'test-key.asc'));
    finish(folder, runtime, key);
  } finally {
    key.forget();
  }
}

/**
 * Made to be given away: refuses before it builds, and again when what it built is not signed.
 * @param {{ readonly platform: PlatformName, readonly targets: readonly string[] }} system
 */
async function distForRelease({ platform, targets }) {
  const runtime = await prepareMachine({ needsSession: false });
  const pinned = describeRuntime('official').version;
  const problems = releaseProblems({ platform, runtime, pinned, environment: process.env });
  if (problems.length > 0) throw new Error(['This is not fit for a release.', ...problems].join('\n  '));
  await buildWhenStale();
  const folder = emptyFolder('release');
  const update = updateSigning(process.env);
  const updates = update ? updateConfig(update, inProject('.cache', 'updates.json')) : {};
  await runBuilder(folder, runtime, targets, { ...signingConfig(platform, process.env), ...updates });
  const key = process.env.OPENCLAW_SYNC_SIGNING_KEY;
  finish(folder, runtime, platform === 'linux' && key ? givenKey(key) : undefined);
  if (update) signFeeds(folder, update.key);
}

/** @param {string} name */
function emptyFolder(name) {
  const folder = inProject('dist', name);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

/**
 * @param {string} output
 * @param {ElectronRuntime} runtime
 * @param {readonly string[]} targets
 * @param {import('electron-builder').Configuration} own
 */
async function runBuilder(output, runtime, targets, own) {
  // electron-builder would download its packaging tool; this one uses those of the distributions.
  process.env.CUSTOM_FPM_PATH = inProject('build', 'linux', 'fpm.mjs');
  const electron = { electronDist: runtime.dist, electronVersion: runtime.version };
  await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget([...targets]),
    publish: 'never',
    config: { extends: config, ...electron, ...own, directories: { output } },
  });
}

/**
 * What lies beside the packages: signatures, the list of what is inside, checksums.
 * @param {string} folder
 * @param {ElectronRuntime} runtime
 * @param {import('./release/signing-key.mjs').SigningKey} [key] where packages are signed after they were made
 */
function finish(folder, runtime, key) {
  const packages = readdirSync(folder).filter((name) => artefact.test(name));
  if (packages.length === 0) throw new Error(`electron-builder left no package in ${folder}.`);
  if (key) for (const name of packages) signPackage(join(folder, name), key);
  const sbom = 'openclaw-sync.cdx.json';
  writeSbom(join(folder, sbom), runtime.version);
  const sums = writeChecksums(folder, [...packages, sbom]);
  if (key) signDetached(key, sums);
  process.stdout.write(`${packages.map((name) => join(folder, name)).join('\n')}\n`);
}

await runWhenMain(import.meta, async () => {
  const [name = '', mode] = process.argv.slice(2);
  const system = systems.get(name);
  if (!system || (mode !== undefined && mode !== '--release'))
    throw new Error(`Usage: npm run dist:${[...systems.keys()].join('|')} [-- --release]`);
  if (system.platform !== process.platform) throw new Error(`Packages for ${name} are made on that system.`);
  if (mode === '--release') await distForRelease(system);
  else if (name === 'linux') await distForTests();
  else throw new Error(`Packages for ${name} are made for releases only: npm run dist:${name} -- --release`);
});
