import { type InLanguages, type Language, LOCALES, languageFor } from '../shared/language.ts';

/**
 * The language of this page, for as long as it is loaded: main writes it into the page that it serves and loads the page
 * anew when it is changed.
 */
export const language: Language = languageFor([globalThis.document?.documentElement.lang ?? '']);

/** The locale of this page, for Intl. */
export const locale: string = LOCALES[language];

/** Of words in every language, those of this page. */
export function inLanguage<T>(words: InLanguages<T>): T {
  return words[language];
}
