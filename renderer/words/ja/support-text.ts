import { countText } from '../../count-text.ts';
import type { SupportText } from '../en/support-text.ts';

/** The window that makes a support bundle, in Japanese. */
export const supportText: SupportText = {
  open: 'サポート用ファイルを作成…',
  openHint:
    'サポートが必要とする内容を 1 つのファイルにまとめます。先にすべてを確認でき、何も送信されません。',
  title: 'サポート用ファイル',
  intro:
    'サポートが必要とする内容を 1 つの圧縮ファイルにまとめます。このコンピューターの外には何も出ません。内容を確認して保存し、サポート担当者に渡してください。',
  without: 'Agent Token とファイルの本文は決して含まれません。',
  names: 'ファイル名を含める',
  namesHint: '含めない場合、各ファイルは docs/3f9a1c07.md のような代わりの名前で示されます。',
  collecting: '集めています…',
  list: '含まれるファイル',
  size: (files, bytes) => `${countText.files(files)}、圧縮前 ${countText.bytes(bytes)}。`,
  fileSize: (bytes, isCut) => (isCut ? `${countText.bytes(bytes)}、末尾のみ` : countText.bytes(bytes)),
  textOf: (name) => `${name} の内容`,
  empty: 'このファイルは空です。',
  save: '保存…',
  again: 'もう一度集める',
  saved: (name) => `${name} として保存しました。何も送信されていません。`,
};
