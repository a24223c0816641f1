import { inLanguage } from './language.ts';
import * as en from './words/en/setup-text.ts';
import * as ja from './words/ja/setup-text.ts';
import * as ko from './words/ko/setup-text.ts';
import * as zh from './words/zh/setup-text.ts';

/** The words, in the language of this page. */
export const setupText = inLanguage({
  en: en.setupText,
  ko: ko.setupText,
  ja: ja.setupText,
  zh: zh.setupText,
});
