import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { type Fault, faults } from '../giip-server/giip-fault.ts';
import type { TestGiip } from '../giip-server/start-test-giip.ts';
import { startTlsFront, tlsFile } from '../giip-server/start-tls-front.ts';
import type { Machine } from '../scenario/support/machine.ts';
import { expectSilence, speak } from './support/canary.ts';
import { CONFIG_CANARY, DOC_CANARY, heardIn, PASSWORD_CANARY, TOKEN_CANARY } from './support/canary-ear.ts';
import { test } from './support/hostile-test.ts';

const DOC = `# A document\n${DOC_CANARY}\n`;
const CONFIG = JSON.stringify({ name: CONFIG_CANARY, limit: 1 });

/** Every command that a person or a monitor runs, in words and as JSON. */
const COMMANDS: readonly (readonly string[])[] = [
  ['sync'],
  ['sync', '--json'],
  ['sync', '--dry-run', '--json'],
  ['status', '--json'],
  ['doctor'],
  ['doctor', '--json'],
  ['support', '--dry-run', '--file-names'],
  ['history', '--json'],
  ['resolve', '--all', '--take', 'mine', '--json'],
];

async function expectSilentCommands(
  machine: Machine,
  after: string,
  prepare: () => void = () => undefined,
  extra: { readonly words?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  for (const command of COMMANDS) {
    prepare();
    const words = [...command, ...machine.connection, ...(extra.words ?? [])];
    const { outputs } = await speak(machine, words, { env: extra.env ?? {} });
    expectSilence(outputs, `${command.join(' ')}, ${after}`);
  }
}

/** Texts with canaries on both sides, some in step, some waiting, some in conflict. */
async function inhabited({ giip, machine }: { giip: TestGiip; machine: Machine }): Promise<void> {
  giip.switches.token = TOKEN_CANARY;
  giip.setDoc('docs/there.md', DOC);
  giip.setConfig('main.json', CONFIG);
  machine.write('docs/both.md', 'base\n');
  const { code } = await speak(machine, ['sync', ...machine.connection]);
  expect(code).toBe(0);
  giip.setDoc('docs/both.md', `${DOC_CANARY} there\n`);
  machine.write('docs/both.md', `${DOC_CANARY} here\n`);
  machine.write('docs/mine.md', DOC);
  machine.write('configs/mine.json', CONFIG);
}

test('the ear hears every way of writing a canary', () => {
  for (const form of [
    TOKEN_CANARY,
    JSON.stringify({ sk: JSON.stringify(TOKEN_CANARY) }),
    encodeURIComponent(TOKEN_CANARY),
    Buffer.from(`user:${TOKEN_CANARY}`).toString('base64'),
    Buffer.from(TOKEN_CANARY).toString('hex'),
    TOKEN_CANARY.slice(0, 12),
  ])
    expect(heardIn(Buffer.from(`before ${form} after`))).toEqual(['TOKEN_CANARY']);
  expect(heardIn(Buffer.from('an ordinary sentence about docs/there.md'))).toEqual([]);
});

const JSON_TYPE = { 'content-type': 'application/json' };

function says(rstVal: number, message: string, status = 200): Fault {
  return faults.answer(status, JSON.stringify({ RstVal: rstVal, RstMsg: message, Data: null }));
}

/** The ways in which something that is quoted by an answer may be written there. */
const WRITTEN: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `near "${text}" at line 1`,
  (text) => encodeURIComponent(text),
  (text) => Buffer.from(`x${text}`).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => JSON.stringify(text),
  (text) => `${'y'.repeat(290)}${text}`,
];

