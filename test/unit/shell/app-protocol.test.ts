import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PageAnswer } from '../../../electron/shell/app-protocol.ts';

vi.mock('electron', () => ({ protocol: {} }));
const { answerRequest, assetMap } = await import('../../../electron/shell/app-protocol.ts');

const ORIGIN = 'app://openclaw-sync';
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'app-protocol-'));
  mkdirSync(join(root, 'renderer/assets'), { recursive: true });
  writeFileSync(join(root, 'secret.html'), 'secret');
  writeFileSync(
    join(root, 'renderer/index.html'),
    '<!doctype html><meta nonce="__CSP_NONCE__" content="__CSP_NONCE__">',
  );
  writeFileSync(join(root, 'renderer/assets/index-a1.js'), 'export {};');
  writeFileSync(join(root, 'renderer/assets/index-a1.css'), 'a{}');
  writeFileSync(join(root, 'renderer/assets/index-a1.js.map'), '{}');
  symlinkSync(join(root, 'secret.html'), join(root, 'renderer/link.html'));
});

afterAll(() => rmSync(root, { recursive: true }));

function get(url: string, method = 'GET'): PageAnswer {
  return answerRequest(assetMap(join(root, 'renderer')), { url, method });
}

test.each([
  [`${ORIGIN}/index.html`, 'text/html; charset=utf-8'],
  [`${ORIGIN}/index.html#setup`, 'text/html; charset=utf-8'],
  [`${ORIGIN}/index.html?x=/../secret.html`, 'text/html; charset=utf-8'],
  [`${ORIGIN}/assets/index-a1.js`, 'text/javascript; charset=utf-8'],
  [`${ORIGIN}/assets/index-a1.css`, 'text/css; charset=utf-8'],
])('%s is served as %s', (url, contentType) => {
  const response = get(url);
  expect(response.statusCode).toBe(200);
  expect(response.headers['Content-Type']).toBe(contentType);
});

test.each([
  `${ORIGIN}/`,
  ORIGIN,
  `${ORIGIN}/secret.html`,
  `${ORIGIN}/link.html`,
  `${ORIGIN}/../secret.html`,
  `${ORIGIN}/assets/../../secret.html`,
  `${ORIGIN}/..%2fsecret.html`,
  `${ORIGIN}/%2e%2e/secret.html`,
  `${ORIGIN}/..\\secret.html`,
  `${ORIGIN}/../../../../../../etc/passwd`,
  `${ORIGIN}//etc/passwd`,
  `${ORIGIN}/C:/Windows/win.ini`,
  `${ORIGIN}/index.html/`,
  `${ORIGIN}/INDEX.HTML`,
  `${ORIGIN}/index.html%00.js`,
  `${ORIGIN}/assets/index-a1.js.map`,
  `${ORIGIN}/assets`,
  `${ORIGIN}/constructor`,
  `${ORIGIN}:80/index.html`,
  'app://other/index.html',
  'app://openclaw-sync.example/index.html',
  'file:///etc/passwd',
])('%s is not found', (url) => {
  const response = get(url);
  expect(response.statusCode).toBe(404);
  expect(String(response.data)).toBe('Not found');
});

test('a page whose file has gone is refused, and nothing is thrown', () => {
  const file = join(root, 'renderer/assets/gone.js');
  writeFileSync(file, '');
  const assets = assetMap(join(root, 'renderer'));
  rmSync(file);
  const answer = answerRequest(assets, { url: `${ORIGIN}/assets/gone.js`, method: 'GET' });
  expect(answer).toMatchObject({ statusCode: 500, data: Buffer.from('Not readable') });
  expect(answer.headers['Content-Security-Policy']).toBe(policy("'self'"));
});

test.each(['POST', 'PUT', 'HEAD'])('%s is not answered', (method) => {
  expect(get(`${ORIGIN}/index.html`, method).statusCode).toBe(404);
});

function policy(style: string): string {
  return (
    `default-src 'none'; script-src 'self'; style-src ${style}; img-src 'self' data:; font-src 'self'; ` +
    "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'"
  );
}

test('every answer carries the whole policy, the refusals too', () => {
  for (const url of [`${ORIGIN}/assets/index-a1.js`, `${ORIGIN}/nothing`]) {
    const { headers } = get(url);
    expect(headers['Content-Security-Policy']).toBe(policy("'self'"));
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
  }
});

test('a page lets in styles with the nonce of this load, and is never kept', () => {
  const nonces = [];
  for (let load = 0; load < 2; load += 1) {
    const response = get(`${ORIGIN}/index.html#conflicts`);
    const [, nonce = ''] = /nonce="([^"]*)"/.exec(String(response.data)) ?? [];
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    expect(response.headers['Content-Security-Policy']).toBe(policy(`'self' 'nonce-${nonce}'`));
    expect(response.headers['Cache-Control']).toBe('no-store');
    nonces.push(nonce);
  }
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('the page that is built names its nonce in its own policy and to its scripts', () => {
  const page = readFileSync(new URL('../../../renderer/index.html', import.meta.url), 'utf8');
  expect(page).toContain("script-src 'self'; style-src 'self' 'nonce-__CSP_NONCE__';");
  expect(page).toContain('<meta property="csp-nonce" nonce="__CSP_NONCE__" />');
});

test('a page is told the language of the moment, and nothing else of it changes', () => {
  const file = join(root, 'renderer/index.html');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, '<!doctype html><html lang="en"><title lang="en"></title></html>');
  const assets = assetMap(join(root, 'renderer'));
  const request = { url: `${ORIGIN}/index.html`, method: 'GET' };
  const page = (language: 'en' | 'zh'): string => String(answerRequest(assets, request, language).data);
  expect(page('en')).toBe('<!doctype html><html lang="en"><title lang="en"></title></html>');
  expect(page('zh')).toBe('<!doctype html><html lang="zh-Hans"><title lang="en"></title></html>');
  writeFileSync(file, before);
});
