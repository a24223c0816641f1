import { inLanguage } from './language.ts';
import * as en from './words/en/notifications-text.ts';
import * as ja from './words/ja/notifications-text.ts';
import * as ko from './words/ko/notifications-text.ts';
import * as zh from './words/zh/notifications-text.ts';

/** The words, in the language of this page. */
export const notificationsText = inLanguage({
  en: en.notificationsText,
  ko: ko.notificationsText,
  ja: ja.notificationsText,
  zh: zh.notificationsText,
});
