import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { isLoopback } from './is-loopback.ts';

/**
 * The API URL as a person typed it. No detail ever repeats what was typed: it may hold a password.
 * The answer has no `/` at its end, so that a call's name is appended with one.
 */
export function parseApiUrl(text: string): Result<URL> {
  const typed = text.trim();
  // The URL parser would drop or turn these silently, so that another host is asked than the one that is read.
  if (/[\s\\\p{Cc}]/u.test(typed))
    return fail('api-url-invalid', 'it holds a space, a backslash or a control character');
  if (!URL.canParse(typed)) return fail('api-url-invalid', 'it is not a complete URL');
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return fail('api-url-invalid', 'it does not begin with https://');
  if (/^[^/]*:\/*[^/?#]*@/.test(typed)) return fail('api-url-invalid', 'it holds a user name or a password');
  if (typed.includes('#')) return fail('api-url-invalid', 'it holds a fragment (#)');
  if (typed.includes('?')) return fail('api-url-invalid', 'it holds a query (?)');
  if (url.protocol === 'http:' && !isLoopback(url))
    return fail('api-url-invalid', 'http is allowed to this computer only');
  url.pathname = url.pathname.replace(/\/+$/, '');
  return ok(url);
}
