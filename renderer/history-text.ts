import { inLanguage } from './language.ts';
import * as en from './words/en/history-text.ts';
import * as ja from './words/ja/history-text.ts';
import * as ko from './words/ko/history-text.ts';
import * as zh from './words/zh/history-text.ts';

/** The words, in the language of this page. */
export const historyText = inLanguage({
  en: en.historyText,
  ko: ko.historyText,
  ja: ja.historyText,
  zh: zh.historyText,
});

/** The words, in the language of this page. */
export const compareText = inLanguage({
  en: en.compareText,
  ko: ko.compareText,
  ja: ja.compareText,
  zh: zh.compareText,
});

/** The words, in the language of this page. */
export const whyText = inLanguage({ en: en.whyText, ko: ko.whyText, ja: ja.whyText, zh: zh.whyText });
