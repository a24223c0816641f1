import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './app-fixture.ts';
import { connectedPopup } from './connect.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-NONCE'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

test('the page comes with the whole policy in its header', async ({ start }) => {
  const app = await start();
  await app.window('setup');
  const headers = await app.electron.evaluate(async ({ net }) => {
    const answer = await net.fetch('app://openclaw-sync/index.html');
    return Object.fromEntries(answer.headers);
  });
  expect(headers['content-security-policy']?.replace(/nonce-[^']+/, 'nonce-NONCE')).toBe(POLICY);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});

/** What a page of ours that somebody took over could try; each answers what came of it. */
async function attempts(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const attempt = (name: string, act: () => string): void => {
      try {
        found[name] = act();
      } catch (error) {
        found[name] = (error as Error).name;
      }
    };
    attempt('innerHTML', () => {
      document.createElement('div').innerHTML = '<b>x</b>';
      return 'taken';
    });
    attempt('script.src', () => {
      document.createElement('script').src = 'data:text/javascript,1';
      return 'taken';
    });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    attempt('bridge in a frame', () => String(Reflect.has(frame.contentWindow ?? {}, 'api')));
    attempt('Node in a frame', () => String(Reflect.has(frame.contentWindow ?? {}, 'require')));
    frame.remove();
    const view = document.createElement('webview');
    document.body.append(view);
    attempt('webview', () => typeof Reflect.get(view, 'loadURL'));
    view.remove();
    attempt('worker', () => {
      const source = URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }));
      return String(new Worker(source));
    });
    const decided = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'granted',
        (error) => (error as Error).name,
      );
    const { mediaDevices } = navigator;
    found.camera = mediaDevices ? await decided(mediaDevices.getUserMedia({ video: true })) : 'absent';
    found.notification = await Notification.requestPermission();
    found.location = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    );
    return found;
  });
}

test('a page that was taken over gets no markup, frame, worker, device or place', async ({ start }) => {
  const app = await start();
  const found = await attempts(await app.window('setup'));
  expect(found).toMatchObject({
    innerHTML: 'TypeError',
    'script.src': 'TypeError',
    'bridge in a frame': 'false',
    'Node in a frame': 'false',
    webview: 'undefined',
    notification: 'denied',
    location: 'denied',
  });
  expect(found.worker).not.toContain('object');
  expect(found.camera).not.toBe('granted');
});

test('the bridge does not use what the page can exchange', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  const answer = await page.evaluate(async () => {
    const stolen: unknown[] = [];
    const steal = (...given: unknown[]): never => {
      stolen.push(given);
      throw new Error('stolen');
    };
    const { push, includes } = Array.prototype;
    const { parse } = JSON;
    Array.prototype.push = steal;
    Array.prototype.includes = steal as never;
    JSON.parse = steal as never;
    const { ok } = await Reflect.get(window, 'api').call('settings.get', null);
    // Playwright uses them as well.
    Object.assign(Array.prototype, { push, includes });
    JSON.parse = parse;
    return { ok, stolen: stolen.length };
  });
  expect(answer).toEqual({ ok: true, stolen: 0 });
});

test('nothing in a page opens a program, a file or an address', async ({ start }) => {
  const app = await start();
  const page = await app.window('setup');
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    const note = async (what: string): Promise<never> => {
      opened.push(what);
      throw new Error('refused by the test');
    };
    Object.assign(shell, { openExternal: note, openPath: note });
  });
  const before = page.url();
  await page.evaluate(async () => {
    const api = Reflect.get(window, 'api');
    for (const url of [
      'file:///etc/passwd',
      'smb://host/x',
      'ms-msdt:/id',
      'javascript:alert(1)',
      'https://example.com',
    ]) {
      for (const name of ['app.openWindow', 'app.openItem', 'app.openFolder', 'history.text'])
        await api.call(name, url).catch(() => undefined);
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      const form = document.createElement('form');
      form.action = url;
      document.body.append(form);
      form.submit();
      window.open(url);
    }
  });
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([]);
  expect(page.url()).toBe(before);
  expect(app.electron.windows()).toHaveLength(1);
});

const HOSTILE_TEXTS = [
  '<script>window.taken = 1</script>',
  '<img src=x onerror="window.taken = 1">',
  '<svg onload="window.taken = 1">',
  '<iframe src="javascript:window.taken=1"></iframe>',
  '<a href="javascript:window.taken=1">x</a>',
  '"><script src=https://example.com/x.js></script>',
  '{{window.taken = 1}}',
  '<base href=https://example.com/><style>@import url(https://example.com/x)</style>',
  '\u202etxt.exe\u2066 \u0000',
].join('\n');

test('texts of the server are text, whatever stands in them', async ({ start, place, giip }) => {
  giip.setDoc('docs/a.md', 'first\n');
  const app = await start();
  const popup = await connectedPopup(app, place);
  writeFileSync(join(place.workspace, 'docs/a.md'), `mine\n${HOSTILE_TEXTS.replaceAll('\0', '')}\n`);
  giip.setDoc('docs/a.md', `theirs\n${HOSTILE_TEXTS.replaceAll('\0', '')}\nmore\n`);
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('button', { name: 'Resolve' }).click();
  const page = await app.window('conflicts');
  await expect(page.getByRole('region', { name: 'On GIIP' })).toContainText('window.taken');
  for (const each of [page, popup]) {
    expect(await each.evaluate(() => Reflect.has(window, 'taken'))).toBe(false);
    const made =
      'img[src="x"], iframe, base, script:not([src^="./"]):not([src^="/"]):not([src^="app:"]), a[href^="javascript"]';
    expect(await each.locator(made).count()).toBe(0);
  }
});

test('what a second start brings along changes nothing', async ({ start, place, giip }) => {
  const app = await start();
  await connectedPopup(app, place);
  const settings = (): Promise<unknown> =>
    app.electron.windows()[0]?.evaluate(() => Reflect.get(window, 'api').call('settings.get', null)) ??
    Promise.resolve();
  const before = await settings();
  const requests = giip.requests.length;
  await app.startAgain(
    'openclaw-sync://sync?api=https://example.com',
    '/etc/passwd',
    '--api-url',
    'https://example.com',
  );
  expect(await settings()).toEqual(before);
  expect(giip.requests.length).toBeGreaterThanOrEqual(requests);
  expect(app.hasWindow('popup')).toBe(true);
});
