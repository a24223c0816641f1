import type { InLanguages, Language } from './language.ts';
import type { SecretPlace } from './model/secret.ts';
import { secretWords as en } from './words/en/secret-words.ts';
import { secretWords as ja } from './words/ja/secret-words.ts';
import { secretWords as ko } from './words/ko/secret-words.ts';
import { secretWords as zh } from './words/zh/secret-words.ts';

const WORDS: InLanguages<typeof en> = { en, ko, ja, zh };

/** `Line 3: a private key`. The secret itself is named nowhere. Commands speak English. */
export function placeWords({ line, kind }: SecretPlace, language: Language = 'en'): string {
  const words = WORDS[language];
  return words.place(line, words[kind]);
}
