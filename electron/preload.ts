import { contextBridge, ipcRenderer } from 'electron';
import type { Api } from '../shared/ipc/contract.ts';
import { CALL_NAMES, EVENT_NAMES } from '../shared/ipc/names.ts';

const calls: ReadonlySet<string> = new Set(CALL_NAMES);
const events: ReadonlySet<string> = new Set(EVENT_NAMES);

/** The whole bridge: named calls and named events, nothing of Electron. */
const api: Api = {
  call(name, input) {
    if (!calls.has(name)) return Promise.reject(new Error('There is no such call.'));
    return ipcRenderer.invoke(name, input);
  },

  on(name, listener) {
    if (!events.has(name)) throw new Error('There is no such event.');
    // Electron's event object stays here: it would hand the page a way to send anything.
    const pass = (_event: unknown, value: Parameters<typeof listener>[0]): void => listener(value);
    ipcRenderer.on(name, pass);
    return () => void ipcRenderer.off(name, pass);
  },
};

contextBridge.exposeInMainWorld('api', api);