/** Answers that quote the token and, where `text` is not empty, what a person wrote. */
function quoting(quoted: string): readonly (readonly [string, Fault])[] {
  const header = encodeURIComponent(quoted);
  return [
    ...WRITTEN.flatMap((write): (readonly [string, Fault])[] => [
      [`RstVal -1: ${write('it')}`, says(-1, write(quoted))],
      [`RstVal 400: ${write('it')}`, says(400, write(quoted))],
      [`HTTP 500: ${write('it')}`, says(500, write(quoted), 500)],
    ]),
    ['an HTML page', faults.answer(500, `<h1>${quoted}</h1>`, { 'content-type': 'text/html' })],
    ['a page with status 200', faults.answer(200, `<h1>${quoted}</h1>`, { 'content-type': 'text/html' })],
    ['JSON that ends early', faults.answer(200, `{"RstVal":1,"RstMsg":"${quoted.replaceAll('"', '')}`)],
    ['a redirect', faults.redirect(307, `https://example.invalid/?sk=${header}`)],
    ['retry-after', faults.answer(503, 'later', { 'retry-after': header })],
    [
      'headers',
      faults.answer(429, '{}', { 'content-type': header, 'content-encoding': header, date: header }),
    ],
    ['a status in words', ({ response }) => void response.socket?.end(`HTTP/1.1 599 ${header}\r\n\r\n`)],
    ['no HTTP', faults.garbage(`${quoted}\r\n\r\n`)],
    ['no compression', faults.answer(200, quoted, { ...JSON_TYPE, 'content-encoding': 'gzip' })],
    ['a proxy that asks', faults.answer(407, quoted, { 'proxy-authenticate': `Basic realm="${header}"` })],
  ];
}

describe('what an answer quotes', () => {
  test('of the token is not repeated, whichever call is answered', async ({ world }) => {
    const { giip, machine } = world;
    await inhabited(world);
    for (const [name, fault] of quoting(TOKEN_CANARY))
      for (const call of ['get', 'put'] as const) {
        giip.heal();
        giip.fail(call, fault, 'always');
        for (const words of [['sync', '--json'], ['sync']])
          expectSilence(
            (await speak(machine, [...words, ...machine.connection])).outputs,
            `${words.join(' ')}, ${call} answered by ${name}`,
          );
      }
    giip.fail('get', says(-1, TOKEN_CANARY), 'always');
    await expectSilentCommands(machine, 'a refused token');
  });

  test('of the text that was sent is not repeated, now or later', async ({ world }) => {
    const { giip, machine } = world;
    await inhabited(world);
    for (const text of [DOC_CANARY, CONFIG_CANARY])
      for (const [name, fault] of quoting(text)) {
        giip.heal();
        giip.fail('put', fault, 'always');
        const { outputs } = await speak(machine, ['sync', '--json', ...machine.connection]);
        expectSilence(outputs, `a push answered by ${name}`);
        const later = await speak(machine, ['status', '--json', ...machine.connection]);
        expectSilence(later.outputs, `status after a push answered by ${name}`);
      }
    await expectSilentCommands(machine, 'all those pushes');
  });

  test('GIIP’s own words are still shown where they repeat nothing', async ({ world }) => {
    const { giip, machine } = world;
    await inhabited(world);
    giip.fail('put', says(500, 'tErrorLogs says: docs/mine.md is reserved'), 'always');
    const { outputs } = await speak(machine, ['sync', '--json', ...machine.connection]);
    expect(outputs.get('standard output')?.toString()).toContain('docs/mine.md is reserved');
  });
});

describe('texts that cannot be used are not quoted', () => {
  test('broken configs and documents, on both sides', async ({ world }) => {
    const { giip, machine } = world;
    await inhabited(world);
    for (const [at, broken] of [
      `{"a": ${CONFIG_CANARY}}`,
      `${CONFIG_CANARY}`,
      `{"${CONFIG_CANARY}`,
    ].entries()) {
      machine.write(`configs/broken${at}.json`, broken);
      giip.setConfig(`theirs${at}.json`, broken);
    }
    machine.write('docs/binary.md', Buffer.concat([Buffer.from(DOC), Buffer.from([0xff, 0xfe, 0xc3])]));
    giip.setDoc('docs/nul.md', `${DOC}\u0000`);
    mkdirSync(join(machine.workspace, 'docs/there.md.d'));
    await expectSilentCommands(machine, 'broken texts');
  });

  test('an answer whose items are broken', async ({ world }) => {
    const { giip, machine } = world;
    await inhabited(world);
    const item = (text: string): string => JSON.stringify(text);
    const bodies = [
      `{"RstVal":1,"RstMsg":"","Data":{"config_json":{"a.json":${item(CONFIG_CANARY)}},"doc_hash":1,"docs":${item(DOC)}}}`,
      `{"RstVal":1,"RstMsg":"","Data":{"docs":[{"doc_path":${item(DOC)},"content":{"x":${item(DOC)}}}]}}`,
      `{"RstVal":1,"RstMsg":"","Data":${item(DOC)}}`,
      `{"RstVal":${item(DOC)},"RstMsg":"","Data":null}`,
      `{"RstVal":1,"Data":{"docs":[{"doc_path":"docs/x.md","content":${item(DOC)}`,
    ];
    for (const body of bodies)
      await expectSilentCommands(machine, body.slice(0, 80), () => {
        giip.heal();
        giip.fail('get', faults.answer(200, body));
      });
  });
});

