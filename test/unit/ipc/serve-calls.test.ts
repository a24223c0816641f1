import type { BrowserWindow, IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CallServer } from '../../../electron/ipc/serve-calls.ts';
import { CALL_NAMES } from '../../../shared/ipc/names.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';

const handle = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ ipcMain: { handle } }));
const { answerCall, serveCalls } = await import('../../../electron/ipc/serve-calls.ts');

const ORIGIN = 'app://openclaw-sync';
const window = {} as BrowserWindow;
const contents = {} as WebContents;
const topFrame = { parent: null, origin: ORIGIN };
const texts = vi.fn(async (path: string) => ok({ path }));
const log = vi.fn();

const server: CallServer = {
  trust: { origin: ORIGIN, windowOf: (asked) => (asked === contents ? window : null) },
  handlersFor: (asked) => {
    expect(asked).toBe(window);
    return { 'conflict.texts': texts } as never;
  },
  log,
};

function ask(payload: unknown, event: object = {}): Promise<unknown> {
  const whole = { senderFrame: topFrame, sender: contents, ...event } as unknown as IpcMainInvokeEvent;
  return answerCall(server, 'conflict.texts', whole, payload);
}

beforeEach(() => {
  vi.clearAllMocks();
});

test('every call of the contract is served, and nothing else', () => {
  serveCalls(server);
  expect(handle.mock.calls.map(([name]) => name)).toEqual(CALL_NAMES);
});

test('a page of ours gets its answer', async () => {
  expect(await ask('docs/a.md')).toEqual(ok({ path: 'docs/a.md' }));
});

test.each([
  ['a frame that is gone', { senderFrame: null }],
  ['a frame inside the page', { senderFrame: { parent: topFrame, origin: ORIGIN } }],
  ['another origin', { senderFrame: { parent: null, origin: 'https://evil.example' } }],
  ['an origin that only begins like ours', { senderFrame: { parent: null, origin: `${ORIGIN}.evil` } }],
  ['a page without an origin', { senderFrame: { parent: null, origin: 'null' } }],
  ['a file', { senderFrame: { parent: null, origin: 'file://' } }],
  ['a window that is not ours', { sender: {} }],
])('%s is refused', async (_name, event) => {
  expect(await ask('docs/a.md', event)).toEqual(fail('unexpected'));
  expect(texts).not.toHaveBeenCalled();
  expect(log).toHaveBeenCalledOnce();
});

test('a wrong payload is refused, and the log never shows it', async () => {
  expect(await ask({ path: 'sk-secret' })).toEqual(fail('unexpected'));
  expect(texts).not.toHaveBeenCalled();
  expect(JSON.stringify(log.mock.calls)).not.toContain('sk-secret');
});

test('an expected failure goes through as it is', async () => {
  texts.mockResolvedValueOnce(fail('no-such-conflict') as never);
  expect(await ask('docs/a.md')).toEqual(fail('no-such-conflict'));
});

test('a surprise is logged and told without details', async () => {
  texts.mockRejectedValueOnce(new Error('/home/me/secret'));
  expect(await ask('docs/a.md')).toEqual({ ok: false, error: { code: 'unexpected' } });
  expect(log).toHaveBeenCalledWith('error', 'call-failed', {
    call: 'conflict.texts',
    cause: expect.any(Error),
  });
});
