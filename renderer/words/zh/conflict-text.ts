import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { ConflictText } from '../en/conflict-text.ts';
import { decisionText } from './decision-text.ts';

const { files, items, number } = countText;

const open = (amount: number, what: 'change' | 'key'): string =>
  what === 'key' ? `${number(amount)} 个键` : `${number(amount)} 处更改`;

/** The words of the conflict window, in simplified Chinese. */
export const conflictText: ConflictText = {
  ...decisionText,
  calm: '没有需要您处理的内容。',
  calmMore: '冲突和等待决定的项目会显示在这里。',
  loading: '正在加载两个版本…',
  saving: '正在保存…',
  list: '需要您处理的项目',
  filter: '按名称筛选',
  noMatch: '没有名称包含这些文字。',
  select: (path) => `选择 ${path}`,
  selectAll: {
    conflict: '选择所有冲突',
    held: '选择所有暂缓的项目',
    gone: '选择所有 GIIP 上已不存在的项目',
  },
  groups: {
    conflict: '冲突',
    held: '暂缓，待查看',
    gone: 'GIIP 上已不存在',
    rejected: '无法同步',
  },
  rejectedBody: '此项目在两边都保持原样。原因消失后会立即同步。',
  selected: (amount) => `已选择 ${files(amount)}`,
  selectedBody: '对所有项目作同一个决定。会再次询问您，并且可以撤消。',
  clear: '清除选择',
  here: '在此电脑上',
  giip: '在 GIIP 上',
  result: '结果',
  resultText: '结果，文本',
  ancestor: '两边最初的版本',
  showAncestor: '显示两边最初的版本',
  hideAncestor: '隐藏两边最初的版本',
  useMine: '使用我的',
  useGiip: '使用 GIIP 的',
  keepBoth: '两个都保留',
  save: '保存结果',
  repair: '用这里的内容修复',
  next: '下一个冲突',
  previous: '上一个冲突',
  why: '为什么？',
  keyboard: '键盘',
  nextChange: '下一处更改',
  previousChange: '上一处更改',
  undoEdit: '撤消编辑',
  redoEdit: '重做编辑',
  asText: '作为文本编辑',
  you: (time, now) => `您，${timeText.age(time, now)}`,
  heard: (time, now) => `GIIP,${timeText.clockOrDay(time, now)} 收到`,
  absentHere: ({ kind }) => (kind === 'delete/edit' ? '已在此电脑上删除' : '不在此电脑上'),
  absentGiip: '不在 GIIP 上',
  mineHint: ({ local, remote }) => {
    if (local === null) return '文件在这里保持删除状态。GIIP 无法删除，因此其副本仍在那里。';
    return remote === null ? '您的版本会发送到 GIIP。' : '您的版本会发送到 GIIP。GIIP 的版本会进入历史记录。';
  },
  giipHint: ({ local, remote }) => {
    if (remote === null) return '文件会从这里移除。您的版本会进入历史记录。';
    return local === null
      ? 'GIIP 的版本会放回此电脑。'
      : 'GIIP 的版本会替换这里的文件。您的版本会进入历史记录。';
  },
  bothHint: 'GIIP 的版本会在两边成为您文件旁边的第二个文件。',
  bothImpossible: '只有一个版本可以保留。',
  hunkLabel: (at, total) => `第 ${number(at)} 处更改，共 ${number(total)} 处`,
  hunkState: (state, kind) => {
    switch (state) {
      case 'open':
        return '尚未决定：请选择一个，或在此输入';
      case 'mine':
        return '已采用您的';
      case 'server':
        return '已采用 GIIP 的';
      case 'both':
        return '两个都已采用：先是您的，然后是 GIIP 的';
      case 'typed':
        return '由您输入';
      default:
        if (kind === 'same') return '您和 GIIP 作了相同的更改';
        return kind === 'server' ? '只有 GIIP 更改：已采用' : '只有您更改：已采用';
    }
  },
  take: { mine: '采用我的', server: '采用 GIIP 的', both: '两个都采用' },
  toDecide: (amount, what) => (amount === 0 ? '全部已决定' : `待决定：${open(amount, what)}`),
  toDecideOne: '待决定',
  provisional: '在您决定之前，显示此电脑上的值。',
  blockUndecided: (amount, what) => `请先决定 ${open(amount, what)}。`,
  blockNotJson: '结果不是有效的 JSON，因此无法保存。',
  blockConfirm: '请先阅读结果并勾选。',
  confirmCause: {
    'too-different': '两个文本的不同之处太多，无法逐段合并。下面是您的版本，可随意编辑。',
    'one-side': '没有进行合并。下面是完好的版本，可随意编辑。',
    'not-comparable': '其中一边不是有效的 JSON，因此无法比较各键。请将结果作为文本编辑。',
    undecided: '您开始编辑时并非全部都已决定；其余部分如此处所示。',
  },
  confirm: '我已阅读结果：两边都应是此内容',
  saveHint: '结果将成为两边的内容。',
  keyTable: '不同的键',
  keyColumn: '不同之处',
  choiceColumn: '您的选择',
  keyMine: '我的',
  keyGiip: 'GIIP 的',
  keyOther: '其他值',
  keyNone: '不存在',
  keyAuto: {
    mine: '只有您更改：已采用',
    server: '只有 GIIP 更改：已采用',
    same: '两边更改相同',
  },
  valueProblem: {
    'not-json': '不是 JSON 值。请给文本加上引号，例如 "INFO"。',
    'other-type': '与两边的值类型不同。',
  },
  ask: {
    empty: {
      title: '保存空的结果？',
      body: '两个版本都有内容，而结果为空。两个版本都会保留在历史记录中。',
    },
    shrunk: {
      title: '保存短得多的结果？',
      body: '结果不到任一版本长度的一半。两个版本都会保留在历史记录中。',
    },
    unused: {
      title: '不使用您的结果？',
      body: '您已决定或输入了结果的部分内容，这些内容将被丢弃。',
    },
    no: '返回',
  },
  askYes: (take) =>
    ({ mine: '是，使用我的', server: '是，使用 GIIP 的', both: '是，两个都保留', text: '保存' })[take],
  notYet: '暂不',
  goOnTitle: (amount) => `继续处理 ${items(amount)}？`,
  goOn: (amount) => `继续处理 ${items(amount)}`,
  undo: '撤消',
  undone: (amount) => `已撤消：${files(amount)}恢复原样。`,
  failedToo: (amount) => `${files(amount)}无法解决，仍在列表中。`,
  files,
  ruleYes: '始终',
  ruleNo: '暂不',
  ruleAdded: '今后会自动解决。该规则列在设置中。',
  moved: (sides, at, decided, kept) => {
    const who = { mine: '您的文件', server: 'GIIP 的版本', both: '两个版本' }[sides];
    return `${who}在 ${timeText.clock(at)} 有更改。${decisionText.decisionsStill(decided, kept)}`.trim();
  },
  ended: (path) => `${path} 现已一致，无需决定。`,
  lostTyped: '您在那里输入的内容已不再适用。放在这里供您复制：',
  endedTyped: '这是您所做的内容：',
  copy: '复制',
  copied: '已复制',
  whyTitle: '为什么需要您处理',
  close: '关闭',
  shortcuts: [
    ['F7 或 Alt+↓', '下一处更改'],
    ['Shift+F7 或 Alt+↑', '上一处更改'],
    ['Alt+1', '采用我的'],
    ['Alt+2', '采用 GIIP 的'],
    ['Alt+3', '两个都采用'],
    ['Ctrl+Z、Ctrl+Y', '撤消、重做(包括决定)'],
    ['Ctrl+Enter', '保存结果'],
    ['Ctrl+PageDown', '下一个冲突'],
    ['Ctrl+PageUp', '上一个冲突'],
  ],
};