describe('places that fail are named, and nothing that stands in them', () => {
  test('settings, credentials, a database and a giipAgent.cfg full of canaries', async ({ world }) => {
    const { machine } = world;
    await inhabited(world);
    const broken = `{ "apiUrl": "${TOKEN_CANARY}", ${DOC_CANARY}`;
    writeFileSync(
      join(machine.root, 'giipAgent.cfg'),
      `sk = "${TOKEN_CANARY}\nlssn = ${TOKEN_CANARY}\n${DOC_CANARY}`,
    );
    const config = ['--giip-config', join(machine.root, 'giipAgent.cfg')];
    await expectSilentCommands(machine, 'a broken giipAgent.cfg', undefined, { words: config });
    const before = readdirSync(join(machine.stateDir, 'state')).filter((name) => name.endsWith('.db'));
    expect(before).toHaveLength(1);
    for (const name of before) writeFileSync(join(machine.stateDir, 'state', name), DOC.repeat(500));
    await expectSilentCommands(machine, 'a damaged database');
    const elsewhere = join(machine.root, 'elsewhere');
    mkdirSync(elsewhere);
    for (const name of ['settings.json', 'credentials.json']) writeFileSync(join(elsewhere, name), broken);
    for (const command of COMMANDS) {
      const { outputs } = await speak(machine, [...command, '--state-dir', elsewhere], {
        env: { OPENCLAW_SYNC_TOKEN: '' },
      });
      expectSilence(outputs, `${command.join(' ')}, broken settings`);
    }
  });

  test('words of a command line are no place for a token, and are not repeated as one', async ({ world }) => {
    const { machine } = world;
    const tries = [
      ['sync', '--api-url', `https://user:${TOKEN_CANARY}@example.invalid/api`],
      ['sync', '--api-url', `https://example.invalid/?sk=${encodeURIComponent(TOKEN_CANARY)}`],
      ['sync', '--lssn', TOKEN_CANARY],
      ['sync', '--token', TOKEN_CANARY],
      [TOKEN_CANARY],
      ['sync', TOKEN_CANARY],
      ['restore', 'docs/a.md', '--version', TOKEN_CANARY],
    ];
    for (const words of tries) {
      const [command = '', ...rest] = words;
      const { outputs } = await speak(machine, [command, ...machine.connection, ...rest, '--json']);
      expectSilence(outputs, words.join(' ').slice(0, 30));
    }
  });
});

/** A proxy that refuses everybody, and says whom. */
async function startEchoingProxy(): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(407).end());
  server.on('connect', ({ headers }, client) => {
    const said = headers['proxy-authorization'] ?? 'nobody';
    client.on('error', () => undefined);
    client.end(
      `HTTP/1.1 407 No ${said}\r\nproxy-authenticate: Basic realm="${said}"\r\nx-echo: ${said}\r\n\r\n${said}`,
    );
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('on the way to GIIP', () => {
  test('a proxy that repeats the password', async ({ world }) => {
    const { machine } = world;
    await inhabited(world);
    const port = await startEchoingProxy();
    for (const proxy of [
      `http://user:${PASSWORD_CANARY}@127.0.0.1:${port}`,
      `http://user:${PASSWORD_CANARY}@127.0.0.1:1`,
      `http://user:${PASSWORD_CANARY}@[`,
      `nonsense://${PASSWORD_CANARY}`,
    ])
      await expectSilentCommands(machine, proxy.slice(0, 12), undefined, {
        words: ['--api-url', 'https://api.example.invalid/api'],
        env: { HTTPS_PROXY: proxy },
      });
  });

  test('certificates that are expired, of another host or of nobody', async ({ world }) => {
    const { giip, machine } = world;
    await inhabited(world);
    for (const certificate of ['expired', 'other', 'giip'] as const) {
      const front = await startTlsFront(certificate, giip.url);
      onTestFinished(() => front.close());
      const env = certificate === 'giip' ? {} : { NODE_EXTRA_CA_CERTS: tlsFile('authority') };
      await expectSilentCommands(machine, `a certificate: ${certificate}`, undefined, {
        words: ['--api-url', `https://127.0.0.1:${front.port}/api`],
        env,
      });
    }
  });
});
