import { describe, expect, test } from 'vitest';
import { parseApiUrl } from '../../../electron/api/parse-api-url.ts';

describe('an API URL', () => {
  test.each([
    ['https://api.netbako.com/api', 'https://api.netbako.com/api'],
    ['  https://api.netbako.com/api//  ', 'https://api.netbako.com/api'],
    ['https://api.netbako.com', 'https://api.netbako.com/'],
    ['HTTPS://API.NETBAKO.COM:443/api', 'https://api.netbako.com/api'],
    ['https://giip.example:8443/v1/api', 'https://giip.example:8443/v1/api'],
    ['https://giip.example/~user@home/api', 'https://giip.example/~user@home/api'],
    ['http://localhost:7071/api', 'http://localhost:7071/api'],
    ['http://127.0.0.1:7071/api', 'http://127.0.0.1:7071/api'],
    ['http://127.8.9.10/api', 'http://127.8.9.10/api'],
    ['http://127.1/api', 'http://127.0.0.1/api'],
    ['http://[::1]:80/api', 'http://[::1]/api'],
  ])('%s is taken', (typed, href) => {
    const parsed = parseApiUrl(typed);
    expect(parsed.ok ? parsed.value.href : parsed.error).toBe(href);
  });

  test.each([
    'http://api.netbako.com/api',
    'http://localhost.example/api',
    'http://127.0.0.1.example/api',
    'http://1270.0.0.1/api',
    'http://0.0.0.0/api',
    'http://[::2]/api',
    'http://192.168.0.10/api',
    'ftp://api.netbako.com/api',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'api.netbako.com/api',
    '//api.netbako.com/api',
    '',
    'https://',
    'https://api.netbako.com/api#',
    'https://api.netbako.com/api#part',
    'https://api.netbako.com/api?x=1',
    'https://api.netbako.com\\@evil.example/api',
    'https://api.netbako.com/a pi',
    'https://api.net\tbako.com/api',
    'https://api.netbako.com:99999/api',
  ])('%s is refused', (typed) => {
    expect(parseApiUrl(typed)).toMatchObject({ ok: false, error: { code: 'api-url-invalid' } });
  });

  test.each([
    'https://user:s3cret-pass@api.netbako.com/api',
    'https://s3cret-pass@api.netbako.com/api',
    'https://:s3cret-pass@api.netbako.com/api',
    'https:user:s3cret-pass@api.netbako.com/api',
    'https://@api.netbako.com/s3cret-pass',
    'http://user:s3cret-pass@evil.example/api#x',
    'https://user:s3cret-pass@bad host/',
    'ftp://user:s3cret-pass@host/',
  ])('H19 %s is refused and its password is not repeated', (typed) => {
    const parsed = parseApiUrl(typed);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'api-url-invalid' } });
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  });
});
