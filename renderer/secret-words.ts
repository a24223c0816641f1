import type { SecretPlace } from '../shared/model/secret.ts';
import { placeWords as wordsIn } from '../shared/secret-words.ts';
import { language } from './language.ts';

/** Where a secret stands and what it looks like, in the language of this page. */
export function placeWords(place: SecretPlace): string {
  return wordsIn(place, language);
}
