import type { Api } from '../shared/ipc/contract.ts';
import { fail } from '../shared/model/sync-error.ts';

declare global {
  interface Window {
    /** Put there by preload; nothing else of the renderer touches it. */
    readonly api: Api;
  }
}

/** The bridge to the main process. A broken bridge answers like any other failure instead of throwing. */
export const api: Api = {
  async call(name, input) {
    try {
      return await window.api.call(name, input);
    } catch (cause) {
      return fail('unexpected', cause instanceof Error ? cause.message.slice(0, 300) : undefined);
    }
  },
  on: (name, listener) => window.api.on(name, listener),
};
