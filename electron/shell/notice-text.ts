import type { InLanguages, Language } from '../../shared/language.ts';
import type { Notice } from '../notify/judge-notices.ts';
import { noticeWords as en, type NoticeWords } from './words/en/notice-words.ts';
import { noticeWords as ja } from './words/ja/notice-words.ts';
import { noticeWords as ko } from './words/ko/notice-words.ts';
import { noticeWords as zh } from './words/zh/notice-words.ts';

const WORDS: InLanguages<NoticeWords> = { en, ko, ja, zh };

/** A title and a few lines. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** What a notification says in a language: names of files at most, never what is in them; and of which connection, where there are several. */
export function noticeText(notice: Notice, language: Language, whose: string | null = null): NoticeText {
  const { title, body } = withoutName(notice, language);
  return { title, body: whose === null ? body : `${whose}\n${body}` };
}

function withoutName(notice: Notice, language: Language): NoticeText {
  const words = WORDS[language];
  const { kind, amount } = notice;
  if (kind === 'conflict')
    return { title: words.conflictTitle(amount), body: withPaths(words.conflictBody, notice, words) };
  if (kind === 'held')
    return { title: words.heldTitle(amount), body: withPaths(words.heldBody, notice, words) };
  return words[kind];
}

function withPaths(sentence: string, { paths, amount }: Notice, words: NoticeWords): string {
  const others = amount - paths.length;
  const lines = [...paths, ...(paths.length > 0 && others > 0 ? [words.more(others)] : []), sentence];
  return lines.join('\n');
}
