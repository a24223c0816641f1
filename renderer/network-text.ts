import { inLanguage } from './language.ts';
import * as en from './words/en/network-text.ts';
import * as ja from './words/ja/network-text.ts';
import * as ko from './words/ko/network-text.ts';
import * as zh from './words/zh/network-text.ts';

/** The words, in the language of this page. */
export const networkText = inLanguage({
  en: en.networkText,
  ko: ko.networkText,
  ja: ja.networkText,
  zh: zh.networkText,
});
