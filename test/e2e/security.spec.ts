import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './app-fixture.ts';
import { PROGRAM } from './running-app.ts';
import { shippedProgram } from './shipped-program.ts';

test('a page has the bridge and nothing of Node or Electron', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    return names.filter((name) => name in globalThis);
  });
  expect(found).toEqual([]);
  const bridge = await page.evaluate(() =>
    Object.entries(Reflect.get(window, 'api')).map(([k, v]) => [k, typeof v]),
  );
  expect(bridge).toEqual([
    ['call', 'function'],
    ['on', 'function'],
  ]);
});

test('the bridge takes no name that the contract does not know', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  const refused = await page.evaluate(async () => {
    const api = Reflect.get(window, 'api');
    const call = await api.call('no.such', null).catch(() => 'refused');
    try {
      api.on('no.such', () => undefined);
      return [call, 'taken'];
    } catch {
      return [call, 'refused'];
    }
  });
  expect(refused).toEqual(['refused', 'refused']);
});

test('a payload that fits no call is answered with a code and nothing else', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  const answer = await page.evaluate(() =>
    Reflect.get(window, 'api').call('conflict.texts', '../../etc/passwd'),
  );
  expect(answer).toEqual({ ok: false, error: { code: 'unexpected' } });
});

test('inline scripts, eval, strangers and connections are blocked', async ({ start, giip }) => {
  const app = await start();
  const page = await app.window('setup');
  expect(await page.evaluate(inlineScript)).toBe('blocked');
  expect(await page.evaluate(() => fetch('https://example.com').then(String, () => 'blocked'))).toBe(
    'blocked',
  );
  expect(await page.evaluate((url) => fetch(url).then(String, () => 'blocked'), giip.url)).toBe('blocked');
  expect(await page.evaluate(strangeImage)).toBe('blocked');
  expect(await page.evaluate(evaluation)).toBe('blocked');
  expect(giip.requests).toEqual([]);
});

test('a style of the page’s own stands with the nonce of its load, and no other one does', async ({
  start,
}) => {
  const app = await start();
  const page = await app.window('setup');
  const colours = await page.evaluate(() => {
    const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
    return ['', 'guessed', nonce].map((value) => {
      const style = document.createElement('style');
      if (value !== '') style.nonce = value;
      style.textContent = 'body { outline-color: rgb(1, 2, 3) }';
      document.head.append(style);
      const { outlineColor } = getComputedStyle(document.body);
      style.remove();
      return outlineColor === 'rgb(1, 2, 3)';
    });
  });
  expect(colours).toEqual([false, false, true]);
});

test('no URL of ours leads out of the built files', async ({ start }) => {
  const app = await start();
  await app.window('setup');
  const urls = [
    'app://openclaw-sync/../../etc/passwd',
    'app://openclaw-sync/..%2f..%2fetc%2fpasswd',
    'app://openclaw-sync//etc/passwd',
    'app://openclaw-sync/package.json',
    'app://elsewhere/index.html',
  ];
  const statuses = await app.electron.evaluate(
    ({ net }, all) =>
      Promise.all(all.map(async (url) => net.fetch(url).then(({ status }) => status, String))),
    urls,
  );
  expect(statuses.filter((status) => status === 200)).toEqual([]);
});

test('a page goes nowhere and opens nothing', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  const before = page.url();
  expect(await page.evaluate(() => window.open('https://example.com'))).toBeNull();
  await page.evaluate(() => {
    location.href = 'https://example.com';
  });
  await page.evaluate(() => {
    location.href = 'app://openclaw-sync/index.html#settings';
  });
  expect(app.electron.windows()).toHaveLength(1);
  expect(await page.evaluate(() => location.origin)).toBe('app://openclaw-sync');
  expect(page.url().split('#')[0]).toBe(before.split('#')[0]);
});

test('every permission is denied', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const query = (name: string) => navigator.permissions.query({ name: name as PermissionName });
    return Promise.all(names.map(async (name) => (await query(name)).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

const ROOT_NEEDS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

for (const hostile of ['--remote-debugging-port=9333', '--no-sandbox', '--ignore-certificate-errors']) {
  test(`the packaged program does not start with ${hostile}`, async ({ place }) => {
    const { code, said } = await run(PROGRAM, [hostile, '--state-dir', place.stateDir, ...ROOT_NEEDS]);
    expect(code).toBe(2);
    expect(said).toContain(`does not start with ${hostile.split('=')[0]}`);
  });
}

test('what ships cannot be told that it is under test', async ({ place }) => {
  const program = await shippedProgram(join(place.root, 'shipped'));
  const claim = ['--inspect=0', '--remote-debugging-port=0', '--state-dir', place.stateDir, ...ROOT_NEEDS];
  for (const environment of [{}, { NODE_OPTIONS: '--inspect=0' }]) {
    const { code, said } = await run(program, claim, environment);
    expect(code).toBe(2);
    expect(said).toContain('does not start with --remote-debugging-port');
    expect(said).not.toContain('Debugger listening');
  }
});

async function run(program: string, args: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment };
  const started = spawn(program, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  started.stderr.on('data', (bytes) => said.push(String(bytes)));
  const [code] = await once(started, 'close');
  return { code, said: said.join('') };
}

/** Trusted Types refuse the text already; without them the policy would refuse the script. */
function inlineScript(): Promise<string> {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', () => resolve('blocked'));
    try {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
      if (document.title === 'run') resolve('run');
    } catch {
      resolve('blocked');
    }
  });
}

/** What the debugger evaluates is outside of the policy; what a timer runs is the page's own. */
function evaluation(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve(String(Reflect.construct(Function, ['return 1'])()));
      } catch {
        resolve('blocked');
      }
    });
  });
}

function strangeImage(): Promise<string> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve('loaded');
    image.onerror = () => resolve('blocked');
    image.src = 'https://example.com/a.png';
  });
}
