import type { AppSnapshot, Progress } from '../../shared/model/app-snapshot.ts';
import { statusWords } from '../../shared/status-words.ts';

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  scanning: 'looking at the folder',
  pulling: 'asking GIIP',
  applying: 'fetching',
  pushing: 'sending',
  verifying: 'checking what GIIP holds',
};

/** The popup's status line, with what the popup shows beside it: how far a sync is, when a pause ends. */
export function trayWords(snapshot: AppSnapshot): string {
  const words = statusWords(snapshot);
  if (snapshot.state === 'syncing' && snapshot.progress)
    return `${words}: ${progressWords(snapshot.progress)}`;
  return snapshot.state === 'paused' ? `${words} until ${pauseEnd(snapshot.pausedUntil)}` : words;
}

function progressWords({ phase, done, total }: Progress): string {
  return total > 0 ? `${PHASES[phase]} ${done} of ${total}` : PHASES[phase];
}

function pauseEnd(until: number | null): string {
  if (until === null || !Number.isFinite(until)) return 'you resume';
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
    until,
  );
}
