import type { DoctorFix } from '../../../shared/model/doctor.ts';
import { countText } from '../../count-text.ts';
import type { DoctorGroup, DoctorText } from '../en/doctor-text.ts';

const GROUPS: Readonly<Record<DoctorGroup, string>> = {
  computer: 'このコンピューター',
  way: 'GIIP までの経路',
  giip: 'GIIP',
  desktop: 'このデスクトップ',
  step: '一致しているか',
};

const FIXES: Readonly<Record<DoctorFix, string>> = {
  connection: '接続を変更',
  settings: '設定を開く',
  folder: 'フォルダーを開く',
  sync: '今すぐ同期',
};

/** The window that checks the connection, in Japanese. */
export const doctorText: DoctorText = {
  title: '接続の診断',
  intro: '同期に必要なものをすべて確かめます。どちら側も変更しません。',
  open: '接続を診断…',
  findOut: '原因を調べる…',
  group: (group) => GROUPS[group],
  checking: (group) => `確認中：${GROUPS[group]}…`,
  progress: (done, total) => `${countText.number(total)} 件中 ${countText.number(done)} 件`,
  progressName: '進行状況',
  waiting: '待機中',
  running: '確認中…',
  well: '同期を妨げるものはありません。',
  problems: (amount, first) =>
    amount === 1
      ? `同期を妨げる問題が 1 つあります：${first}。`
      : `同期を妨げる問題が ${countText.number(amount)} つあります。まず：${first}。`,
  warnings: (amount) => `注意が必要な項目が ${countText.number(amount)} 件あります。`,
  cardTitle: (status, check) => `${status}：${check}`,
  fix: (fix) => FIXES[fix],
  fixFor: (action, check) => `${action}：${check}`,
  again: 'もう一度診断',
  copy: 'レポートをコピー',
  save: 'レポートを保存…',
  copied: 'コピーしました。トークン、本文、ドキュメント名は含まれません。',
  saved: '保存しました。トークン、本文、ドキュメント名は含まれません。',
};
