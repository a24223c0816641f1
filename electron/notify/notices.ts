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
  readonly isShown: (kind: NoticeKind) => boolean;
  readonly show: (notice: Notice, snapshot: AppSnapshot) => void;
  /** Takes back what stands on the screen about this kind. */
  readonly withdraw: (kind: NoticeKind) => void;
}

export interface Notices {
  follow(snapshot: AppSnapshot): void;
}

/** What happens within this time is one thing to a person. */
const GATHER_MS = 1_500;

/** Follows the snapshots and tells a person what has changed for them: once, in few words, seldom. */
export function createNotices(options: NoticesOptions): Notices {
  const { clock, keeper } = options;
  let memory = keeper.load();
  let latest: AppSnapshot | null = null;
  let isGathering = false;
  let endRetry: () => void = () => undefined;

  async function judge(): Promise<void> {
    isGathering = false;
    const settings = await options.settings();
    // A rehearsal is a play: its conflicts are nobody's.
    if (settings === null || latest === null || latest.rehearsal || latest.connection === null) return;
    const now = clock.now();
    const allows = (kind: NoticeKind): boolean => settings.notifications && settings[NOTICE_SETTINGS[kind]];
    const judged = judgeNotices(memory, mattersOf(latest, now), { now, allows, isShown: options.isShown });
    if (JSON.stringify(judged.memory) !== JSON.stringify(memory)) keeper.save(judged.memory);
    memory = judged.memory;
    for (const kind of judged.over) options.withdraw(kind);
    for (const notice of judged.notices) options.show(notice, latest);
    endRetry();
    if (judged.again !== null) endRetry = clock.after(judged.again - now, () => void judge());
  }

  return {
    follow(snapshot) {
      latest = snapshot;
      if (isGathering) return;
      isGathering = true;
      clock.after(GATHER_MS, () => void judge());
    },
  };
}
