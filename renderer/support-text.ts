import { inLanguage } from './language.ts';
import * as en from './words/en/support-text.ts';
import * as ja from './words/ja/support-text.ts';
import * as ko from './words/ko/support-text.ts';
import * as zh from './words/zh/support-text.ts';

/** The words, in the language of this page. */
export const supportText = inLanguage({
  en: en.supportText,
  ko: ko.supportText,
  ja: ja.supportText,
  zh: zh.supportText,
});
