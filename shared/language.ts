/** The languages that the windows, the tray and notifications speak. `zh` is written in simplified characters. */
export const LANGUAGES = ['en', 'ko', 'ja', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language: a missing one does not compile. */
export type InLanguages<T> = Readonly<Record<Language, T>>;

/** Each in its own language, so that people find theirs in whatever stands there now. */
export const LANGUAGE_NAMES: InLanguages<string> = {
  en: 'English',
  ko: '한국어',
  ja: '日本語',
  zh: '简体中文',
};

/** What Intl is asked for, so that dates, numbers and plurals follow the language of the words around them. */
export const LOCALES: InLanguages<string> = { en: 'en', ko: 'ko', ja: 'ja', zh: 'zh-Hans' };

/** The first language of a list of BCP 47 tags, best first, that we speak; English where we speak none of them. */
export function languageFor(preferred: readonly string[]): Language {
  const primary = preferred.map((tag) => tag.toLowerCase().split(/[-_.@]/u)[0]);
  return primary.map((tag) => LANGUAGES.find((one) => one === tag)).find((one) => one !== undefined) ?? 'en';
}
