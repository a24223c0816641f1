import { inLanguage } from './language.ts';
import { compareText as en } from './words/en/compare-text.ts';
import { compareText as ja } from './words/ja/compare-text.ts';
import { compareText as ko } from './words/ko/compare-text.ts';
import { compareText as zh } from './words/zh/compare-text.ts';

/** The words of the window that compares configs, in the language of this page. */
export const compareText = inLanguage({ en, ko, ja, zh });
