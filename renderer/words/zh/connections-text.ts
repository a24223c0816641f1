import type { ConnectionsText } from '../en/connections-text.ts';

/** The words about several connections, in simplified Chinese. */
export const connectionsText: ConnectionsText = {
  title: '连接',
  list: '所有连接',
  add: '添加连接…',
  compare: '比较配置文件…',
  addTitle: '添加连接',
  lssn: (lssn) => `服务器编号（lssn）${lssn}`,
  change: '更改…',
  pause: '暂停',
  resume: '继续',
  remove: '移除…',
  confirm: {
    title: (name) => `移除 ${name}？`,
    files: '此文件夹将停止同步。文件原样保留在这里和 GIIP 上。',
    history: (days) => `以前的版本在此电脑上保留 ${days}；再次连接同一文件夹后即可查看。`,
    token: '此连接的 Agent Token 将从此电脑删除。',
    yes: '移除',
    no: '保留',
  },
  removed: (name) => `已移除：${name}。文件没有变化。`,
};
