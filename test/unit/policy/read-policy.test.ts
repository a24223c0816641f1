import { describe, expect, it } from 'vitest';
import type { PolicyPlace } from '../../../electron/policy/policy-reading.ts';
import { readPolicy } from '../../../electron/policy/read-policy.ts';
import { SETTINGS_SCHEMA } from '../../../electron/stores/settings-schema.ts';
import { fits } from '../../../electron/stores/value-schema.ts';
import { DEFAULT_MACHINE_RULES, NO_POLICY } from '../../../shared/model/policy.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { POLICY_KEYS, type PolicyKey, policyKeySchema } from '../../../shared/policy/policy-schema.ts';
import { problemWords } from '../../../shared/policy/policy-words.ts';

const LINUX: PolicyPlace = {
  platform: 'linux',
  home: '/home/ann',
  environment: { HOME: '/somewhere/else', PROJECT: 'apollo', EMPTY: '' },
};
const WINDOWS: PolicyPlace = {
  platform: 'win32',
  home: 'C:\\Users\\Ann',
  environment: { USERPROFILE: 'D:\\somewhere', ProgramData: 'C:\\ProgramData' },
};
const SOURCE = '/etc/openclaw-sync/policy.json';

const read = (values: Readonly<Record<string, unknown>>, place = LINUX) =>
  readPolicy([{ source: SOURCE, values }], place);

/** What each key may be, with what it then is; null: the person decides. */
const GOOD: Readonly<Record<PolicyKey, readonly (readonly [unknown, unknown])[]>> = {
  apiUrl: [
    ['https://giip.example.com/api', 'https://giip.example.com/api'],
    ['https://giip.example.com/api/', 'https://giip.example.com/api'],
    ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
  ],
  workspace: [
    ['~', '/home/ann'],
    ['~/.openclaw', '/home/ann/.openclaw'],
    ['%HOME%/.openclaw', '/home/ann/.openclaw'],
    ['$' + '{HOME}/.openclaw', '/home/ann/.openclaw'],
    ['%USERPROFILE%/.openclaw', '/home/ann/.openclaw'],
    ['/srv/%PROJECT%/.openclaw', '/srv/apollo/.openclaw'],
    ['/srv/a/../b', '/srv/b'],
  ],
  lssn: [
    [1, 1],
    [2_147_483_647, 2_147_483_647],
  ],
  tokenFile: [['/etc/openclaw-sync/token', '/etc/openclaw-sync/token']],
  tokenCommand: [
    [['/usr/bin/token'], ['/usr/bin/token']],
    [
      ['/usr/bin/token', '--for', 'a b'],
      ['/usr/bin/token', '--for', 'a b'],
    ],
  ],
  proxy: [
    ['system', 'system'],
    ['direct', 'direct'],
    ['http://proxy.example.com:8080', 'http://proxy.example.com:8080'],
    ['socks5://proxy.example.com:1080', 'socks5://proxy.example.com:1080'],
  ],
  caFile: [['/etc/ssl/company.pem', '/etc/ssl/company.pem']],
  intervalSeconds: [
    [15, 15],
    [3600, 3600],
  ],
  autostart: [
    ['always', true],
    ['never', false],
    ['user', null],
  ],
  notifications: [
    ['always', true],
    ['user', null],
  ],
  quitAllowed: [
    ['never', false],
    ['user', null],
  ],
  logLevel: [['debug', 'debug']],
  conflictDefault: [
    ['ask', 'ask'],
    ['both', 'both'],
  ],
  massCount: [
    [1, 1],
    [100_000, 100_000],
  ],
  massPercent: [
    [1, 1],
    [100, 100],
  ],
  historyDays: [[3650, 3650]],
  historyVersions: [[1000, 1000]],
  secretGate: [
    ['always', true],
    ['user', null],
  ],
  updates: [
    ['never', false],
    ['user', null],
  ],
  updateFeed: [['https://software.example.com/sync/', 'https://software.example.com/sync/']],
};

const WRONG_CHOICE = [true, false, 1, 0, 'yes', 'Always', '', null, ['always']];
const WRONG_PATH = ['', 'relative', './a', '~/a', '%HOME%/a', '/a\nb', 7, null, `/${'a'.repeat(5000)}`];

const WRONG: Readonly<Record<PolicyKey, readonly unknown[]>> = {
  apiUrl: [
    'http://giip.example.com/api',
    'https://ann:secret@giip.example.com/api',
    'https://giip.example.com/api?x=1',
    'https://giip.example.com/api#x',
    'https://giip.example.com:99999/api',
    'https://',
    'giip.example.com',
    'ftp://giip.example.com',
    '',
    7,
    null,
    ['https://giip.example.com'],
  ],
  workspace: [
    '',
    '.openclaw',
    '%NOT_SET%/.openclaw',
    '%EMPTY%/.openclaw',
    '~ann/.openclaw',
    '/a\u0000b',
    7,
    null,
  ],
  lssn: [0, -1, 1.5, 2_147_483_648, '71028', null, Number.NaN, true],
  tokenFile: WRONG_PATH,
  tokenCommand: [
    [],
    '/usr/bin/token',
    ['token'],
    ['/usr/bin/token', 7],
    ['/a\u0000b'],
    Array(33).fill('/a'),
    null,
  ],
  proxy: ['http://ann:secret@proxy:8080', 'proxy:8080', 'http://proxy:99999', 'auto', 7, null],
  caFile: WRONG_PATH,
  intervalSeconds: [14, 3601, 60.5, '60', null],
  autostart: WRONG_CHOICE,
  notifications: WRONG_CHOICE,
  quitAllowed: WRONG_CHOICE,
  logLevel: ['trace', 'INFO', 3, null],
  conflictDefault: ['giip', 'newest', true, null],
  massCount: [0, 100_001, '10', null],
  massPercent: [0, 101, 0.5, null],
  historyDays: [0, 3651, '90', null],
  historyVersions: [0, 1001, null],
  secretGate: WRONG_CHOICE,
  updates: WRONG_CHOICE,
  updateFeed: ['http://software.example.com/', 'https://a:b@software.example.com/', 'software', null],
};

