import type { TrayMenuWords } from '../en/tray-menu-words.ts';

const PHASES: { readonly [P in Parameters<TrayMenuWords['phase']>[0]]: string } = {
  scanning: '正在查看文件夹',
  pulling: '正在询问 GIIP',
  applying: '正在获取',
  pushing: '正在发送',
  verifying: '正在核对 GIIP 上的内容',
};

/** The tray's menu and tooltip, in simplified Chinese. */
export const trayMenuWords: TrayMenuWords = {
  rehearsal: (product) => `${product}（演练）`,
  phase: (phase) => PHASES[phase],
  progress: (status, phase) => `${status}：${phase}`,
  of: (phase, done, total) => `${phase} ${done}/${total}`,
  pausedUntil: (status, until) => `${status}，直到 ${until}`,
  pausedUntilResumed: (status) => `${status}，直到您继续`,
  lastSynced: (age) => `上次同步：${age}`,
  justNow: '刚刚',
  minutesAgo: (amount) => `${amount} 分钟前`,
  hoursAgo: (amount) => `${amount} 小时前`,
  daysAgo: (amount) => `${amount} 天前`,
  show: '显示',
  syncAll: '全部立即同步',
  pauseAll: '全部暂停',
  resumeAll: '全部继续',
  setUp: '设置连接…',
  open: (product) => `打开 ${product}`,
  syncNow: '立即同步',
  resume: '继续',
  pause: '暂停',
  pauseHour: '1 小时',
  pauseTomorrow: '直到明天',
  pauseResumed: '直到继续',
  conflicts: '解决冲突…',
  preview: '现在同步会发生什么？',
  history: '历史记录…',
  undo: '撤消上次同步…',
  openFolder: '打开文件夹',
  doctor: '检查连接…',
  settings: '设置',
  quit: '退出',
};
