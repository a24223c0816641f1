import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { runTool } from '../../build/linux/run-tool.mjs';
import { inProject } from '../../build/project-paths.mjs';
import type { Licence } from '../../shared/model/about.ts';
import { PACKAGES, packageFile } from './support/packages.ts';

const PROGRAM = join(PACKAGES, 'linux-unpacked', 'openclaw-sync');

test('what ships has every fuse set as the configuration says, the inspector off', async () => {
  const fuses = await getCurrentFuseWire(PROGRAM);
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect(on.map((fuse) => fuses[fuse])).toEqual(on.map(() => FuseState.ENABLE));
  expect(off.map((fuse) => fuses[fuse])).toEqual(off.map(() => FuseState.DISABLE));
});

test('both packages carry the same files', () => {
  const inDeb = runTool('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -t', 'sh', packageFile('.deb')]);
  const inRpm = runTool('rpm', ['-qpl', '--nosignature', packageFile('.rpm')]);
  const files = (list: string) =>
    list
      .trim()
      .split('\n')
      .map((path) => path.replace(/^\.|\/$/g, ''));
  const deb = new Set(files(inDeb));
  expect(files(inRpm).filter((path) => !deb.has(path))).toEqual([]);
  const missing = [...deb].filter((path) => !files(inRpm).includes(path));
  // The .deb also lists the folders above, which are not its own.
  expect(missing.filter((path) => path.includes('penclaw'))).toEqual(['/usr/share/doc/openclaw-sync']);
});

test('everything in a .deb belongs to root, and nobody else may write to it', () => {
  const lines = runTool('dpkg-deb', ['--contents', packageFile('.deb')])
    .trim()
    .split('\n');
  expect(lines.filter((line) => !/^[-d]rw.r-.r-. root\/root /.test(line))).toEqual([]);
});

test('the SBOM lists what is bundled, what lies beside the bundle, and Electron', () => {
  const sbom = JSON.parse(readFileSync(join(PACKAGES, 'openclaw-sync.cdx.json'), 'utf8'));
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\./) });
  const names: string[] = sbom.components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['electron', 'undici', 'zod', 'react', 'libsql', '@parcel/watcher']),
  );
  // Tools that only build and test are not in it.
  expect(names.filter((name) => ['vitest', 'typescript', 'electron-builder'].includes(name))).toEqual([]);
});

test('everything that the SBOM lists has its licence in the window "About", with a text', () => {
  const sbom = JSON.parse(readFileSync(join(PACKAGES, 'openclaw-sync.cdx.json'), 'utf8'));
  const packed = readFileSync(inProject('out', 'licences.json.gz'));
  const licences: Licence[] = JSON.parse(gunzipSync(packed).toString());
  const names = (list: { name: string }[]): string[] => [...new Set(list.map(({ name }) => name))].sort();
  expect(names(licences)).toEqual(names(sbom.components));
  expect(licences.filter(({ text }) => text.length < 200)).toEqual([]);
  expect(licences.filter(({ licence }) => /GPL/u.test(licence))).toEqual([]);
});

test('the AppArmor profile is about the program where it is installed', () => {
  const profile = readFileSync(join(PACKAGES, 'linux-unpacked', 'resources', 'apparmor-profile'), 'utf8');
  expect(profile).toContain('"/opt/Openclaw Sync/openclaw-sync" flags=(unconfined)');
  expect(profile).toMatch(/^ {2}userns,$/m);
  expect(readFileSync(inProject('build', 'linux', 'openclaw-sync'), 'utf8')).toContain(
    "exec '/opt/Openclaw Sync/openclaw-sync'",
  );
});
