import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programPlace } from '../../../electron/shell/updater-place.ts';
import { replaceProgram } from '../../../electron/updates/replace-program.ts';

let root = '';
const inRoot = (...names: string[]): string => join(root, ...names);
const sha512 = (text: string): string => createHash('sha512').update(text).digest('base64');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'openclaw-update-'));
  for (const folder of ['mounted/resources', 'apps', 'cache', 'opt/resources'])
    mkdirSync(inRoot(folder), { recursive: true });
  writeFileSync(inRoot('apps/a.AppImage'), 'old', { mode: 0o755 });
  writeFileSync(inRoot('cache/new'), 'new', { mode: 0o600 });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function placeOnLinux(environment: Record<string, string>, folder = 'mounted') {
  return programPlace({
    platform: 'linux',
    environment,
    execPath: inRoot(folder, 'openclaw-sync'),
    resources: inRoot(folder, 'resources'),
  });
}

test('an AppImage is replaced where it lies', () => {
  const image = inRoot('apps/a.AppImage');
  expect(placeOnLinux({ APPIMAGE: image, APPDIR: inRoot('mounted') })).toEqual({
    installedAs: 'own',
    program: image,
    isWritable: true,
  });
  expect(placeOnLinux({ APPIMAGE: image, APPDIR: `${inRoot('mounted')}/` }).installedAs).toBe('own');
});

test('a program that was started out of another AppImage does not take that one for its own', () => {
  const other = { APPIMAGE: inRoot('apps/a.AppImage'), APPDIR: inRoot('mount') };
  expect(placeOnLinux(other)).toMatchObject({ installedAs: 'unknown', isWritable: false });
  writeFileSync(inRoot('opt/resources/distribution-package'), '');
  expect(placeOnLinux(other, 'opt')).toMatchObject({ installedAs: 'package', isWritable: false });
});

test.each<Record<string, string>>([
  {},
  { APPIMAGE: '/a' },
  { APPDIR: '/' },
  { APPIMAGE: 'a.AppImage', APPDIR: '/' },
  { APPIMAGE: '/a', APPDIR: '.' },
])('%j is no AppImage', (environment) => {
  expect(placeOnLinux(environment).installedAs).toBe('unknown');
});

test('what the distribution’s packages install says so', () => {
  writeFileSync(inRoot('opt/resources/distribution-package'), '');
  expect(placeOnLinux({}, 'opt').installedAs).toBe('package');
  // The file that electron-builder.yml puts into .deb and .rpm under this name.
  const config = readFileSync('build/electron-builder.yml', 'utf8');
  expect(config).toContain(
    'build/linux/distribution-package=/opt/Openclaw Sync/resources/distribution-package',
  );
  expect(existsSync('build/linux/distribution-package')).toBe(true);
});

// Windows and macOS are judged here by what would lie on their disks.
test('on Windows only what our own installer put there updates itself, so that an MSI never does', () => {
  const place = () =>
    programPlace({
      platform: 'win32',
      environment: {},
      execPath: inRoot('opt/openclaw-sync.exe'),
      resources: inRoot('opt/resources'),
    });
  expect(place()).toMatchObject({ installedAs: 'package', isWritable: false });
  writeFileSync(inRoot('opt/Uninstall Openclaw Sync.exe'), '');
  expect(place()).toMatchObject({ installedAs: 'own', isWritable: true });
});

test('on macOS the bundle is what an update replaces', () => {
  mkdirSync(inRoot('Openclaw Sync.app/Contents/MacOS'), { recursive: true });
  const execPath = inRoot('Openclaw Sync.app/Contents/MacOS/Openclaw Sync');
  const place = programPlace({ platform: 'darwin', environment: {}, execPath, resources: '' });
  expect(place).toEqual({ installedAs: 'own', program: inRoot('Openclaw Sync.app'), isWritable: true });
});

test('a new program takes the old one’s place, ready to be started', async () => {
  const program = inRoot('apps/a.AppImage');
  await replaceProgram({ from: inRoot('cache/new'), program, sha512: sha512('new') });
  expect(readFileSync(program, 'utf8')).toBe('new');
  expect(statSync(program).mode & 0o777).toBe(0o755);
  expect(existsSync(`${program}.update`)).toBe(false);
});

test('what has changed since it was downloaded is not put there', async () => {
  const program = inRoot('apps/a.AppImage');
  writeFileSync(inRoot('cache/new'), 'changed');
  const replacing = replaceProgram({ from: inRoot('cache/new'), program, sha512: sha512('new') });
  await expect(replacing).rejects.toThrow('has changed');
  expect(readFileSync(program, 'utf8')).toBe('old');
  expect(existsSync(`${program}.update`)).toBe(false);
});

test('a download that is gone leaves the old program', async () => {
  const program = inRoot('apps/a.AppImage');
  const replacing = replaceProgram({ from: inRoot('cache/none'), program, sha512: sha512('new') });
  await expect(replacing).rejects.toThrow('ENOENT');
  expect(readFileSync(program, 'utf8')).toBe('old');
});
