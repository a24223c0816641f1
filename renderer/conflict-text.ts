import { inLanguage } from './language.ts';
import * as en from './words/en/conflict-text.ts';
import * as ja from './words/ja/conflict-text.ts';
import * as ko from './words/ko/conflict-text.ts';
import * as zh from './words/zh/conflict-text.ts';

/** The words, in the language of this page. */
export const conflictText = inLanguage({
  en: en.conflictText,
  ko: ko.conflictText,
  ja: ja.conflictText,
  zh: zh.conflictText,
});
