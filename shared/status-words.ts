import type { InLanguages } from './language.ts';
import type { AppSnapshot } from './model/app-snapshot.ts';
import { statusWords as en } from './words/en/status-words.ts';
import { statusWords as ja } from './words/ja/status-words.ts';
import { statusWords as ko } from './words/ko/status-words.ts';
import { statusWords as zh } from './words/zh/status-words.ts';

const WORDS: InLanguages<typeof en> = { en, ko, ja, zh };

/** The state in a few words: the popup's status line, the tray's tooltip and the menu's first line say the same. */
export function statusWords({ state, pending, conflicts, held, error, language }: AppSnapshot): string {
  const words = WORDS[language];
  switch (state) {
    case 'pending':
      return words.pending(pending.length);
    case 'conflict':
      return words.conflict(conflicts.length);
    case 'held':
      return words.held(held.length);
    case 'error':
      return error?.code === 'token-refused' ? words.tokenRefused : words.error;
    default:
      return words[state];
  }
}