function fieldOf(key: PolicyKey, policy = NO_POLICY): unknown {
  const { sets } = policyKeySchema(key);
  return Object.entries(sets === 'settings' ? policy.settings : policy.rules).find(
    ([name]) => name === key,
  )?.[1];
}

function isTaken(key: PolicyKey, policy = NO_POLICY): boolean {
  return Object.hasOwn(policyKeySchema(key).sets === 'settings' ? policy.managed : policy.ruled, key);
}

describe.each(POLICY_KEYS)('%s', (key) => {
  it.each(GOOD[key])('%j is %j', (given, expected) => {
    const policy = read({ [key]: given });
    expect(policy.problems).toEqual([]);
    expect(isTaken(key, policy)).toBe(expected !== null);
    if (expected !== null) expect(fieldOf(key, policy)).toEqual(expected);
    else expect(policy).toEqual({ ...NO_POLICY });
  });

  it.each(WRONG[key].map((value) => [value]))('%j is named and passed over', (value) => {
    const policy = read({ [key]: value, massPercent: 7, ...(key === 'massPercent' ? { [key]: value } : {}) });
    expect(policy.problems).toEqual([{ fault: 'value', key, source: SOURCE, expected: expect.any(String) }]);
    expect(isTaken(key, policy)).toBe(false);
    expect(problemWords(policy.problems[0] as never)).toContain(key);
    // Every other key holds.
    if (key !== 'massPercent') expect(policy.rules.massPercent).toBe(7);
  });

  it('sets what the settings file may hold too, and within the same limits', () => {
    const schema = policyKeySchema(key);
    if (schema.sets !== 'settings') return;
    const own = SETTINGS_SCHEMA[key as keyof Settings];
    for (const [, value] of GOOD[key]) if (value !== null) expect(fits(own, value)).toBe(true);
    if (schema.type === 'integer')
      expect([own.minimum, own.maximum]).toEqual([schema.minimum, schema.maximum]);
    if (schema.type === 'oneOf') expect(own.enum).toEqual(schema.values);
  });

  it('has an example that is read without a problem', () => {
    const example = policyKeySchema(key).example;
    expect(read({ [key]: example }).problems).toEqual([]);
  });
});

describe('readPolicy', () => {
  it('without any source changes nothing', () => {
    expect(readPolicy([], LINUX)).toEqual(NO_POLICY);
  });

  it('names an unknown key, and lets an editor name its schema', () => {
    const policy = read({ $schema: 'policy.schema.json', updatez: 'never', updates: 'never' });
    expect(policy.problems).toEqual([
      { fault: 'unknown', key: 'updatez', source: SOURCE, expected: expect.any(String) },
    ]);
    expect(policy.settings).toEqual({ updates: false });
  });

  it('does not take a name of every object for a key', () => {
    const policy = read(JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}'));
    expect(policy.problems.map(({ fault }) => fault)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('names a source that is of no use once, and takes nothing from it', () => {
    const why = 'it must be one JSON object';
    const policy = readPolicy([{ source: SOURCE, fault: 'unreadable', expected: why }], LINUX);
    expect(policy).toEqual({
      ...NO_POLICY,
      problems: [{ fault: 'unreadable', key: '', source: SOURCE, expected: why }],
    });
  });

  it('takes each key from the strongest source that says something usable about it', () => {
    const policy = readPolicy(
      [
        { source: 'user', values: { lssn: 'x', intervalSeconds: 60, autostart: 'user' } },
        { source: 'machine', values: { lssn: 5, intervalSeconds: 120, autostart: 'always', massCount: 3 } },
      ],
      LINUX,
    );
    expect(policy.settings).toEqual({ intervalSeconds: 60, lssn: 5 });
    expect(policy.managed).toEqual({ intervalSeconds: { source: 'user' }, lssn: { source: 'machine' } });
    expect(policy.rules).toEqual({ ...DEFAULT_MACHINE_RULES, massCount: 3 });
    expect(policy.problems.map(({ key, source }) => [key, source])).toEqual([['lssn', 'user']]);
  });

  it.each([
    ['%USERPROFILE%\\.openclaw', 'C:\\Users\\Ann\\.openclaw'],
    ['%userprofile%\\.openclaw', 'C:\\Users\\Ann\\.openclaw'],
    ['%PROGRAMDATA%\\openclaw', 'C:\\ProgramData\\openclaw'],
    ['~\\.openclaw', 'C:\\Users\\Ann\\.openclaw'],
    ['\\\\server\\share\\openclaw', '\\\\server\\share\\openclaw'],
  ])('on Windows the folder %s is %s', (given, expected) => {
    expect(read({ workspace: given }, WINDOWS).settings.workspace).toBe(expected);
  });

  it.each(['C:relative', 'relative', '/etc/token', '\\token'])(
    'on Windows %s is no whole path of a file',
    (file) => {
      expect(read({ tokenFile: file }, WINDOWS).problems).toHaveLength(1);
    },
  );

  it('on Windows a text that came damaged through the code page is not used', () => {
    expect(read({ workspace: 'C:\\Users\\\uFFFD\uFFFD\\.openclaw' }, WINDOWS).problems).toHaveLength(1);
    expect(read({ tokenCommand: ['C:\\\uFFFD.exe'] }, WINDOWS).problems).toHaveLength(1);
  });
});
