import { countText } from '../../count-text.ts';
import type { SetupText } from '../en/setup-text.ts';

const { files, items } = countText;

const CHOSEN: Readonly<Record<'mine' | 'server' | 'both' | 'later', (amount: number) => string>> = {
  mine: (amount) => `${files(amount)}用我的`,
  server: (amount) => `${files(amount)}用 GIIP 的`,
  both: (amount) => `${files(amount)}两个都保留`,
  later: (amount) => `${files(amount)}稍后决定`,
};

/** The words of the set-up window, in simplified Chinese. */
export const setupText: SetupText = {
  title: '连接到 GIIP',
  changeTitle: '更改连接',
  intro: '需要三项内容。在您看到将会发生什么之前，不会传输任何内容。',
  token: 'Agent Token',
  tokenHint: 'GIIP 颁发给您的 sk。它会加密保存，并且只发送到 API URL。',
  tokenFrom: (file) => `来自 ${file} 的令牌`,
  otherToken: '输入另一个令牌',
  showToken: '显示令牌',
  hideToken: '隐藏令牌',
  lssn: '服务器编号 (lssn)',
  lssnHint: 'GIIP 为此服务器显示的编号。',
  folder: 'Openclaw 文件夹',
  folderHint: '包含 configs 和 docs 的 .openclaw 文件夹。',
  choose: '选择…',
  advanced: '高级',
  apiUrl: 'API URL',
  test: '测试连接',
  start: '开始同步',
  testing: '正在询问 GIIP…',
  planning: '正在比较两边…',
  tested: (amount) => `GIIP 已应答。它为此服务器编号保存了 ${items(amount)}。`,
  wrong: {
    token: '请输入 GIIP 颁发给您的 Agent Token。',
    lssn: '请输入 1 到 2147483647 之间的整数。',
    folder: '请选择 .openclaw 文件夹。',
    folderRelative: '请给出从根目录或驱动器开始的完整路径。',
    apiUrl: '请输入 https 地址，例如 https://api.netbako.com/api。',
  },
  candidates: {
    title: '在此电脑上找到',
    use: '使用此项',
    server: (lssn) => (lssn === null ? '其中没有服务器编号' : `服务器编号 ${lssn}`),
  },
  plan: {
    title: '第一次同步将做什么',
    nothingYet: '尚未写入任何内容。请查看后再开始。',
    nothing: '两边相同或都为空：没有需要传输的内容。',
    kept: '不会在未将以前的版本保留到历史记录的情况下覆盖任何内容。',
    overwrites: (amount) =>
      amount === 0 ? '不会覆盖此电脑上的任何文件。' : `此电脑上的 ${files(amount)}将被覆盖。`,
    conflicts: '需要您选择的项目在您选择之前，两边都保持原样。',
    choices: {
      title: (amount) => `${files(amount)}需要您选择`,
      note: '它们在两边都有，但内容不同。现在选择，或稍后对照两个文本决定。',
      all: '应用于全部',
      mixed: '不同的选择',
      of: (path) => `${path} 的选择`,
      later: '稍后决定',
      mine: '保留我的',
      server: '使用 GIIP 的',
      both: '两个都保留',
      sum: (parts) => `已选择：${parts.join(',')}。`,
      chosen: (take, amount) => CHOSEN[take](amount),
    },
    details: '显示每个项目及原因',
    replaces: '替换这里的文件',
    back: '返回',
  },
  done: {
    title: 'Openclaw Sync 正在工作',
    body: '从现在起，它会使两边保持一致。',
    whereItLives: {
      noTray: '此桌面不显示托盘图标：需要查看窗口时，请再次启动 Openclaw Sync。',
      windows: '它的图标在时钟旁的通知区域。如果看不到，请打开那里的 ^ 并将其拖出。',
      mac: '它的图标在屏幕顶部的菜单栏中。',
      linux: '它的图标在面板中，时钟旁边。',
    },
    close: '关闭',
    show: '显示状态',
    choices: {
      title: '您的选择',
      waiting: (amount) =>
        `第一次同步查看两边后，会立即执行您对 ${files(amount)}的选择。在此之前请保持此窗口打开。`,
      settling: (amount) => `正在执行您对 ${files(amount)}的选择…`,
      settled: (amount) => `已执行您对 ${files(amount)}的选择。`,
      ended: (amount) => `${files(amount)}不再需要选择：两边相同。`,
      failed: (amount) => `${files(amount)}仍需要您选择：`,
    },
  },
};
