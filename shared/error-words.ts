import type { InLanguages, Language } from './language.ts';
import type { ErrorSentences, ErrorWords, SyncError } from './model/sync-error.ts';
import { errorWords as en } from './words/en/error-words.ts';
import { errorWords as ja } from './words/ja/error-words.ts';
import { errorWords as ko } from './words/ko/error-words.ts';
import { errorWords as zh } from './words/zh/error-words.ts';

const WORDS: InLanguages<ErrorWords> = { en, ko, ja, zh };

/**
 * The sentences for an error. The cause in the reporter's words, where there is one, stands in brackets. Commands and
 * their JSON speak English, so that scripts and searches find the same words everywhere.
 */
export function errorWords(error: SyncError, language: Language = 'en'): ErrorSentences {
  const words = WORDS[language][error.code];
  return error.detail === undefined
    ? words
    : { message: `${words.message} (${error.detail})`, help: words.help };
}
