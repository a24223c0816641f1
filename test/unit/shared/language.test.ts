import { expect, test } from 'vitest';
import { LANGUAGES, LOCALES, languageFor } from '../../../shared/language.ts';

test.each([
  [['ko-KR'], 'ko'],
  [['ja'], 'ja'],
  [['ja_JP.UTF-8'], 'ja'],
  [['zh-Hans-CN', 'en'], 'zh'],
  [['zh-TW'], 'zh'],
  [['KO-kr'], 'ko'],
  [['de-DE', 'fr', 'ko', 'ja'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['de-DE'], 'en'],
  [['C'], 'en'],
  [['kok-IN'], 'en'],
  [[''], 'en'],
  [[], 'en'],
])('a desktop that speaks %j is spoken to in %s', (preferred, language) => {
  expect(languageFor(preferred)).toBe(language);
});

test.each(LANGUAGES)('Intl knows the locale of %s', (language) => {
  expect(Intl.DateTimeFormat.supportedLocalesOf(LOCALES[language])).toEqual([LOCALES[language]]);
  expect(Intl.PluralRules.supportedLocalesOf(LOCALES[language])).toHaveLength(1);
});
