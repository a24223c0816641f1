import { isDeepStrictEqual } from 'node:util';
import type { BrowserWindow, IpcMainInvokeEvent, WebContents } from 'electron';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PAYLOAD_SCHEMAS } from '../../../electron/ipc/payload-schemas.ts';
import type { CallServer } from '../../../electron/ipc/serve-calls.ts';
import type { CallName } from '../../../shared/ipc/contract.ts';
import { CALL_NAMES } from '../../../shared/ipc/names.ts';
import { ERROR_CODES, ok } from '../../../shared/model/sync-error.ts';
import { CANARY, payloadsFor } from './payload-arbitraries.ts';

vi.mock('electron', () => ({ ipcMain: { handle: () => undefined } }));
const { answerCall } = await import('../../../electron/ipc/serve-calls.ts');

const PAYLOADS = 10_000;
const SEED = 20_261_123;
const ORIGIN = 'app://openclaw-sync';
const contents = {} as WebContents;
const event = {
  senderFrame: { parent: null, origin: ORIGIN },
  sender: contents,
} as unknown as IpcMainInvokeEvent;

/** What came through to the handlers, and what the log was told, of the payload at hand. */
const seen: { inputs: unknown[]; logged: unknown[] } = { inputs: [], logged: [] };
let calls = 0;

/** Answers, fails and throws in turn: whatever a handler does, the window gets data. */
async function handler(input: unknown): Promise<unknown> {
  seen.inputs.push(input);
  calls += 1;
  if (calls % 7 === 0) throw new Error(CANARY);
  return ok(null);
}

const handlers = Object.fromEntries(CALL_NAMES.map((name) => [name, handler]));
const server: CallServer = {
  trust: { origin: ORIGIN, windowOf: () => ({}) as BrowserWindow },
  handlersFor: () => handlers as never,
  log: (_level, eventName, fields) => seen.logged.push(eventName, { ...fields, cause: undefined }),
};

function isResult(answer: unknown): boolean {
  const { ok: isOk, error } = answer as { ok?: unknown; error?: { code?: never } };
  return isOk === true || (isOk === false && ERROR_CODES.includes(error?.code as never));
}

/** Plain data and nothing else: what a handler may be given, whatever its schema says. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return value.length <= 5 * 1024 * 1024;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  const isList = Array.isArray(value);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== (isList ? Array.prototype : Object.prototype)) return false;
  const names = Object.keys(value);
  if (names.includes('__proto__') || (isList && names.length !== value.length)) return false;
  return Object.values(value).every(isPlain);
}

/** Says what is wrong, or null. */
async function trouble(name: CallName, payload: unknown): Promise<string | null> {
  seen.inputs = [];
  seen.logged = [];
  const answer = await answerCall(server, name, event, payload);
  if (!isResult(answer)) return `answered ${JSON.stringify(answer)}`;
  const isAccepted = PAYLOAD_SCHEMAS[name].safeParse(payload).success;
  if (seen.inputs.length !== (isAccepted ? 1 : 0)) return `${seen.inputs.length} handlers were called`;
  for (const input of seen.inputs) {
    if (!isPlain(input)) return 'the handler got what is no plain data';
    // A Set with nothing that the schema asks for comes through as an empty object.
    if (isPlain(payload) && !isDeepStrictEqual(input, payload)) return 'the handler got something else';
  }
  return JSON.stringify(seen.logged).includes(CANARY) ? 'the log was told a payload' : null;
}

const before = Reflect.ownKeys(Object.prototype);

beforeAll(() => {
  calls = 0;
});

afterAll(() => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe.each(CALL_NAMES.map((name) => [name] as const))('%s', (name) => {
  test(`${PAYLOADS} payloads: only what fits comes through, and every answer is data`, async () => {
    const payloads = fc.sample(payloadsFor(PAYLOAD_SCHEMAS[name]), { numRuns: PAYLOADS, seed: SEED });
    let accepted = 0;
    for (const [at, payload] of payloads.entries()) {
      // As it comes over the border: without prototypes, functions and symbols.
      const found = await trouble(name, structuredClone(payload));
      if (found !== null) throw new Error(`payload ${at} of seed ${SEED}: ${found}`);
      accepted += seen.inputs.length;
    }
    expect(accepted).toBeGreaterThan(PAYLOADS / 20);
    expect(accepted).toBeLessThan(PAYLOADS);
  });
});
