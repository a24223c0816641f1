import type { InLanguages, Language } from './language.ts';
import type { AppSnapshot, ConnectionSummary } from './model/app-snapshot.ts';
import type { ErrorCode } from './model/sync-error.ts';
import { statusWords as en } from './words/en/status-words.ts';
import { statusWords as ja } from './words/ja/status-words.ts';
import { statusWords as ko } from './words/ko/status-words.ts';
import { statusWords as zh } from './words/zh/status-words.ts';

const WORDS: InLanguages<typeof en> = { en, ko, ja, zh };

interface Counted {
  readonly state: AppSnapshot['state'];
  readonly pending: number;
  readonly conflicts: number;
  readonly held: number;
  readonly stopped: boolean;
  readonly errorCode: ErrorCode | null;
}

function wordsFor(
  { state, pending, conflicts, held, stopped, errorCode }: Counted,
  language: Language,
): string {
  const words = WORDS[language];
  switch (state) {
    case 'pending':
      return stopped ? words.stopped : words.pending(pending);
    case 'conflict':
      return words.conflict(conflicts);
    case 'held':
      return words.held(held);
    case 'error':
      return errorCode === 'token-refused' ? words.tokenRefused : words.error;
    default:
      return words[state];
  }
}

/** The state in a few words: the popup's status line, the tray's tooltip and the menu's first line say the same. */
export function statusWords({
  state,
  pending,
  conflicts,
  held,
  stopped,
  error,
  language,
}: AppSnapshot): string {
  const counts = { pending: pending.length, conflicts: conflicts.length, held: held.length, stopped };
  return wordsFor({ state, ...counts, errorCode: error?.code ?? null }, language);
}

/** The same of one of several connections. */
export function summaryWords(summary: ConnectionSummary, language: Language): string {
  return wordsFor(summary, language);
}
