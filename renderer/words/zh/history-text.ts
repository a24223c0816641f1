import type { HistoryVersion } from '../../../shared/model/change.ts';
import type { RestoreStep } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/sync-report.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { CompareText, HistoryText, WhyText } from '../en/history-text.ts';

const { files, number } = countText;

const ORIGINS: Readonly<Record<HistoryVersion['origin'], string>> = {
  local: '在此电脑上编写',
  server: '来自 GIIP',
  merged: '由两边合并',
};

const OUTCOMES: Readonly<Record<Outcome, string | null>> = {
  inSync: null,
  conflicts: '有冲突待处理',
  held: '暂缓，待查看',
  unauthorized: '令牌被拒绝',
  offline: '无法连接 GIIP',
  failed: '失败',
  usage: '失败',
  busy: '另一个进程正在工作',
};

const CHANGES: Readonly<Record<RestoreStep['change'], (amount: number) => string>> = {
  replace: (amount) => `${files(amount)}将替换为以前的版本`,
  create: (amount) => `${files(amount)}将被放回`,
  delete: (amount) => `${files(amount)}将像以前一样从此电脑移除`,
  unavailable: (amount) => `${files(amount)}无法恢复：以前的内容已不再保留`,
};

/** The words of the history window, in simplified Chinese. */
export const historyText: HistoryText = {
  title: '历史记录',
  views: '历史记录的显示方式',
  timeLine: '按时间',
  byFile: '按文件',
  loading: '正在加载…',
  older: '显示更早的记录',
  noRuns: '还没有任何更改。每次有更改的同步都会显示在这里。',
  noFiles: '还没有保留以前的版本。',
  noMatch: '没有名称包含这些文字的文件。',
  filter: '筛选文件',
  choose: '选择一个文件以查看其以前的版本。',
  outcome: (outcome) => (outcome === null ? null : OUTCOMES[outcome]),
  by: { sync: '由同步完成', decision: '由您选择', restore: '应您的要求', undo: '应您的要求' },
  changes: '更改内容',
  versionsOf: (path) => `显示 ${path} 的版本`,
  undoRun: (kind) => (kind === 'sync' ? '撤消此次同步…' : '撤消…'),
  restoreTo: '将文件夹恢复到此时…',
  cannotUndo: '它没有替换此电脑上的任何文件，因此这里没有可撤消的内容。',
  plan: {
    undoTitle: ({ kind }) => {
      if (kind === 'sync') return '撤消此次同步？';
      return kind === 'undo' ? '还原此次撤消？' : '撤消此操作？';
    },
    restoreTitle: (time) => `将文件夹恢复到 ${timeText.exact(time)} 的状态？`,
    note: '这是一次普通的更改：现有内容会被保留，下次同步会将其发送到 GIIP，而且它本身也可以撤消。',
    looking: '正在查看会有什么结果…',
    changes: (change, amount) => CHANGES[change](amount),
    nothing: '没有可恢复的内容：这些文件与当时相同。',
    nothingToUndo: '没有可以撤消的更改。',
    all: '所有文件',
    undo: (amount) => `撤消 ${files(amount)}`,
    restore: (amount) => (amount === 0 ? '选择要恢复的文件' : `恢复 ${files(amount)}`),
    working: '正在处理…',
    cancel: '取消',
  },
  done: {
    title: '处理结果',
    put: (amount) => `${files(amount)}已恢复原状。下次同步会将其发送到 GIIP。`,
    key: (key) => `“${key}”已恢复以前的值。下次同步会将其发送到 GIIP。`,
    none: '没有任何更改。',
    failed: (amount) => `${files(amount)}保持原样：`,
    undo: '撤消',
    undone: (amount) => `已撤消：${files(amount)}回到刚才的状态。下次同步会将其发送到 GIIP。`,
  },
  versions: {
    title: '版本',
    none: '没有保留此文件以前的版本。',
    origin: (origin) => ORIGINS[origin],
    at: (time) => `${timeText.exact(time)} 的版本`,
    restore: '恢复此版本',
    same: '与现在的文件相同。',
    asNow: ',与现在相同',
    gone: '此文件现在不在此电脑上。当时的内容如下：',
    compared: '与现在的文件比较',
  },
  keys: {
    title: '不同的设置',
    key: '设置',
    before: '此版本',
    now: '现在',
    action: '恢复',
    absent: '不存在',
    restore: '恢复此键',
  },
};

/** The words of a comparison of two texts, in simplified Chinese. */
export const compareText: CompareText = {
  lines: (amount) => `${number(amount)} 处不同。`,
  equal: '两者相同。',
  showAll: '显示所有行',
};

/** The words of the panel that says why something was done, in simplified Chinese. */
export const whyText: WhyText = {
  ask: '为什么？',
  title: (path) => `原因：${path}`,
  decided: (time) => `决定于 ${timeText.exact(time)}。`,
  here: '在此电脑上的更改',
  giip: '在 GIIP 上的更改',
  sides: '此电脑与 GIIP',
  choose: '显示',
  from: { base: '最后的共同版本', local: '此电脑', remote: 'GIIP' },
  absent: {
    base: '没有共同版本。',
    local: '它不在此电脑上。',
    remote: '它不在 GIIP 上。',
  },
  dropped: {
    base: '最后的共同版本已不再保留。',
    local: '此电脑上的内容已不再保留。',
    remote: 'GIIP 的内容已不再保留。',
  },
};
