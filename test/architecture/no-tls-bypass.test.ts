import { expect, test } from 'vitest';
import { filesWith, sourceFiles } from './source-files.ts';

/** Every known way to make a bad certificate a good one, in Node, undici and Electron. */
const BYPASSES = [
  /rejectUnauthorized\s*:(?!\s*true\b)/,
  /rejectUnauthorized\s*=/,
  /NODE_TLS_REJECT_UNAUTHORIZED/,
  /setCertificateVerifyProc/,
  /['"]certificate-error['"]/,
  /appendSwitch\(\s*['"](?:ignore-certificate-errors|allow-insecure)/,
  /checkServerIdentity/,
  /select-client-certificate/,
  /strictSSL|allowRunningInsecureContent\s*:\s*true|webSecurity\s*:\s*false/,
];

test.each(BYPASSES)('nothing that ships has %s', (bypass) => {
  expect(filesWith(bypass, sourceFiles('electron', 'renderer', 'shared'))).toEqual([]);
});

test('the switches of Chromium that would do it are refused at the start', () => {
  const [list] = sourceFiles('electron/shell/hostile-switches.ts');
  expect(
    filesWith(/'ignore-certificate-errors',[\s\S]*'ignore-certificate-errors-spki-list',/, [list ?? '']),
  ).toEqual([list]);
});
