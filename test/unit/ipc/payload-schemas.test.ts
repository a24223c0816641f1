import { describe, expect, test } from 'vitest';
import { PAYLOAD_SCHEMAS } from '../../../electron/ipc/payload-schemas.ts';
import type { CallInput, CallName } from '../../../shared/ipc/contract.ts';
import { CALL_NAMES } from '../../../shared/ipc/names.ts';
import { SECRET_DECISIONS } from '../../../shared/model/secret.ts';

const MEBIBYTE = 1024 * 1024;
const setup = {
  apiUrl: 'https://api.example.com/api',
  lssn: '71',
  workspace: '/home/me/.openclaw',
  token: 'sk-1',
  candidateId: null,
};

const ID = 'a'.repeat(64);
const seen = { local: ID, remote: null };
const rule = { path: 'configs/a.json', key: ['log', 'level'], take: 'mine' } as const;
const items = Array.from({ length: 10_000 }, (_, i) => ({ path: `docs/${i}.md`, seen }));
const paths = items.map(({ path }) => path);

/** What each call may be given. */
const GOOD: { readonly [N in CallName]: readonly CallInput<N>[] } = {
  'snapshot.get': [null],
  'sync.now': [null],
  'sync.cancel': [null],
  'sync.pause': ['hour', 'tomorrow', 'resumed'],
  'sync.resume': [null],
  'conflict.texts': ['docs/a.md', 'configs/main.json', 'docs/a/b/c.md', 'docs/이름 with space.md'],
  'conflict.resolve': [
    { path: 'docs/a.md', decision: { take: 'mine' } },
    { path: 'docs/a.md', decision: { take: 'server' } },
    { path: 'docs/a.md', decision: { take: 'text', text: '' } },
    { path: 'docs/a.md', decision: { take: 'text', text: 'x'.repeat(5 * MEBIBYTE) } },
    { path: 'docs/a.md', decision: { take: 'text', text: 'line\n\ttab\u0000' } },
    { path: 'docs/a.md', decision: { take: 'both' }, seen },
    { path: 'docs/a.md', decision: { take: 'mine' }, seen: { local: null, remote: ID } },
    {
      path: 'configs/a.json',
      decision: { take: 'text', text: '{}', keys: [{ key: ['', 'with\nbreak', '이름'], take: 'server' }] },
    },
  ],
  'conflict.resolveMany': [
    { items: [], take: 'mine' },
    { items: [{ path: 'docs/a.md', seen }], take: 'both' },
    { items, take: 'server' },
  ],
  'policy.get': [null],
  'rules.list': [null],
  'rules.add': [rule, { ...rule, key: [] }],
  'rules.remove': [rule],
  'held.approve': [null, [], paths],
  'secret.decide': SECRET_DECISIONS.map((decision) => ({ paths, decision })),
  'history.runs': [{ before: null }, { before: 1 }],
  // 0: nothing was noted, so there is no such run; that is told with words.
  'history.run': [0, 1],
  'history.paths': [null],
  'history.versions': ['docs/a.md'],
  'history.text': ['1', '9007199254740991'],
  'history.restore': [{ path: 'docs/a.md', version: '1' }],
  'history.restoreKey': [{ path: 'configs/a.json', version: '1', key: ['a', 'b'] }],
  'history.restorePlan': [0, 1],
  'history.restoreRun': [{ run: 1, paths }],
  'history.undoPlan': [null, 0, 1],
  'history.undo': [0, 1],
  'history.size': [null],
  'history.why': [
    { kind: 'activity', id: 1 },
    { kind: 'conflict', path: 'docs/a.md' },
  ],
  'sync.preview': [null],
  'gone.decide': [
    { path: 'docs/a.md', decision: 'keep' },
    { path: 'docs/a.md', decision: 'send' },
  ],
  'setup.candidates': [null],
  'setup.defaults': [null],
  'setup.chooseFolder': ['', '/home/me', 'C:\\Users\\me\\.openclaw'],
  'setup.test': [setup, { ...setup, token: null, candidateId: '1' }, { ...setup, lssn: 'not a number' }],
  'setup.plan': [setup],
  'setup.start': [setup],
  'rehearsal.start': [null],
  'connections.show': ['first', '0a1b2c3d4e5f'],
  'connections.open': [{ id: 'first', window: 'setup' }],
  'connections.add': [null],
  'connections.pause': [{ id: 'first', pauseFor: 'hour' }],
  'connections.resume': ['first'],
  'connections.remove': ['first'],
  'compare.configs': [{ left: 'first', right: '0a1b2c3d4e5f' }],
  'autostart.get': [null],
  'settings.get': [null],
  'settings.update': [
    {},
    { intervalSeconds: 15 },
    { autostart: true, trayHintSeen: false },
    { historyDays: 1, historyVersions: 1000 },
    { historyDays: 3650, historyVersions: 1 },
    { proxy: 'direct', caFile: null },
    { proxy: 'socks5://proxy:1080', caFile: '/etc/ssl/company.pem' },
  ],
  'network.get': [null],
  'network.signIn': [{ name: 'DOMAIN\\me', password: ' 비밀 ' }],
  'network.signOut': [null],
  'network.chooseCaFile': [null],
  'updates.get': [null],
  'updates.look': [null],
  'updates.restart': [null],
  'doctor.run': [null],
  'doctor.copy': [null],
  'doctor.save': [null],
  'support.preview': [{ fileNames: false }, { fileNames: true }],
  'support.text': [{ id: 1, name: 'logs/application.log' }],
  'support.save': [0, 1],
  'app.openFolder': [null],
  'app.openWindow': ['popup', 'settings', 'setup', 'conflicts', 'history', 'preview', 'doctor', 'support'],
  'app.openItem': [
    { window: 'conflicts', path: 'docs/a.md' },
    { window: 'history', path: null },
    { window: 'history', path: null, undo: true },
  ],
  'app.openSettings': ['connection', 'network', 'about'],
  'app.about': [null],
  'app.licences': [null],
  'app.closeWindow': [null],
  'app.quit': [null],
};

