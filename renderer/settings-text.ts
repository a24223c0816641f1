import { inLanguage } from './language.ts';
import { settingsText as en } from './words/en/settings-text.ts';
import { settingsText as ja } from './words/ja/settings-text.ts';
import { settingsText as ko } from './words/ko/settings-text.ts';
import { settingsText as zh } from './words/zh/settings-text.ts';

/** The words of the settings window, in the language of this page. */
export const settingsText = inLanguage({ en, ko, ja, zh });
