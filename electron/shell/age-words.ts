import type { TrayMenuWords } from './words/en/tray-menu-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was, short enough for a tooltip. A clock that was set back makes it "just now". */
export function ageWords(words: TrayMenuWords, time: number, now: number): string {
  const age = now - time;
  if (age < MINUTE) return words.justNow;
  if (age < HOUR) return words.minutesAgo(Math.floor(age / MINUTE));
  if (age < DAY) return words.hoursAgo(Math.floor(age / HOUR));
  return words.daysAgo(Math.floor(age / DAY));
}
