import { inLanguage } from './language.ts';
import * as en from './words/en/updates-text.ts';
import * as ja from './words/ja/updates-text.ts';
import * as ko from './words/ko/updates-text.ts';
import * as zh from './words/zh/updates-text.ts';

/** The words, in the language of this page. */
export const updatesText = inLanguage({
  en: en.updatesText,
  ko: ko.updatesText,
  ja: ja.updatesText,
  zh: zh.updatesText,
});
