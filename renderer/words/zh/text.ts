import type { ReasonCode } from '../../../shared/model/reason.ts';
import { countText } from '../../count-text.ts';
import { reasonWords } from '../../reason-words.ts';
import { timeText } from '../../time-text.ts';
import type { Text } from '../en/text.ts';

const { files, items, number } = countText;

const PHASES: { readonly [P in Parameters<Text['progress']>[0]['phase']]: string } = {
  scanning: '正在查看文件夹',
  pulling: '正在询问 GIIP',
  applying: '正在获取',
  pushing: '正在发送',
  verifying: '正在核对 GIIP 上的内容',
};

const ACTIVITIES: { readonly [K in Parameters<Text['activityKind']>[0]]: string } = {
  pulled: '已获取',
  pushed: '已发送',
  merged: '已合并',
  conflict: '冲突',
  'conflict-ended': '冲突结束',
  resolved: '已解决',
  restored: '已恢复',
  held: '已暂缓',
  rejected: '未同步',
  'self-check': '已检查',
  problem: '问题',
};

const PLANNED: { readonly [A in Parameters<Text['planned']>[0]]: string } = {
  conflict: '需要您选择',
  held: '暂缓，待查看',
  pull: '将获取',
  push: '将发送',
  merge: '将合并',
  deletedHere: '在这里删除，GIIP 上仍有',
  goneOnServer: 'GIIP 上已不存在',
  rejected: '未同步',
  adopt: '已经相同',
};

const CREDENTIALS: { readonly [C in Parameters<Text['credential']>[0]]: string } = {
  stored: '已保存，由此系统加密',
  'this-run-only': '保留到退出为止：此系统没有可保存它的密钥环',
  locked: '已保存，正在等待密钥环解锁',
  missing: '未输入',
  managed: '由您的组织提供',
};

function heldConsequence(code: ReasonCode, amount: number): string {
  switch (code) {
    case 'held-mass-deletion':
      return `此电脑上的 ${items(amount)}删除将视为有意为之。`;
    case 'held-mass-overwrite':
      return `此电脑上的 ${files(amount)}将替换为 GIIP 的；现有内容会保留在历史记录中。`;
    case 'held-server-rollback':
      return `${items(amount)}将随 GIIP 回到较早的状态；现有内容会保留在历史记录中。`;
    case 'held-emptied-after-crash':
      return `${files(amount)}将以空内容发送。`;
    case 'held-not-stored':
    case 'held-refused-by-giip':
      return `${items(amount)}将再发送一次。`;
    default:
      return `${items(amount)}将按现在的样子同步。`;
  }
}

/** The words of the popup, and those that several windows say, in simplified Chinese. */
export const text: Text = {
  product: 'Openclaw Sync',
  progress: ({ phase, done, total }) =>
    total > 0 ? `${PHASES[phase]} ${number(done)}/${number(total)}` : PHASES[phase],
  lastSuccess: (time, now) => (time === null ? '尚未同步' : `上次同步：${timeText.age(time, now)}`),
  activityKind: (kind) => ACTIVITIES[kind],
  planned: (action) => PLANNED[action],
  credential: (state) => CREDENTIALS[state],
  andMore: (amount) => `还有 ${number(amount)} 项`,
  nextTry: (time, now) => `下次尝试：${timeText.countdown(time, now)}`,
  found: (time, now) => `${timeText.age(time, now)}发现`,
  comma: '，',
  gap: '',
  sentence: (words) => `${words}。`,
  details: (detail) => `详细信息：${detail}`,
  dismiss: '关闭',
  more: '更多',
  stop: '停止',
  stopping: '正在停止…',
  syncNow: '立即同步',
  openFolder: '打开文件夹',
  settings: '设置',
  preview: '现在同步会发生什么？',
  history: '历史记录…',
  undoLast: '撤消上次同步…',
  quit: '退出',
  resume: '继续',
  resolve: '解决',
  pauseFor: { hour: '暂停 1 小时', tomorrow: '暂停到明天', resumed: '暂停，直到继续' },
  paused: (until, now) =>
    until === null ? '已暂停，直到您继续' : `已暂停，直到${timeText.until(until, now)}`,
  pausedBody: '在此期间不获取也不发送。您的编辑在这里等待。',
  calm: '尚未传输任何内容。任一边有更改都会显示在这里。',
  lists: {
    pending: '待处理的更改',
    conflicts: '冲突',
    activity: '最近的活动',
    held: '暂缓，待查看',
    deletedHere: '在这里删除，GIIP 上仍有',
    gone: 'GIIP 上已不存在',
    rejected: '未同步',
  },
  held: {
    title: '继续之前请先查看',
    body: '在您决定之前，这些项目在两边都不会有任何变化。',
    reason: (amount, reason) => `${items(amount)}：${reasonWords(reason)}`,
    goOn: '继续',
    consequence: heldConsequence,
    confirmTitle: (amount) => `继续处理 ${items(amount)}？`,
    confirm: (amount) => `是，继续处理 ${items(amount)}`,
    notYet: '暂不',
  },
  gone: { keep: '保留在这里', send: '再次发送' },
  errorActions: {
    token: '输入新令牌',
    folder: '这是正确的文件夹',
    connection: '更改连接',
  },
  connect: {
    title: '将此电脑连接到 GIIP',
    body: 'Openclaw Sync 使您的 Openclaw 文件夹与 GIIP 双向保持一致。也可以先用模拟的 GIIP 和示例文件夹试用：任何内容都不会离开此电脑。',
    setUp: '设置连接',
  },
  rehearsal: {
    banner: '正在用此电脑上的模拟 GIIP 演练。',
    leave: '连接到 GIIP',
    title: '只是看看？',
    body: '演练模式会在此电脑上启动模拟的 GIIP 和示例文件夹。编辑其中的文件、制造冲突、再撤消：任何内容都不会离开此电脑，也不会触动您自己的文件。',
    start: '不连接 GIIP 试用',
  },
  trayHint: {
    title: '此桌面不显示托盘图标',
    body: '因此 Openclaw Sync 在这里是普通窗口。关闭它后同步仍会继续；再次启动 Openclaw Sync 即可重新打开。',
    understood: '知道了',
  },
  crash: {
    title: '此窗口已停止工作',
    body: '同步独立于此窗口并继续进行。您的文件是安全的。',
    reload: '重新加载窗口',
  },
};
