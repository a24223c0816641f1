import type { Settings } from './settings.ts';

/** What a person is told about without asking, most urgent first. */
export const NOTICE_KINDS = ['token', 'held', 'conflict', 'stale', 'well'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The switch of each kind; `notifications` is the one over all of them. */
export const NOTICE_SETTINGS = {
  token: 'notifyToken',
  held: 'notifyHeld',
  conflict: 'notifyConflict',
  stale: 'notifyStale',
  well: 'notifyWell',
} as const satisfies Readonly<Record<NoticeKind, keyof Settings>>;
