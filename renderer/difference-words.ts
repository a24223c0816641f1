import { inLanguage } from './language.ts';
import * as en from './words/en/difference-words.ts';
import * as ja from './words/ja/difference-words.ts';
import * as ko from './words/ko/difference-words.ts';
import * as zh from './words/zh/difference-words.ts';

/** What differs between two sides, in the language of this page. */
export const differenceWords = inLanguage({
  en: en.differenceWords,
  ko: ko.differenceWords,
  ja: ja.differenceWords,
  zh: zh.differenceWords,
});
