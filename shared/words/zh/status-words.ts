import { atFirstUse } from '../../util/at-first-use.ts';
import type { StatusWords } from '../en/status-words.ts';

const numbers = atFirstUse(() => new Intl.NumberFormat('zh-Hans'));

/** The state in a few words, in simplified Chinese. */
export const statusWords: StatusWords = {
  setup: '尚未连接',
  inStep: '全部一致',
  pending: (amount) => `${numbers().format(amount)} 处更改待发送`,
  stopped: '已停止。已完成的保留，其余等待下次同步',
  syncing: '正在同步',
  paused: '已暂停',
  offline: '正在等待 GIIP',
  conflict: (amount) => `${numbers().format(amount)} 个冲突待解决`,
  held: (amount) => `${numbers().format(amount)} 项待查看`,
  error: '需要您处理',
  tokenRefused: 'GIIP 拒绝了令牌',
};
