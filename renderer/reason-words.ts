import type { Reason } from '../shared/model/reason.ts';
import { reasonWords as wordsIn } from '../shared/reason-words.ts';
import { language } from './language.ts';

/** The one sentence for a decision, in the language of this page. */
export function reasonWords(reason: Reason): string {
  return wordsIn(reason, language);
}
