import type { KeyRule } from '../../../shared/model/conflict.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';
import type { SettingsText } from '../en/settings-text.ts';

const { bytes, number } = countText;

const rule = ({ path, key, take }: KeyRule): string =>
  `${path} 中的“${key.join(' › ')}”：始终用${take === 'mine' ? '我的值' : ' GIIP 的值'}`;

/** The words of the settings window, in simplified Chinese. */
export const settingsText: SettingsText = {
  title: '设置',
  behaviour: '行为',
  interval: '查看 GIIP 更改的间隔',
  intervalHint: '此电脑上的编辑会在几秒内发送；这里是向 GIIP 询问更改的频率。',
  intervalOption: timeText.seconds,
  language: '语言',
  languageHint: '所有窗口、托盘和通知的语言。已打开的窗口会立即更改。',
  languageOfSystem: '与此电脑相同',
  autostart: '登录时启动',
  autostartHint: '登录此电脑后立即在后台同步。',
  autostartState: {
    switchedOff: {
      windows: '已在 Windows 的设置 › 应用 › 启动中关闭。它不会自动启动。',
      macos: '已在 macOS 的系统设置 › 通用 › 登录项中关闭。请在那里打开：只有您可以。',
    },
    broken: (program) =>
      program === ''
        ? '登记的项目不启动任何程序，因此同步不会自动开始。打开开关即可修复。'
        : `登记的项目启动的是别的程序（${program}），因此本程序不会自动启动。打开开关即可修复。`,
    onForEverybody: '管理员让它为此电脑上的所有人启动。您可以在 Windows 的设置 › 应用 › 启动中只为自己关闭。',
  },
  connection: '连接',
  apiUrl: 'API URL',
  lssn: '服务器编号 (lssn)',
  folder: 'Openclaw 文件夹',
  token: 'Agent Token',
  none: '尚未连接。',
  change: '更改…',
  history: {
    title: '历史记录与存储',
    days: '以前版本的保留时间',
    daysHint: '同步、决定或恢复所替换的内容会保留这么久。',
    daysOption: (amount) => `${number(amount)} 天`,
    versions: '每个文件至少始终保留',
    versionsHint: '无论多旧。',
    versionsOption: (amount) => `${number(amount)} 个版本`,
    size: '占用',
    sizeWords: ({ bytes: amount, versions, texts }) =>
      versions === 0
        ? `磁盘上 ${bytes(amount)}`
        : `磁盘上 ${bytes(amount)}：${number(texts)} 个不同文本中的 ${number(versions)} 个版本`,
    oldest: (time) =>
      time === null ? '还没有保留以前的版本。' : `最早的是 ${timeText.exact(time)}。相同的文本只保存一次。`,
    open: '打开历史记录',
  },
  rules: {
    title: '规则',
    list: '键的规则',
    rule,
    remove: '移除',
    removed: (removed) => `已移除：${rule(removed)}。今后会询问您。`,
    none: '没有规则。当您连续三次以同样方式解决配置中的同一个键时，会提议一条规则。',
  },
  saved: '已保存',
  about: {
    title: '关于',
    tab: '关于与许可证',
    body: '使 .openclaw 文件夹与 GIIP 双向保持一致。您所写的内容在任一边都不会丢失。',
    version: '版本',
  },
  licences: {
    title: '第三方许可证',
    body: '本程序中他人的软件及其各自的许可证。选择名称即可查看全文。',
  },
};
