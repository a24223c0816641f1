import type { EngineCalls, HostCalls } from './engine-messages.ts';
import type { Answers, MessageChannel } from './message-channel.ts';
import type { WatchFolder } from './watch-desk.ts';

type WatchTold = 'watch.hint' | 'watch.failed';

export interface CarriedWatch {
  readonly watch: WatchFolder;
  readonly answers: Pick<Answers<EngineCalls>, WatchTold>;
}

interface Watching {
  readonly onHint: Parameters<WatchFolder>[1];
  readonly onError: Parameters<WatchFolder>[2];
}

/** Folders that are watched on the other side (`watch-desk.ts` says why). */
export function carriedWatch(host: MessageChannel<HostCalls>): CarriedWatch {
  const known = new Map<number, Watching>();
  let last = 0;
  return {
    async watch(folder, onHint, onError) {
      last += 1;
      const id = last;
      known.set(id, { onHint, onError });
      await host.ask('watch.begin', { watch: id, folder });
      return async () => {
        known.delete(id);
        await host.ask('watch.end', id);
      };
    },
    answers: {
      'watch.hint': ({ watch, hint }) => known.get(watch)?.onHint(...hint),
      'watch.failed': (watch) => known.get(watch)?.onError(new Error('the folder cannot be watched')),
    },
  };
}
