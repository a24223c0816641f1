import type { InLanguages, Language } from './language.ts';
import type { Reason, ReasonWords } from './model/reason.ts';
import { reasonWords as en } from './words/en/reason-words.ts';
import { reasonWords as ja } from './words/ja/reason-words.ts';
import { reasonWords as ko } from './words/ko/reason-words.ts';
import { reasonWords as zh } from './words/zh/reason-words.ts';

const WORDS: InLanguages<ReasonWords> = { en, ko, ja, zh };

/** The one sentence for a decision. Commands and their JSON speak English. */
export function reasonWords({ code, detail }: Reason, language: Language = 'en'): string {
  const words = WORDS[language][code];
  return detail === undefined ? words : `${words} (${detail})`;
}
