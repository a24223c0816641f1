import { inLanguage } from './language.ts';
import * as en from './words/en/preview-text.ts';
import * as ja from './words/ja/preview-text.ts';
import * as ko from './words/ko/preview-text.ts';
import * as zh from './words/zh/preview-text.ts';

/** The words, in the language of this page. */
export const previewText = inLanguage({
  en: en.previewText,
  ko: ko.previewText,
  ja: ja.previewText,
  zh: zh.previewText,
});
