import type { DoctorFix } from '../../../shared/model/doctor.ts';
import { countText } from '../../count-text.ts';
import type { DoctorGroup, DoctorText } from '../en/doctor-text.ts';

const GROUPS: Readonly<Record<DoctorGroup, string>> = {
  computer: '此电脑',
  way: '到 GIIP 的路径',
  giip: 'GIIP',
  desktop: '此桌面',
  step: '是否一致',
};

const FIXES: Readonly<Record<DoctorFix, string>> = {
  connection: '更改连接',
  settings: '打开设置',
  folder: '打开文件夹',
  sync: '立即同步',
};

/** The window that checks the connection, in simplified Chinese. */
export const doctorText: DoctorText = {
  title: '连接检查',
  intro: '检查同步所需的一切。两边都不会有任何更改。',
  open: '检查连接…',
  findOut: '查明原因…',
  group: (group) => GROUPS[group],
  checking: (group) => `正在检查：${GROUPS[group]}…`,
  progress: (done, total) => `${countText.number(done)} / ${countText.number(total)}`,
  progressName: '进度',
  waiting: '等待中',
  running: '正在检查…',
  well: '没有什么妨碍同步。',
  problems: (amount, first) =>
    amount === 1
      ? `有一个问题妨碍同步：${first}。`
      : `有 ${countText.number(amount)} 个问题妨碍同步。请先看：${first}。`,
  warnings: (amount) => `有 ${countText.number(amount)} 项需要注意。`,
  cardTitle: (status, check) => `${status}：${check}`,
  fix: (fix) => FIXES[fix],
  fixFor: (action, check) => `${action}：${check}`,
  again: '重新检查',
  copy: '复制报告',
  save: '保存报告…',
  copied: '已复制：不含令牌、正文和文档名称。',
  saved: '已保存：不含令牌、正文和文档名称。',
};
