import type { Notice } from './notices.ts';

const last = (lastSuccess: string | null): string =>
  lastSuccess === null ? 'There has been no success yet.' : `Last success: ${lastSuccess}.`;

/** The sentences of the system log. They name a folder and a stable code, never a document. */
export const noticeWords = {
  failing: (workspace: string, { code, lastSuccess }: Extract<Notice, { kind: 'failing' }>) =>
    `Syncing ${workspace} fails (${code}). It is tried again by itself. ${last(lastSuccess)}`,
  noSuccess: (workspace: string, { hours, lastSuccess }: Extract<Notice, { kind: 'noSuccess' }>) =>
    `No success in syncing ${workspace} for ${hours} ${hours === 1 ? 'hour' : 'hours'}. ${last(lastSuccess)} "openclaw-sync doctor" says what to fix.`,
  well: (workspace: string) => `Syncing ${workspace} works again.`,
} as const;
