import { inLanguage } from './language.ts';
import * as en from './words/en/managed-text.ts';
import * as ja from './words/ja/managed-text.ts';
import * as ko from './words/ko/managed-text.ts';
import * as zh from './words/zh/managed-text.ts';

/** The words, in the language of this page. */
export const managedText = inLanguage({
  en: en.managedText,
  ko: ko.managedText,
  ja: ja.managedText,
  zh: zh.managedText,
});
