import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import { NOTICE_SETTINGS, type NoticeKind } from '../../shared/model/notice.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { Clock } from '../sync/ports.ts';
import { judgeNotices, type Notice } from './judge-notices.ts';
import { mattersOf } from './matters.ts';
import type { NoticeKeeper } from './notice-file.ts';

export interface NoticesOptions {
  readonly clock: Clock;
  readonly keeper: NoticeKeeper;
  /** Null when they cannot be read: then nothing is said. */
  readonly settings: () => Promise<Settings | null>;
  /** In a window that shows this connection. */
  readonly isShown: (kind: NoticeKind, connection: string) => boolean;
  readonly show: (notice: Notice, snapshots: readonly AppSnapshot[]) => void;
  /** Takes back what stands on the screen under this name. */
  readonly withdraw: (name: string) => void;
}

export interface Notices {
  /** One of each connection. */
  follow(...snapshots: readonly AppSnapshot[]): void;
}

/** What happens within this time is one thing to a person. */
const GATHER_MS = 1_500;

/** Follows the snapshots and tells a person what has changed for them: once, in few words, seldom. */
export function createNotices(options: NoticesOptions): Notices {
  const { clock, keeper } = options;
  let memory = keeper.load();
  let latest: readonly AppSnapshot[] = [];
  let isGathering = false;
  let endRetry: () => void = () => undefined;

  async function judge(): Promise<void> {
    isGathering = false;
    const settings = await options.settings();
    // A rehearsal is a play: its conflicts are nobody's.
    const real = latest.filter(({ rehearsal, connection }) => !rehearsal && connection !== null);
    if (settings === null || real.length === 0) return;
    const now = clock.now();
    const allows = (kind: NoticeKind): boolean => settings.notifications && settings[NOTICE_SETTINGS[kind]];
    const judged = judgeNotices(memory, mattersOf(real, now), { now, allows, isShown: options.isShown });
    if (JSON.stringify(judged.memory) !== JSON.stringify(memory)) keeper.save(judged.memory);
    memory = judged.memory;
    for (const name of judged.over) options.withdraw(name);
    for (const notice of judged.notices) options.show(notice, real);
    endRetry();
    if (judged.again !== null) endRetry = clock.after(judged.again - now, () => void judge());
  }

  return {
    follow(...snapshots) {
      latest = snapshots;
      if (isGathering) return;
      isGathering = true;
      clock.after(GATHER_MS, () => void judge());
    },
  };
}
