import { inLanguage } from './language.ts';
import { text as en } from './words/en/text.ts';
import { text as ja } from './words/ja/text.ts';
import { text as ko } from './words/ko/text.ts';
import { text as zh } from './words/zh/text.ts';

/** The words of the popup, and those that several windows say, in the language of this page. */
export const text = inLanguage({ en, ko, ja, zh });
