import type { InLanguages, Language } from './language.ts';
import type { ErrorCode, SyncError } from './model/sync-error.ts';
import { errorWords as en } from './words/en/error-words.ts';
import { errorWords as ja } from './words/ja/error-words.ts';
import { errorWords as ko } from './words/ko/error-words.ts';
import { errorWords as zh } from './words/zh/error-words.ts';

/** What people read: what happened and what it means for their files; then what to do. */
interface Words {
  readonly message: string;
  readonly help: string;
}

/** Every error of the catalogue has words in every language. */
export type ErrorWords = Readonly<Record<ErrorCode, Words>>;

const WORDS: InLanguages<ErrorWords> = { en, ko, ja, zh };

/**
 * The sentences for an error. The cause in the reporter's words, where there is one, stands in brackets. Commands and
 * their JSON speak English, so that scripts and searches find the same words everywhere.
 */
export function errorWords(error: SyncError, language: Language = 'en'): Words {
  const words = WORDS[language][error.code];
  return error.detail === undefined
    ? words
    : { message: `${words.message} (${error.detail})`, help: words.help };
}
