import { expect, test } from 'vitest';
import { filesWith, sourceFiles } from './source-files.ts';

const PRODUCT = [...sourceFiles('electron'), ...sourceFiles('renderer'), ...sourceFiles('shared')];

test.each([
  ['TLS without its check', /rejectUnauthorized:\s*(?:false|\w+\.)|NODE_TLS_REJECT_UNAUTHORIZED\s*=/],
  ['a certificate judged by ourselves', /setCertificateVerifyProc|['"]certificate-error['"]/],
  ['an address opened by the system', /openExternal/],
  [
    'markup made of text',
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/,
  ],
  ['code made of text', /\beval\(|new Function\(/],
  ['a scheme or file type taken', /setAsDefaultProtocolClient|addRecentDocument/],
  ['crash reports sent', /crashReporter/],
  [
    'a webview, or weaker pages',
    /webviewTag:\s*true|webSecurity:\s*false|contextIsolation:\s*false|nodeIntegration\w*:\s*true/,
  ],
])('nowhere: %s', (_what, pattern) => {
  expect(filesWith(pattern, PRODUCT)).toEqual([]);
});

test.each([
  ['calls are served', /ipcMain\s*\.\s*(?:handle|on|once)/, 'electron/ipc/serve-calls.ts'],
  ['windows are made', /new BrowserWindow\(/, 'electron/shell/page-window.ts'],
  ['the bridge is built', /contextBridge\./, 'electron/preload.ts'],
])('in one file only: %s', (_what, pattern, file) => {
  expect(filesWith(pattern, PRODUCT)).toEqual([file]);
});
