import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { type Place, test } from './app-fixture.ts';
import { connect } from './connect.ts';
import { openPorts } from './process-sockets.ts';
import { PROGRAM } from './running-app.ts';
import { shippedProgram } from './shipped-program.ts';

const ROOT_NEEDS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

interface Ran {
  readonly code: number | null;
  readonly out: string;
}

async function run(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ran> {
  const child = spawn(program, [...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      out += String(bytes);
    });
  const [code] = await once(child, 'close');
  return { code, out };
}

const HOSTILE = [
  '--remote-debugging-pipe',
  '--disable-web-security',
  '--proxy-server=127.0.0.1:9',
  '--host-rules=MAP * 127.0.0.1',
  '--js-flags=--expose-gc',
  '--renderer-cmd-prefix=/bin/echo',
];

/** What a first start is told in place of set-up. */
function connection({ workspace, stateDir }: Place, { url }: { readonly url: string }): readonly string[] {
  return ['--workspace', workspace, '--state-dir', stateDir, '--api-url', url, '--lssn', '71'];
}

test('what ships starts with no switch that weakens it, and opens nothing before it ends', async ({
  place,
}) => {
  const program = await shippedProgram(join(place.root, 'shipped'));
  for (const hostile of HOSTILE) {
    const { code, out } = await run(program, [hostile, '--state-dir', place.stateDir, ...ROOT_NEEDS]);
    expect(code, hostile).toBe(2);
    expect(out).toContain(`does not start with ${hostile.split('=')[0]}`);
  }
  expect(existsSync(place.stateDir)).toBe(false);
});

test('no environment turns what ships into something else', async ({ place }) => {
  const program = await shippedProgram(join(place.root, 'shipped'));
  const marker = join(place.root, 'marker');
  const intruder = join(place.root, 'intruder.cjs');
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`);
  const asNode = await run(program, ['-e', `require(${JSON.stringify(intruder)})`], {
    ELECTRON_RUN_AS_NODE: '1',
  });
  expect(existsSync(marker), asNode.out).toBe(false);
  for (const environment of [{ NODE_OPTIONS: `--require=${intruder}` }, { NODE_OPTIONS: '--inspect=0' }]) {
    const { code, out } = await run(program, [...ROOT_NEEDS, '--version'], environment);
    expect(code).toBe(0);
    expect(out).not.toContain('Debugger listening');
    expect(existsSync(marker)).toBe(false);
  }
});

test('neither --inspect nor SIGUSR1 opens a debugger in what ships', async ({ place, giip }) => {
  const program = await shippedProgram(join(place.root, 'shipped'));
  const where = connection(place, giip);
  const env = { ...process.env, HOME: join(place.root, 'home'), OPENCLAW_SYNC_TOKEN: giip.switches.token };
  const child = spawn(program, [...ROOT_NEEDS, '--inspect=0', 'watch', ...where], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      out += String(bytes);
    });
  const ended = once(child, 'close');
  await expect.poll(() => giip.requests.length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(openPorts(Number(child.pid))).toEqual([]);
  child.kill('SIGUSR1');
  // Whatever the signal does is done when a second one has been answered: by its end.
  child.kill('SIGTERM');
  await ended;
  expect(out).not.toContain('Debugger listening');
});

test('app.asar beside which somebody put another application is still the one that runs', async ({
  place,
}) => {
  const program = await shippedProgram(join(place.root, 'shipped'));
  const folder = join(dirname(program), 'resources', 'app');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"name":"intruder","main":"main.js"}');
  writeFileSync(join(folder, 'main.js'), 'console.log("intruder"); process.exit(0);');
  const { code, out } = await run(program, [...ROOT_NEEDS, '--version']);
  // Before it Chromium may complain of a bus that a container does not have.
  const last = out.trim().split('\n').at(-1);
  expect({ code, last }).toEqual({ code: 0, last: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  expect(out).not.toContain('intruder');
});

function walk(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  // Chromium's lock is a link to a name, and a link has no mode of its own.
  return entries
    .filter((entry) => !entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What somebody else could read or write: of Chromium's profile the folders count, which let nobody in to its files. */
function open(place: Place): readonly string[] {
  const profile = join(place.stateDir, 'electron');
  const counts = (file: string): boolean => !file.startsWith(profile) || lstatSync(file).isDirectory();
  const all = [place.stateDir, ...walk(place.stateDir)].filter(counts);
  return all.filter((file) => (lstatSync(file).mode & 0o077) !== 0);
}

test('connected, it listens nowhere, its state is its owner’s, and the token stands in no file', async ({
  start,
  place,
  giip,
}) => {
  writeFileSync(join(place.workspace, 'docs/a.md'), 'text\n');
  const app = await start();
  await connect(app, place);
  await expect.poll(() => giip.doc('docs/a.md')).toBe('text\n');
  expect(open(place)).toEqual([]);
  const token = giip.switches.token;
  const forms = [
    token,
    Buffer.from(token).toString('base64').replace(/=+$/, ''),
    Buffer.from(token).toString('hex'),
    encodeURIComponent(token),
  ];
  const files = [...walk(place.stateDir), ...(existsSync(place.config) ? walk(place.config) : [])].filter(
    (file) => statSync(file).isFile(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    // Chromium's own temporary files come and go.
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    for (const form of [...forms.map((text) => Buffer.from(text)), Buffer.from(token, 'utf16le')])
      expect(bytes.includes(form), file).toBe(false);
  }
  // Playwright holds the two debuggers of the test build open: the inspector and Chromium's.
  const ports = openPorts(Number(app.electron.process().pid));
  expect(ports.filter((port) => !port.startsWith('tcp port'))).toEqual([]);
  expect([1, 2]).toContain(ports.length);
});

test('a second user can read nothing of it', async ({ start, place }) => {
  test.skip(process.getuid?.() !== 0, 'only root can become somebody else');
  const app = await start();
  await connect(app, place);
  const reader = spawn('ls', ['-R', place.stateDir], {
    uid: 65_534,
    gid: 65_534,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  reader.stdout.on('data', (bytes) => {
    out += String(bytes);
  });
  const [code] = await once(reader, 'close');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('everything it connects to is the API that was set', async ({ place, giip }) => {
  const trace = join(place.root, 'trace');
  const where = connection(place, giip);
  const env = {
    ...process.env,
    HOME: join(place.root, 'home'),
    XDG_CONFIG_HOME: place.config,
    OPENCLAW_SYNC_TOKEN: giip.switches.token,
  };
  // The inspector of the test build is what lets `--no-sandbox` pass; it listens and connects nowhere.
  const words = ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-e', 'signal=none', '-o', trace];
  const child = spawn('strace', [...words, PROGRAM, '--inspect=0', ...ROOT_NEEDS, ...where], {
    env,
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(child, 'close');
  await expect.poll(() => giip.requests.length, { timeout: 60_000 }).toBeGreaterThan(0);
  // Long enough for whatever Chromium does at its start: its own look-ups come in the first seconds.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  process.kill(-Number(child.pid), 'SIGTERM');
  await ended;
  const addresses = [...readFileSync(trace, 'utf8').matchAll(/sin6?_port=htons\((\d+)\)[^}]*?"([^"]+)"/g)];
  const { port } = new URL(giip.url);
  const others = new Set(addresses.map(([, to, host]) => `${host}:${to}`));
  others.delete(`127.0.0.1:${port}`);
  expect([...others]).toEqual([]);
  expect(addresses.length).toBeGreaterThan(0);
});
