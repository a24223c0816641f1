import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CallName, CallOutput } from '../../shared/ipc/contract.ts';
import { CALL_NAMES } from '../../shared/ipc/names.ts';
import type { WriteLog } from '../../shared/log-events.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import { PAYLOAD_SCHEMAS } from './payload-schemas.ts';
import { type Trust, trustedWindow } from './trusted-window.ts';

/** One function per call, for the window that called. */
export type CallHandlers = {
  readonly [N in CallName]: (input: never) => Promise<Result<CallOutput<N>>>;
};

export interface CallServer {
  readonly trust: Trust;
  readonly handlersFor: (window: BrowserWindow) => CallHandlers;
  /** Never receives a payload: it may hold the token. */
  readonly log: WriteLog;
}

/** Serves every call of the contract, and no other channel exists. */
export function serveCalls(server: CallServer): void {
  for (const name of CALL_NAMES) {
    ipcMain.handle(name, (event, payload: unknown) => answerCall(server, name, event, payload));
  }
}

/** Sender first, then payload, then the handler; whatever goes wrong is answered as data. */
export async function answerCall(
  server: CallServer,
  name: CallName,
  event: IpcMainInvokeEvent,
  payload: unknown,
): Promise<Result<unknown>> {
  const window = trustedWindow(event, server.trust);
  if (window === null) return refuse(server, name, 'sender');
  const input = PAYLOAD_SCHEMAS[name].safeParse(payload);
  if (!input.success) {
    const [issue] = input.error.issues;
    return refuse(server, name, issue?.code ?? 'payload', issue?.path.join('.'));
  }
  try {
    return await handlerOf(server.handlersFor(window), name)(input.data);
  } catch (cause) {
    server.log('error', 'call-failed', { call: name, cause });
    return fail('unexpected');
  }
}

function refuse(server: CallServer, call: CallName, why: string, place?: string): Result<never> {
  server.log('warn', 'call-refused', { call, why, place });
  return fail('unexpected');
}

/** The schema has shown that the input fits the call, which the compiler cannot follow across the union of calls. */
function handlerOf(handlers: CallHandlers, name: CallName): (input: unknown) => Promise<Result<unknown>> {
  return handlers[name] as (input: unknown) => Promise<Result<unknown>>;
}
