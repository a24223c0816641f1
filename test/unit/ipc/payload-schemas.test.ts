import { describe, expect, test } from 'vitest';
import { PAYLOAD_SCHEMAS } from '../../../electron/ipc/payload-schemas.ts';
import { CALL_NAMES, type CallInput, type CallName } from '../../../shared/ipc/contract.ts';

const MEBIBYTE = 1024 * 1024;
const setup = {
  apiUrl: 'https://api.example.com/api',
  lssn: '71',
  workspace: '/home/me/.openclaw',
  token: 'sk-1',
  candidateId: null,
};

/** What each call may be given. */
const GOOD: { readonly [N in CallName]: readonly CallInput<N>[] } = {
  'snapshot.get': [null],
  'sync.now': [null],
  'sync.pause': ['hour', 'tomorrow', 'resumed'],
  'sync.resume': [null],
  'conflict.texts': ['docs/a.md', 'configs/main.json', 'docs/a/b/c.md', 'docs/이름 with space.md'],
  'conflict.resolve': [
    { path: 'docs/a.md', decision: { take: 'mine' } },
    { path: 'docs/a.md', decision: { take: 'server' } },
    { path: 'docs/a.md', decision: { take: 'text', text: '' } },
    { path: 'docs/a.md', decision: { take: 'text', text: 'x'.repeat(5 * MEBIBYTE) } },
    { path: 'docs/a.md', decision: { take: 'text', text: 'line\n\ttab\u0000' } },
  ],
  'held.approve': [null],
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
  'settings.get': [null],
  'settings.update': [{}, { intervalSeconds: 15 }, { autostart: true, trayHintSeen: false }],
  'app.openFolder': [null],
  'app.openWindow': ['popup', 'settings', 'setup'],
  'app.closeWindow': [null],
  'app.quit': [null],
};

/** What no call takes, whatever it is. */
const NEVER: readonly unknown[] = [undefined, 0, Number.NaN, true, [], [null], 1n, 'x\0y'];

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
    { path: 'docs/a.md', decision: { take: 'both' } },
    { path: 'docs/a.md', decision: { take: 'mine', text: 'smuggled' } },
    { path: 'docs/a.md', decision: { take: 'text' } },
    { path: 'docs/a.md', decision: { take: 'text', text: null } },
    { path: 'docs/a.md', decision: { take: 'mine' }, also: 1 },
    { path: 'docs/a.md', decision: { take: 'text', text: 'x'.repeat(5 * MEBIBYTE + 1) } },
    { path: 'docs/a.md', decision: { take: 'text', text: '한'.repeat(2 * MEBIBYTE) } },
    ...BAD_PATHS.map((path) => ({ path, decision: { take: 'mine' } })),
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
    { workspace: '/etc' },
    { apiUrl: 'https://evil.example' },
    { lssn: 1 },
  ],
  'app.openWindow': ['', 'devtools', null, 'https://evil.example'],
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

function accepts(name: CallName, payload: unknown): boolean {
  return PAYLOAD_SCHEMAS[name].safeParse(payload).success;
}

describe.each(CALL_NAMES.map((name) => [name] as const))('%s', (name) => {
  const takesText = GOOD[name].some((payload) => typeof payload === 'string');
  const isSetup = name === 'setup.test' || name === 'setup.plan' || name === 'setup.start';
  const refused = [...NEVER, ...(BAD[name] ?? []), ...(isSetup ? BAD_SETUPS : [])];

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
