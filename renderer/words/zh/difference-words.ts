import { countText } from '../../count-text.ts';
import type { DifferenceWords } from '../en/difference-words.ts';

const { number } = countText;

const KINDS: { readonly [K in Parameters<DifferenceWords['kind']>[0]]: { name: string; meaning: string } } = {
  'edit/edit': {
    name: '两边都有更改',
    meaning: '自上次同步以来，您和 GIIP 更改了同一处。在您选择之前，两者都不会被替换。',
  },
  'new/new': {
    name: '两边都是新的',
    meaning: '文件在这里和 GIIP 上以不同内容出现，且没有已知的共同版本。在您选择之前，两者都不会被替换。',
  },
  'delete/edit': {
    name: '在这里删除，在 GIIP 上更改',
    meaning: '您删除了文件，之后 GIIP 更改了它。在您选择之前，它在这里保持删除状态。',
  },
  damaged: {
    name: '在 GIIP 上损坏',
    meaning: 'GIIP 的副本在传输途中丢失了字符。您的文件完好，不会被替换。',
  },
};

/** What differs between two sides, in simplified Chinese. */
export const differenceWords: DifferenceWords = {
  wholeFile: '整个文件',
  wholeFileSpoken: '整个文件',
  deed: {
    removed: '移除了它',
    added: (value) => `添加了它：${value}`,
    switched: (on) => (on ? '将其打开' : '将其关闭'),
    inside: '更改了其中的值',
    set: (value) => `将其设为 ${value}`,
    listAdded: (entries) => `添加了 ${entries}`,
    listRemoved: (entries) => `移除了 ${entries}`,
    listBoth: (added, removed) => `添加了 ${added}并移除了 ${removed}`,
    reordered: '更改了顺序',
  },
  has: (who, what) => {
    const name = who === 'you' ? '您' : 'GIIP ';
    if (what.kind === 'absent') return `${name}没有它`;
    return `${name}的是${what.kind === 'switch' ? (what.on ? '开' : '关') : ` ${what.words}`}`;
  },
  did: (who, deed) => `${who === 'you' ? '您' : 'GIIP '}${deed}`,
  both: (deed) => `两边都${deed}`,
  was: (sentence, value) => `${sentence}（原为 ${value}）`,
  join: (one, other) => `${one}，${other}`,
  value: {
    notSet: '未设置',
    on: '开',
    off: '关',
    emptyText: '空文本',
    none: '无值',
    quoted: (words) => `“${words}”`,
    emptyList: '空列表',
    list: (amount, inner) => `含 ${number(amount)} 项的列表（${inner}）`,
    entries: (amount) => `${number(amount)} 项`,
    emptyGroup: '空组',
    group: (amount) => `含 ${number(amount)} 个值的组`,
  },
  spoken: {
    change: (at, total) => `第 ${number(at)} 处更改，共 ${number(total)} 处`,
    sides: (mine, server) => `您的 ${mine}，GIIP ${server}`,
    nothing: '无',
    blankLines: (amount) => `${number(amount)} 个空行`,
    atLine: (line) => `在第 ${line} 行处`,
    line: (line) => `第 ${line} 行`,
    lines: (from, to) => `第 ${from} 至 ${to} 行`,
  },
  kind: (kind) => KINDS[kind],
  damage: ({ kind, characters }) => {
    switch (kind) {
      case 'question-marks':
        return `${number(characters)} 个非英文字符在 GIIP 上变成了问号：旧客户端发送文本时没有说明它是 UTF-8。`;
      case 'misread':
        return `${number(characters)} 个非英文字符在 GIIP 上变成了其他符号：文本在途中以错误的编码读取。`;
      case 'line-breaks':
        return `${number(characters)} 个书写的 \\n 在 GIIP 上变成了真正的换行。`;
      case 'powershell-object':
        return 'GIIP 上保存的是 Windows PowerShell 的对象而不是文本：旧客户端用文件信息包装了它。';
    }
  },
  intact: (what) => `${what}您的文件完好。`,
  repair: '修复会将此电脑上的文本发送到 GIIP，损坏的文本会进入历史记录。',
};
