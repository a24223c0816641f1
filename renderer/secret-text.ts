import { inLanguage } from './language.ts';
import * as en from './words/en/secret-text.ts';
import * as ja from './words/ja/secret-text.ts';
import * as ko from './words/ko/secret-text.ts';
import * as zh from './words/zh/secret-text.ts';

/** The words, in the language of this page. */
export const secretText = inLanguage({
  en: en.secretText,
  ko: ko.secretText,
  ja: ja.secretText,
  zh: zh.secretText,
});
