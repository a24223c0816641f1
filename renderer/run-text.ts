import { inLanguage } from './language.ts';
import { runText as en } from './words/en/run-text.ts';
import { runText as ja } from './words/ja/run-text.ts';
import { runText as ko } from './words/ko/run-text.ts';
import { runText as zh } from './words/zh/run-text.ts';

/** A step of the time line, in the language of this page. */
export const runText = inLanguage({ en, ko, ja, zh });
