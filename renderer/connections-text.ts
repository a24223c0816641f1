import { inLanguage } from './language.ts';
import { connectionsText as en } from './words/en/connections-text.ts';
import { connectionsText as ja } from './words/ja/connections-text.ts';
import { connectionsText as ko } from './words/ko/connections-text.ts';
import { connectionsText as zh } from './words/zh/connections-text.ts';

/** The words about several connections, in the language of this page. */
export const connectionsText = inLanguage({ en, ko, ja, zh });
