import type { AppSnapshot, Progress } from '../../shared/model/app-snapshot.ts';

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  scanning: 'looking at the folder',
  pulling: 'asking GIIP',
  applying: 'fetching',
  pushing: 'sending',
  verifying: 'checking what GIIP holds',
};

/** The state in a few words: tooltip, menu and the popup's status line say the same. */
export function stateWords(snapshot: AppSnapshot): string {
  const { state, pending, conflicts, held } = snapshot;
  switch (state) {
    case 'setup':
      return 'Not connected yet';
    case 'inStep':
      return 'Everything is in step';
    case 'pending':
      return `${count(pending.length, 'change')} to send`;
    case 'syncing':
      return syncingWords(snapshot.progress);
    case 'paused':
      return pausedWords(snapshot.pausedUntil);
    case 'offline':
      return 'Waiting for GIIP';
    case 'conflict':
      return `${count(conflicts.length, 'conflict')} to resolve`;
    case 'held':
      return `${count(held.length, 'item')} to review`;
    case 'error':
      return snapshot.error?.code === 'token-refused' ? 'GIIP refused the token' : 'Needs your attention';
  }
}

function count(amount: number, thing: string): string {
  return amount === 1 ? `1 ${thing}` : `${amount} ${thing}s`;
}

function syncingWords(progress: Progress | null): string {
  if (progress === null) return 'Syncing';
  const amount = progress.total > 0 ? ` ${progress.done} of ${progress.total}` : '';
  return `Syncing: ${PHASES[progress.phase]}${amount}`;
}

function pausedWords(until: number | null): string {
  if (until === null || !Number.isFinite(until)) return 'Paused until you resume';
  const time = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return `Paused until ${time.format(until)}`;
}
