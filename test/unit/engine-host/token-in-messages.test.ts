import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { closedAfterEach } from '../../giip-server/closed-after-each.ts';
import { startTestGiip } from '../../giip-server/start-test-giip.ts';
import { EngineRoom, isAtRest, TOKEN } from './engine-room.ts';

const closed = closedAfterEach();
afterEach(() => void vi.restoreAllMocks());

interface Message {
  readonly kind: string;
  readonly id?: number;
  readonly name?: string;
}

/** Every message between the threads, from now on. */
function overheard(): { readonly toEngine: Message[]; readonly toMain: Message[] } {
  const heard = { toEngine: [] as Message[], toMain: [] as Message[] };
  const { postMessage, emit } = Worker.prototype;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message: Message) {
    heard.toEngine.push(message);
    postMessage.call(this, message);
  });
  vi.spyOn(Worker.prototype, 'emit').mockImplementation(function (this: Worker, ...args: unknown[]) {
    if (args[0] === 'message') heard.toMain.push(args[1] as Message);
    return Reflect.apply(emit, this, args) as boolean;
  });
  return heard;
}

const holds = (message: Message): boolean => JSON.stringify(message).includes(TOKEN);

test('the token goes over as the answer to the question for it, and in no other message', async () => {
  const heard = overheard();
  const giip = closed(await startTestGiip({ token: TOKEN }));
  const room = closed(new EngineRoom(giip.url, { environment: { OPENCLAW_SYNC_TOKEN: TOKEN } }));
  const { session, until } = room.connect(room.folder('a', { 'docs/a.md': 'a\n' }));
  session.start();
  await until((now) => isAtRest(now) && now.outcome === 'inSync');
  const asked = heard.toMain.filter(({ name }) => name === 'token').map(({ id }) => id);
  const told = heard.toEngine.filter(holds);
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ kind, id }) => ({ kind, id }))).toEqual(asked.map((id) => ({ kind: 'answer', id })));
  expect(room.tokensAsked.length).toBe(asked.length);
  expect(heard.toMain.filter(holds)).toEqual([]);
  expect(heard.toMain.some(({ name }) => name === 'log')).toBe(true);
});

test('nor does the thread find it in its environment', async () => {
  const heard = overheard();
  const program = join(import.meta.dirname, 'programs', 'tells-its-environment.ts');
  const room = closed(
    new EngineRoom('http://127.0.0.1:1/api', {
      program,
      environment: { OPENCLAW_SYNC_TOKEN: TOKEN, OPENCLAW_SYNC_LOG: 'info' },
    }),
  );
  room.connect(room.folder('a', {})).session.start();
  await vi.waitFor(() => expect(heard.toMain.length).toBe(1));
  expect(heard.toMain).toMatchObject([{ input: { fields: { platform: 'openclaw-sync-log,path' } } }]);
});
