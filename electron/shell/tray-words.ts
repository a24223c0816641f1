import { type InLanguages, type Language, LOCALES } from '../../shared/language.ts';
import type { AppSnapshot, Progress } from '../../shared/model/app-snapshot.ts';
import { statusWords } from '../../shared/status-words.ts';
import { trayMenuWords as en, type TrayMenuWords } from './words/en/tray-menu-words.ts';
import { trayMenuWords as ja } from './words/ja/tray-menu-words.ts';
import { trayMenuWords as ko } from './words/ko/tray-menu-words.ts';
import { trayMenuWords as zh } from './words/zh/tray-menu-words.ts';

const WORDS: InLanguages<TrayMenuWords> = { en, ko, ja, zh };

/** The words of the tray's menu and tooltip in a language. */
export function trayMenuWords(language: Language): TrayMenuWords {
  return WORDS[language];
}

/** The popup's status line, with what the popup shows beside it: how far a sync is, when a pause ends. */
export function trayWords(snapshot: AppSnapshot): string {
  const words = WORDS[snapshot.language];
  const status = statusWords(snapshot);
  if (snapshot.state === 'syncing' && snapshot.progress)
    return words.progress(status, progressWords(words, snapshot.progress));
  if (snapshot.state !== 'paused') return status;
  const { pausedUntil: until, language } = snapshot;
  return until === null || !Number.isFinite(until)
    ? words.pausedUntilResumed(status)
    : words.pausedUntil(status, clockOfDay(until, language));
}

function progressWords(words: TrayMenuWords, { phase, done, total }: Progress): string {
  return total > 0 ? words.of(words.phase(phase), done, total) : words.phase(phase);
}

function clockOfDay(time: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : LOCALES[language];
  const format = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, format).format(time);
}
