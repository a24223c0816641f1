import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from '../../build/linux/run-tool.mjs';
import { PACKAGES, packageFile } from './support/packages.ts';

const PUBLIC_KEY = join(PACKAGES, 'test-key.asc');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openclaw-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy in which one byte far inside the payload is another one. */
function tampered(file: string): string {
  const copy = join(folder, basename(file));
  copyFileSync(file, copy);
  const descriptor = openSync(copy, 'r+');
  const [byte, at] = [Buffer.alloc(1), Math.floor(statSync(copy).size / 2)];
  readSync(descriptor, byte, 0, 1, at);
  writeSync(descriptor, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
  return copy;
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

describe('the .deb', () => {
  const verified = (file: string) =>
    succeeds('debsig-verify', [
      '--policies-dir',
      join(folder, 'policies'),
      '--keyrings-dir',
      join(folder, 'keyrings'),
      file,
    ]);

  beforeAll(() => {
    const shown = runTool('gpg', ['--batch', '--show-keys', '--with-colons', PUBLIC_KEY]);
    const id = /^fpr:.*:[0-9A-F]{24}([0-9A-F]{16}):$/m.exec(shown)?.[1] ?? '';
    for (const kind of ['policies', 'keyrings']) mkdirSync(join(folder, kind, id), { recursive: true });
    runTool('gpg', ['--batch', '--dearmor', '--output', join(folder, 'keyrings', id, 'key.gpg'), PUBLIC_KEY]);
    writeFileSync(join(folder, 'policies', id, 'origin.pol'), policy(id));
  });

  test('is what the holder of the key has signed', () => {
    expect(verified(packageFile('.deb'))).toBe(true);
  });

  test('is refused when one byte is another', () => {
    expect(verified(tampered(packageFile('.deb')))).toBe(false);
  });
});

describe('the .rpm', () => {
  const base = () => ['--dbpath', join(folder, 'rpm')];
  const verified = (file: string) =>
    succeeds('rpmkeys', [...base(), '--define', '_pkgverify_level all', '--checksig', file]);

  beforeAll(() => runTool('rpmkeys', [...base(), '--import', PUBLIC_KEY]));

  test('is what the holder of the key has signed', () => {
    expect(verified(packageFile('.rpm'))).toBe(true);
  });

  test('is refused when one byte is another', () => {
    expect(verified(tampered(packageFile('.rpm')))).toBe(false);
  });

  test('is refused by who does not know the key', () => {
    const stranger = ['--dbpath', join(folder, 'nobody'), '--define', '_pkgverify_level all'];
    expect(succeeds('rpmkeys', [...stranger, '--checksig', packageFile('.rpm')])).toBe(false);
  });
});

describe('the signatures beside the packages', () => {
  const verified = (file: string, signature: string) =>
    succeeds('gpgv', ['--keyring', join(folder, 'beside.gpg'), signature, file]);

  beforeAll(() =>
    runTool('gpg', ['--batch', '--dearmor', '--output', join(folder, 'beside.gpg'), PUBLIC_KEY]),
  );

  test.each(['.deb', '.rpm'] as const)('that of the %s holds, and not for a tampered copy', (ending) => {
    const file = packageFile(ending);
    expect(verified(file, `${file}.asc`)).toBe(true);
    expect(verified(tampered(file), `${file}.asc`)).toBe(false);
  });

  test('the checksums are signed and right', () => {
    const sums = join(PACKAGES, 'SHA256SUMS');
    expect(verified(sums, `${sums}.asc`)).toBe(true);
    const said = runTool('sha256sum', ['--check', 'SHA256SUMS'], { cwd: PACKAGES });
    expect(said).toContain(`${basename(packageFile('.deb'))}: OK`);
    expect(said).toContain(`${basename(packageFile('.rpm'))}: OK`);
    expect(said).toContain('openclaw-sync.cdx.json: OK');
  });
});

/** How an administrator tells debsig-verify whom to trust, as in build/README.md. */
function policy(id: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE Policy SYSTEM "https://www.debian.org/debsig/1.0/policy.dtd">
<Policy xmlns="https://www.debian.org/debsig/1.0/">
  <Origin Name="Openclaw Sync" id="${id}" Description="Openclaw Sync"/>
  <Selection><Required Type="origin" File="key.gpg" id="${id}"/></Selection>
  <Verification MinOptional="0"><Required Type="origin" File="key.gpg" id="${id}"/></Verification>
</Policy>
`;
}
