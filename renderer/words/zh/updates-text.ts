import type { UpdateProblem, UpdateRestart, UpdatesOff } from '../../../shared/model/updates.ts';
import type { UpdatesText } from '../en/updates-text.ts';

const OFF: { readonly [R in UpdatesOff]: string } = {
  managed: '您的管理员已关闭更新，新版本由管理员安装。',
  switchedOff: '已关闭：既不查找也不安装新版本。',
  package: '此程序由软件包管理器或您的管理员安装，新版本也由其提供。',
  unsigned: '此版本没有用于更新的签名：请手动安装新版本。',
  place: '此程序位于您无法写入的位置：由安装它的人更新。',
};

const PROBLEMS: { readonly [P in UpdateProblem]: string } = {
  unreachable: '上次查找更新时无法连接服务器，将自动重试。',
  untrusted: '更新被拒绝：它没有此程序发布者的签名。没有安装任何内容，请告知您的管理员。',
  damaged: '收到的更新已损坏，已丢弃。下次查找时会重新获取。',
  notInstalled: '无法安装更新。正在运行的版本没有变化。',
};

const RESTART: { readonly [R in UpdateRestart]: string } = {
  restarting: 'Openclaw Sync 会在安全的时刻结束并重新启动。',
  notReady: '没有可以安装的更新。',
  conflictOpen: '冲突窗口已打开：请先保存或关闭它。',
};

/** The words of the updates in the settings window, in simplified Chinese. */
export const updatesText: UpdatesText = {
  title: '更新',
  on: '自动安装新版本',
  onHint: '在后台下载，在 Openclaw Sync 结束时安装，绝不会在同步途中进行。',
  version: '当前版本',
  looked: '上次查找',
  notLooked: '启动后尚未查找',
  upToDate: '已是最新版本。',
  look: '立即查找',
  restart: (next) => `重新启动以更新到 ${next}`,
  off: (reason) => OFF[reason],
  problem: (problem) => PROBLEMS[problem],
  restarted: (answer) => RESTART[answer],
  looking: '正在查找更新…',
  downloading: (next) => `正在下载版本 ${next}…`,
  ready: (next) => `版本 ${next} 已就绪，将在退出时安装。`,
};
