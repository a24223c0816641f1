import { globSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { projectRoot } from './cruise.ts';
import { unusedWords } from './unused-words.ts';
import { componentWords, wordLiterals } from './word-literals.ts';

/** Names and signs that stay as they are in every language. */
const SAME_EVERYWHERE =
  /GIIP|zh-Hans|(Put|Get)OpenclawSync|DNS|TLS|\bHTTP\b|Openclaw Sync|Openclaw|openclaw-sync( --?[a-z-]+| [a-z]+)*|Agent Token|API URL|API|lssn|\bsk\b|JSON|UTF-8|Windows PowerShell|"INFO"|giipAgent\.cfg|tErrorLogs|OPENCLAW_SYNC_\w+|HTTPS_PROXY|NO_PROXY|--[a-z-]+|https?:\/\/[\w./:-]+|\bhttps?\b|\.openclaw|configs|docs|\bCA\b|\bIT\b|\bgit( stash)?\b|F7|(Shift|Alt|Ctrl)\+\S+|PageDown|PageUp|Enter/gu;
const SCRIPTS = {
  ko: /\p{Script=Hangul}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  zh: /\p{Script=Han}/u,
};

function wordFiles(language: string): readonly string[] {
  return globSync(`{electron,renderer,shared}/**/words/${language}/*.ts`, { cwd: projectRoot }).sort();
}

/** Literals of a language that match, as "file:line text". */
function literals(language: string, matches: (text: string) => boolean): readonly string[] {
  return wordFiles(language).flatMap((file) =>
    wordLiterals(join(projectRoot, file))
      .filter(({ text }) => matches(text))
      .map(({ text, line }) => `${file}:${line} ${text}`),
  );
}

test('every language has every file of words', () => {
  const english = wordFiles('en').map((file) => basename(file));
  expect(english.length).toBeGreaterThan(5);
  for (const language of LANGUAGES)
    expect(wordFiles(language).map((file) => basename(file))).toEqual(english);
});

describe.each(['ko', 'ja', 'zh'] as const)('the words in %s', (language) => {
  test('are translated', () => {
    const isForeign = (text: string): boolean =>
      /\p{Script=Latin}{3}/u.test(text.replaceAll(SAME_EVERYWHERE, '')) && !SCRIPTS[language].test(text);
    expect(literals(language, isForeign)).toEqual([]);
  });

  test('are in this language and no other', () => {
    const others = {
      ko: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
      ja: /\p{Script=Hangul}/u,
      zh: /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    };
    expect(literals(language, (text) => others[language].test(text))).toEqual([]);
  });
});

test.each(['ja', 'zh'] as const)('the words in %s have the marks of their script', (language) => {
  const halfWidth = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}」）][,?!;]/u;
  expect(literals(language, (text) => halfWidth.test(text))).toEqual([]);
});

test('no component has words of its own', () => {
  const said = globSync('renderer/**/*.tsx', { cwd: projectRoot }).flatMap((file) =>
    componentWords(join(projectRoot, file)).map((text) => `${file} ${text}`),
  );
  expect(said).toEqual([]);
});

test('no word is kept that nobody says', () => {
  expect(unusedWords(projectRoot).map((word) => relative(projectRoot, word))).toEqual([]);
});
