import { basename, dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStateDir } from '../../../electron/stores/state-dir.ts';
import { stateFileFor } from '../../../electron/stores/state-key.ts';

describe('defaultStateDir', () => {
  const home = '/home/ann';

  it.each([
    ['linux', {}, home, '/home/ann/.local/share/openclaw-sync'],
    ['linux', { XDG_DATA_HOME: '/data' }, home, '/data/openclaw-sync'],
    ['linux', { XDG_DATA_HOME: 'relative' }, home, '/home/ann/.local/share/openclaw-sync'],
    ['linux', { XDG_DATA_HOME: '' }, home, '/home/ann/.local/share/openclaw-sync'],
    ['darwin', {}, '/Users/ann', '/Users/ann/Library/Application Support/openclaw-sync'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local', APPDATA: 'C:\\roams' },
      'C:\\Users\\ann',
      'C:\\Users\\ann\\AppData\\Local\\openclaw-sync',
    ],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Local\\openclaw-sync'],
  ] as const)('%s %j', (platform, env, at, expected) => {
    expect(defaultStateDir({ platform, env, home: at })).toBe(expected);
  });

  it('is an absolute path on this machine', () => {
    expect(defaultStateDir()).toMatch(/openclaw-sync$/);
  });
});

describe('stateFileFor', () => {
  const key = { apiOrigin: 'https://api.netbako.com', lssn: 42, realPath: '/home/ann/.openclaw' };

  it('is the same for the same key, readable, inside the state folder', () => {
    const file = stateFileFor('/state', key);
    expect(stateFileFor('/state', { ...key })).toBe(file);
    expect(dirname(file)).toBe('/state/state');
    expect(basename(file)).toMatch(/^api\.netbako\.com-42-[0-9a-f]{16}\.db$/);
  });

  it.each([
    { apiOrigin: 'http://api.netbako.com' },
    { apiOrigin: 'https://api.netbako.com:8443' },
    { apiOrigin: 'https://api-netbako.com' },
    { lssn: 4 },
    { realPath: '/home/ann/.openclaw/' },
    { realPath: '/home/Ann/.openclaw' },
  ])('is another one for %j', (change) => {
    expect(stateFileFor('/state', { ...key, ...change })).not.toBe(stateFileFor('/state', key));
  });

  it('is a plain, short file name whatever the key', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.string(), (apiOrigin, lssn, realPath) => {
        expect(basename(stateFileFor('/state', { apiOrigin, lssn, realPath }))).toMatch(
          /^[a-z0-9._-]{1,110}\.db$/,
        );
      }),
    );
  });
});
