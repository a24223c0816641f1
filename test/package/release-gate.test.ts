import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inProject } from '../../build/project-paths.mjs';
import { releaseProblems } from '../../build/release/release-problems.mjs';

const RELEASED = { kind: 'official', version: '45.4.1' } as const;
const SIGNED = { OPENCLAW_SYNC_SIGNING_KEY: 'ABCD' };
const AZURE = ['ENDPOINT', 'ACCOUNT', 'PROFILE'].map((name) => [`AZURE_SIGNING_${name}`, 'x']);
const ENTRA = ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET'].map((name) => [`AZURE_${name}`, 'x']);

const fit = { platform: 'linux', runtime: RELEASED, pinned: '45.4.1', environment: SIGNED } as const;

test("Electron's own release of the pinned version, signed, is fit for a release", () => {
  expect(releaseProblems(fit)).toEqual([]);
});

test('the stand-in runtime is refused, even if it claims the right version', () => {
  const runtime = { kind: 'fallback', version: '45.4.1' } as const;
  expect(releaseProblems({ ...fit, runtime })).toEqual([expect.stringContaining('stand-in')]);
});

test('another version than the pinned one is refused', () => {
  expect(releaseProblems({ ...fit, pinned: '45.4.2' })).toEqual([expect.stringContaining('45.4.2')]);
});

test.each(['linux', 'win32', 'darwin'] as const)('an unsigned build for %s is refused', (platform) => {
  const problems = releaseProblems({ ...fit, platform, environment: {} });
  expect(problems).toEqual([expect.stringContaining('unsigned')]);
});

test('Windows: a certificate without the name of its publisher is half of what it takes', () => {
  const certificate = { WIN_CSC_LINK: 'x', WIN_CSC_KEY_PASSWORD: 'x' };
  const check = (environment: Record<string, string>) =>
    releaseProblems({ ...fit, platform: 'win32', environment });
  expect(check(certificate)).toEqual([expect.stringContaining('WINDOWS_PUBLISHER_NAME')]);
  expect(check({ ...certificate, WINDOWS_PUBLISHER_NAME: 'CN=x' })).toEqual([]);
  expect(check({ WINDOWS_PUBLISHER_NAME: 'CN=x', ...Object.fromEntries([...AZURE, ...ENTRA]) })).toEqual([]);
});

test('macOS: signing without the key for notarisation is half of what it takes', () => {
  const signing = { CSC_LINK: 'x', CSC_KEY_PASSWORD: 'x' };
  const problems = releaseProblems({ ...fit, platform: 'darwin', environment: signing });
  expect(problems).toEqual([expect.stringContaining('APPLE_API_KEY')]);
});

test.runIf(process.platform === 'linux')('the command itself refuses, before it builds anything', () => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const done = spawnSync(process.execPath, [inProject('build', 'dist.mjs'), 'linux', '--release'], {
    env,
    encoding: 'utf8',
  });
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('not fit for a release');
  expect(done.stderr).toContain('OPENCLAW_SYNC_SIGNING_KEY');
  expect(done.stdout).toBe('');
});
