import { describe, expect, test } from 'vitest';
import { environmentPassword } from '../../../electron/api/environment-proxy.ts';
import { pacAnswer } from '../../../electron/api/pac-answer.ts';
import { resolveWays, type WaysOptions } from '../../../electron/api/resolve-ways.ts';

const URL_OF_GIIP = new URL('https://giip.test/api');

/** `source proxy` of each way, or the error's code and words. */
async function ways(options: Partial<WaysOptions>, url = URL_OF_GIIP): Promise<readonly string[] | string> {
  const found = await resolveWays({ setting: () => 'system', environment: {}, ...options }).resolve(url);
  if (!found.ok) return `${found.error.code}: ${found.error.detail}`;
  return found.value.map(({ proxy, source }) => `${source} ${proxy?.href ?? 'direct'}`);
}

const environment = { HTTPS_PROXY: 'http://env.test:1' };
const system = async () => 'PROXY system.test:2; DIRECT';

describe('who decides', () => {
  test.each<[string, Partial<WaysOptions>, readonly string[]]>([
    ['nobody', {}, ['system direct']],
    ['the system', { system }, ['system http://system.test:2/', 'system direct']],
    ['the environment before the system', { system, environment }, ['environment http://env.test:1/']],
    ['NO_PROXY too', { system, environment: { ...environment, NO_PROXY: '.test' } }, ['environment direct']],
    [
      'a setting before both',
      { system, environment, setting: () => 'https://set.test' },
      ['setting https://set.test/'],
    ],
    ['the setting "none" as well', { system, environment, setting: () => 'direct' }, ['setting direct']],
  ])('%s', async (_name, options, expected) => {
    expect(await ways(options)).toEqual(expected);
  });

  test.each(['http://127.0.0.1:8080', 'http://localhost', 'https://[::1]:8443', 'https://127.9.9.9'])(
    'nobody sends %s through a proxy',
    async (url) => {
      const options = { system, environment, setting: () => 'http://set.test' };
      expect(await ways(options, new URL(url))).toEqual(['setting direct']);
    },
  );

  test('the setting is asked each time, and the system hears no path', async () => {
    const asked: string[] = [];
    let setting = 'direct';
    const resolver = resolveWays({
      setting: () => setting,
      environment: {},
      system: async (url) => {
        asked.push(url.href);
        return 'DIRECT';
      },
    });
    await resolver.resolve(URL_OF_GIIP);
    setting = 'system';
    await resolver.resolve(URL_OF_GIIP);
    expect(asked).toEqual([URL_OF_GIIP.href]);
  });

  test('a system that does not answer is an error, not a direct connection', async () => {
    expect(await ways({ system: () => Promise.reject(new Error('no')) })).toContain('proxy-failed');
  });
});

describe('what a PAC file may answer', () => {
  test.each([
    ['DIRECT', ['direct']],
    ['', null],
    ['PROXY a:80', ['http://a/']],
    ['PROXY a:8080;PROXY [::1]:3128 ; direct;', ['http://a:8080/', 'http://[::1]:3128/', 'direct']],
    ['HTTPS a:443; SOCKS5 b:1080', ['https://a/', 'socks5://b:1080']],
    ['SOCKS a:1; PROXY b:2', ['http://b:2/']],
    ['SOCKS a:1; SOCKS4 b:2; QUIC c:3', null],
    ['PROXY', null],
    ['PROXY bad:99999', null],
  ])('%j', (text, expected) => {
    const answer = pacAnswer(text);
    expect(answer.ok ? answer.value.map(({ proxy }) => proxy?.href ?? 'direct') : null).toEqual(expected);
  });

  test('that nothing of it can be used is said with its kinds', () => {
    expect(pacAnswer('SOCKS a:1')).toMatchObject({
      error: { code: 'proxy-failed', detail: expect.stringContaining('(SOCKS)') },
    });
  });
});

describe('an address that is set', () => {
  test.each([
    ['proxy.test:3128', 'environment http://proxy.test:3128/'],
    ['HTTP://proxy.test', 'environment http://proxy.test/'],
    ['https://proxy.test:8443/', 'environment https://proxy.test:8443/'],
    ['socks5://proxy.test:1080', 'environment socks5://proxy.test:1080'],
    ['socks5h://proxy.test:1080', 'environment socks5://proxy.test:1080'],
  ])('%s', async (HTTPS_PROXY, expected) => {
    expect(await ways({ environment: { HTTPS_PROXY } })).toEqual([expected]);
  });

  test('of a kind that cannot be used is named by its kind, without its password', async () => {
    const said = await ways({ environment: { HTTPS_PROXY: 'socks4://me:s3cret@proxy.test' } });
    expect(said).toBe('proxy-failed: HTTPS_PROXY is a socks4 proxy; http, https and socks5 can be used');
  });

  test('has its password known, so that a log keeps it out', () => {
    expect(environmentPassword({ HTTPS_PROXY: 'http://me:p%40ss@proxy.test' })).toBe('p@ss');
    expect(environmentPassword({})).toBe('');
  });
});
