import { inLanguage } from './language.ts';
import * as en from './words/en/doctor-text.ts';
import * as ja from './words/ja/doctor-text.ts';
import * as ko from './words/ko/doctor-text.ts';
import * as zh from './words/zh/doctor-text.ts';

/** The words, in the language of this page. */
export const doctorText = inLanguage({
  en: en.doctorText,
  ko: ko.doctorText,
  ja: ja.doctorText,
  zh: zh.doctorText,
});