/** What no call takes, whatever it is. */
const NEVER: readonly unknown[] = [undefined, 0, Number.NaN, true, [], [null], 1n, 'x\0y'];

const BAD_IDS: readonly unknown[] = [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', {}];
const BAD_VERSIONS: readonly unknown[] = ['', '-1', '1.5', ' 1', '1\n', 'x', '1'.repeat(17), 1, null];
const BAD_KEYS: readonly unknown[] = [
  'log.level',
  null,
  [1],
  [['a']],
  ['x'.repeat(4097)],
  Array.from({ length: 201 }, () => 'a'),
];

const BAD_PATHS: readonly unknown[] = [
  '',
  'docs',
  'docs/',
  'docs//a',
  '/docs/a.md',
  'docs/../configs/a.json',
  'docs/./a',
  '../docs/a',
  'other/a.md',
  'Docs/a.md',
  'docs/a\nb',
  'docs/a\0',
  `docs/${'x'.repeat(5000)}`,
  null,
  { toString: 'docs/a.md' },
];

/** What each call with a payload must not take beyond that. */
const BAD: { readonly [N in CallName]?: readonly unknown[] } = {
  'sync.pause': ['', 'HOUR', 'day', null, { for: 'hour' }],
  'conflict.texts': BAD_PATHS,
  'conflict.resolve': [
    null,
    {},
    { path: 'docs/a.md' },
    { path: 'docs/a.md', decision: 'mine' },
    { path: 'docs/a.md', decision: { take: 'neither' } },
    { path: 'docs/a.md', decision: { take: 'both', text: 'smuggled' } },
    { path: 'docs/a.md', decision: { take: 'mine', text: 'smuggled' } },
    { path: 'docs/a.md', decision: { take: 'mine', keys: [] } },
    { path: 'docs/a.md', decision: { take: 'mine' }, seen: null },
    { path: 'docs/a.md', decision: { take: 'mine' }, seen: { local: ID } },
    { path: 'docs/a.md', decision: { take: 'mine' }, seen: { local: 'not an id', remote: null } },
    { path: 'docs/a.md', decision: { take: 'text', text: '', keys: [{ key: ['a'], take: 'both' }] } },
    { path: 'docs/a.md', decision: { take: 'text', text: '', keys: [{ ...rule }] } },
    ...BAD_KEYS.map((key) => ({
      path: 'docs/a.md',
      decision: { take: 'text', text: '', keys: [{ key, take: 'mine' }] },
    })),
    { path: 'docs/a.md', decision: { take: 'text' } },
    { path: 'docs/a.md', decision: { take: 'text', text: null } },
    { path: 'docs/a.md', decision: { take: 'mine' }, also: 1 },
    { path: 'docs/a.md', decision: { take: 'text', text: 'x'.repeat(5 * MEBIBYTE + 1) } },
    { path: 'docs/a.md', decision: { take: 'text', text: '한'.repeat(2 * MEBIBYTE) } },
    ...BAD_PATHS.map((path) => ({ path, decision: { take: 'mine' } })),
  ],
  'conflict.resolveMany': [
    null,
    {},
    { items: [{ path: 'docs/a.md' }], take: 'mine' },
    { items: [{ path: 'docs/a.md', seen: { ...seen, more: 1 } }], take: 'mine' },
    { items: [], take: 'text' },
    { items: [...items, ...items.slice(0, 1)], take: 'mine' },
    ...BAD_PATHS.map((path) => ({ items: [{ path, seen }], take: 'mine' })),
  ],
  'rules.add': [
    { ...rule, take: 'both' },
    { ...rule, count: 3 },
    ...BAD_PATHS.map((path) => ({ ...rule, path })),
    ...BAD_KEYS.map((key) => ({ ...rule, key })),
  ],
  'rules.remove': [...BAD_KEYS.map((key) => ({ ...rule, key }))],
  'held.approve': [{}, 'docs/a.md', [...paths, 'docs/one-more.md'], ...BAD_PATHS.map((path) => [path])],
  'secret.decide': [
    null,
    { paths },
    { paths, decision: 'yes' },
    { paths: null, decision: 'keep' },
    ...BAD_PATHS.map((path) => ({ paths: [path], decision: 'keep' })),
  ],
  'history.runs': [null, {}, ...BAD_IDS.map((before) => ({ before }))],
  'history.run': [...BAD_IDS, null],
  'history.versions': BAD_PATHS,
  'history.text': BAD_VERSIONS,
  'history.restore': [
    ...BAD_VERSIONS.map((version) => ({ path: 'docs/a.md', version })),
    ...BAD_PATHS.map((path) => ({ path, version: '1' })),
  ],
  'history.restoreKey': BAD_KEYS.map((key) => ({ path: 'configs/a.json', version: '1', key })),
  'history.restorePlan': [...BAD_IDS, null],
  'history.restoreRun': [
    { run: 1 },
    { run: 1, paths: null },
    { run: 1, paths: [...paths, 'docs/one-more.md'] },
    ...BAD_IDS.map((run) => ({ run, paths: [] })),
    ...BAD_PATHS.map((path) => ({ run: 1, paths: [path] })),
  ],
  'history.undoPlan': BAD_IDS,
  'history.undo': [...BAD_IDS, null],
  'history.why': [
    null,
    { kind: 'activity', path: 'docs/a.md' },
    { kind: 'conflict', id: 1 },
    { kind: 'else', id: 1 },
    ...BAD_IDS.map((id) => ({ kind: 'activity', id })),
    ...BAD_PATHS.map((path) => ({ kind: 'conflict', path })),
  ],
  'gone.decide': [
    null,
    { path: 'docs/a.md', decision: 'delete' },
    { path: 'docs/a.md', decision: 'keep', force: true },
    ...BAD_PATHS.map((path) => ({ path, decision: 'keep' })),
  ],
  'setup.chooseFolder': [null, 'a\nb', 'x'.repeat(4097)],
  'settings.update': [
    null,
    { intervalSeconds: 14 },
    { intervalSeconds: 3601 },
    { intervalSeconds: 20.5 },
    { intervalSeconds: '60' },
    { intervalSeconds: Number.POSITIVE_INFINITY },
    { autostart: 'yes' },
    { autostart: undefined },
    { historyDays: 0 },
    { historyDays: 3651 },
    { historyVersions: 0 },
    { historyVersions: 1001 },
    { workspace: '/etc' },
    { apiUrl: 'https://evil.example' },
    { lssn: 1 },
  ],
  'support.preview': [null, {}, { fileNames: 'yes' }, { fileNames: true, file: '/etc/passwd' }],
  'support.text': [null, { id: 1 }, ...BAD_IDS.map((id) => ({ id, name: 'a' })), { id: 1, name: 'a\nb' }],
  'support.save': [...BAD_IDS, null, { id: 1, file: '/etc/passwd' }],
  'app.openWindow': ['', 'devtools', null, 'https://evil.example'],
  'app.openSettings': ['', 'network&x', null, 'https://evil.example'],
  'app.openItem': [
    null,
    { window: 'settings', path: null },
    { window: 'history' },
    { window: 'history', path: null, undo: false },
    { window: 'history', path: null, undo: undefined },
    ...BAD_PATHS.filter((path) => path !== null).map((path) => ({ window: 'conflicts', path })),
  ],
};

const BAD_SETUPS: readonly unknown[] = [
  null,
  {},
  { ...setup, lssn: 71 },
  { ...setup, token: undefined },
  { ...setup, token: 'a\nb' },
  { ...setup, token: 'x'.repeat(4097) },
  { ...setup, apiUrl: `https://${'x'.repeat(2048)}` },
  { ...setup, workspace: '/a\0b' },
  { ...setup, extra: 'key' },
  (({ workspace: _, ...rest }) => rest)(setup),
];

function isEmptyList(payload: unknown): boolean {
  return Array.isArray(payload) && payload.length === 0;
}

function accepts(name: CallName, payload: unknown): boolean {
  return PAYLOAD_SCHEMAS[name].safeParse(payload).success;
}

describe.each(CALL_NAMES.map((name) => [name] as const))('%s', (name) => {
  const takesText = GOOD[name].some((payload) => typeof payload === 'string');
  const isSetup = name === 'setup.test' || name === 'setup.plan' || name === 'setup.start';
  const isTaken = (payload: unknown): boolean =>
    GOOD[name].some((good) => Object.is(good, payload) || (isEmptyList(good) && isEmptyList(payload)));
  const never = NEVER.filter((payload) => !isTaken(payload));
  const refused = [...never, ...(BAD[name] ?? []), ...(isSetup ? BAD_SETUPS : [])];

  test('takes what it is for', () => {
    expect(GOOD[name].filter((payload) => !accepts(name, payload))).toEqual([]);
  });

  test('takes nothing else', () => {
    expect(refused.filter((payload) => accepts(name, payload))).toEqual([]);
    if (!takesText) expect(accepts(name, 'text')).toBe(false);
    if (!GOOD[name].some((payload) => payload === null)) expect(accepts(name, null)).toBe(false);
  });

  test('is not fooled by a prototype', () => {
    const forged = JSON.parse('{"__proto__":{"path":"docs/a.md","decision":"keep"}}');
    expect(accepts(name, forged)).toBe(false);
  });
});
