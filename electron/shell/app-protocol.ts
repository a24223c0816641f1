import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { type Language, LOCALES } from '../../shared/language.ts';

const SCHEME = 'app';

/** The origin of every page of ours. */
export const APP_ORIGIN = `${SCHEME}://openclaw-sync`;

/**
 * Nothing but our own files, no inline script, no connection to anywhere. The editors make style elements of their own:
 * those with this load's nonce are let in, and no other inline style.
 */
function contentSecurityPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Where index.html names the nonce of its load. */
const NONCE_PLACE = '__CSP_NONCE__';

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

interface Asset {
  readonly file: string;
  readonly contentType: string;
}

/** URL → file, complete before the first request. */
export type AssetMap = ReadonlyMap<string, Asset>;

/** Has to run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built pages, and only these; each load is told the language of that moment. Not with `protocol.handle`: its
 * requests and answers are those of `fetch`, which took a fifth of the time until the popup was there.
 */
export function serveAppProtocol(rendererFolder: string, language: () => Language): void {
  const assets = assetMap(rendererFolder);
  protocol.registerBufferProtocol(SCHEME, (request, answer) =>
    answer(answerRequest(assets, request, language())),
  );
}

/**
 * Lists what was built. A request is looked up here and never turned into a path, so no spelling of a URL
 * reaches any other file. Kinds of files that a page does not need are not served.
 */
export function assetMap(folder: string): AssetMap {
  const assets = new Map<string, Asset>();
  collect(folder, `${APP_ORIGIN}/`, assets);
  return assets;
}

function collect(folder: string, url: string, assets: Map<string, Asset>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    const contentType = CONTENT_TYPES.get(extname(entry.name));
    if (entry.isDirectory()) collect(file, `${url}${entry.name}/`, assets);
    else if (entry.isFile() && contentType) assets.set(url + entry.name, { file, contentType });
  }
}

/** What is asked for. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
}

/** What the page is given. */
export interface PageAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** Exactly a listed URL, with any query or fragment; everything else is not found. */
export function answerRequest(
  assets: AssetMap,
  { method, url }: PageRequest,
  language: Language = 'en',
): PageAnswer {
  const asset = method === 'GET' ? assets.get(url.replace(/[?#].*$/s, '')) : undefined;
  if (!asset) return refusal(404, 'Not found');
  const { contentType, file } = asset;
  const bytes = bytesOf(file);
  if (bytes === null) return refusal(500, 'Not readable');
  if (!contentType.startsWith('text/html'))
    return { statusCode: 200, headers: headers(contentType), data: bytes };
  const nonce = randomBytes(16).toString('base64');
  const page = bytes
    .toString('utf8')
    .replaceAll(NONCE_PLACE, nonce)
    .replace('<html lang="en"', `<html lang="${LOCALES[language]}"`);
  return {
    statusCode: 200,
    // A page that is kept would bring its nonce back.
    headers: { ...headers(contentType, nonce), 'Cache-Control': 'no-store' },
    data: Buffer.from(page),
  };
}

function refusal(statusCode: number, words: string): PageAnswer {
  return { statusCode, headers: headers('text/plain'), data: Buffer.from(words) };
}

/**
 * Read at once: a thread of the pool may be long in coming while the engine reads the folder. Null: not readable, as in
 * the moment in which a package manager replaces the program; thrown here, it would end the application.
 */
function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function headers(contentType: string, nonce: string | null = null): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
