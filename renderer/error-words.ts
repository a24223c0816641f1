import { errorWords as wordsIn } from '../shared/error-words.ts';
import type { SyncError } from '../shared/model/sync-error.ts';
import { language } from './language.ts';

/** The sentences for an error, in the language of this page. */
export function errorWords(error: SyncError): ReturnType<typeof wordsIn> {
  return wordsIn(error, language);
}
