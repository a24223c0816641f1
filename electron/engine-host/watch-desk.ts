import type { watchWorkspace } from '../workspace/workspace-watcher.ts';
import type { EngineCalls, HostCalls } from './engine-messages.ts';
import type { Answers, MessageChannel } from './message-channel.ts';

export type WatchFolder = typeof watchWorkspace;

type EndWatch = Awaited<ReturnType<WatchFolder>>;

/**
 * Watches folders for the engine's thread, but on Linux. Not in that thread: when it dies while the native library watches there, the
 * next saved file ends the whole program (@parcel/watcher 2.6.0 calls into what is gone), and a second thread could not
 * load the library. What happens here is little: files that were saved are told in one go.
 */
export interface WatchDesk extends Pick<Answers<HostCalls>, 'watch.begin' | 'watch.end'> {
  endAll(): Promise<void>;
}

export function watchDesk(watch: WatchFolder, engine: () => MessageChannel<EngineCalls>): WatchDesk {
  const open = new Map<number, Promise<EndWatch>>();

  async function end(id: number): Promise<void> {
    const opened = open.get(id);
    open.delete(id);
    await (await opened)?.();
  }

  return {
    async 'watch.begin'({ watch: id, folder }) {
      const of = engine();
      const opened = watch(
        folder,
        (...hint) => of.tell('watch.hint', { watch: id, hint }),
        () => of.tell('watch.failed', id),
      );
      open.set(id, opened);
      await opened;
      return null;
    },
    async 'watch.end'(id) {
      await end(id);
      return null;
    },
    async endAll() {
      await Promise.all([...open.keys()].map(end));
    },
  };
}
