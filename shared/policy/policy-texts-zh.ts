import type { PolicyTexts } from './policy-texts.ts';

/** The policy's words in Chinese, in simplified characters. */
export const ZH: PolicyTexts = {
  product: 'Openclaw Sync',
  supported: 'Openclaw Sync 0.1 或更高版本',
  categories: {
    connection: '连接',
    network: '网络',
    behaviour: '行为',
    safety: '安全与历史',
    updates: '更新',
  },
  choices: { always: '始终启用', never: '禁用', user: '由用户决定' },
  values: {
    error: '仅错误',
    warn: '错误和警告',
    info: '发生的事情',
    debug: '供支持使用的全部内容',
    ask: '询问用户',
    mine: '采用此计算机的内容',
    server: '采用 GIIP 的内容',
    both: '保留两份内容',
  },
  keys: {
    apiUrl: {
      title: 'API URL',
      explanation:
        'GIIP 的地址。必须以 https:// 开头；http 仅允许用于本机自身。由策略提供的令牌只会发送到此地址。',
    },
    workspace: {
      title: 'Openclaw 文件夹',
      explanation:
        '每个用户的 .openclaw 文件夹。~、%HOME% 和 %USERPROFILE% 表示主文件夹，其他 %NAME% 取自环境变量。',
    },
    lssn: { title: '服务器编号 (lssn)', explanation: 'GIIP 为此服务器显示的编号。' },
    tokenFile: {
      title: 'Agent Token 文件',
      explanation:
        '此文件的第一行是 Agent Token。文件必须属于管理员或该用户，且不能让所有人读取，否则不会读取。',
    },
    tokenCommand: {
      title: '输出 Agent Token 的程序',
      explanation:
        '每行一项：程序的完整路径，然后是其参数。不经过 shell 运行，最长十秒，输出的第一行是 Agent Token。优先于文件。',
    },
    proxy: {
      title: '代理',
      explanation:
        '“system”使用操作系统的代理（包括自动配置），“direct”不使用代理。否则填写不含用户名和密码的代理地址。',
    },
    caFile: {
      title: '其他证书颁发机构的文件',
      explanation: '除常用证书颁发机构外还要信任的颁发机构的 PEM 文件，供检查流量的公司使用。',
    },
    intervalSeconds: {
      title: '查看 GIIP 的间隔（秒）',
      explanation: '此计算机上的编辑会在几秒内发送；此值是查询 GIIP 更改的频率。',
    },
    autostart: { title: '用户登录时启动', explanation: '用户登录后立即在后台同步。' },
    notifications: { title: '通知', explanation: '有冲突等待处理、有内容被暂停或同步停止时通知。' },
    quitAllowed: {
      title: '允许用户退出',
      explanation: '设为“禁用”时托盘菜单中没有“退出”。注销、关机和软件包管理器仍可结束应用程序。',
    },
    logLevel: { title: '日志内容', explanation: '日志中绝不会包含令牌或文档内容。' },
    conflictDefault: {
      title: '如何解决冲突',
      explanation:
        '双方修改了同一处时的处理方式。无论选择哪一种，两份内容都会保留在历史记录中，活动中会注明由策略解决。已删除的文件和损坏的内容绝不会这样解决，首次同步只有在保留两份时才会。',
    },
    massCount: {
      title: '大量更改：文件数',
      explanation: '消失或即将被覆盖的文件多于此数且超过下面的比例时，同步会暂停，直到有人查看。',
    },
    massPercent: {
      title: '大量更改：占全部文件的百分比',
      explanation: '与上面的文件数一起判断大量更改的比例。',
    },
    historyDays: {
      title: '保留早期版本的天数',
      explanation: '同步、决定或还原所替换的内容会保留这么久。',
    },
    historyVersions: {
      title: '每个文件始终保留的版本数',
      explanation: '无论多旧，每个文件的最新版本都会保留。',
    },
    secretGate: {
      title: '发送前检查机密信息',
      explanation: '看起来包含密码或密钥的内容会暂停在计算机上，直到有人查看。',
    },
    updates: {
      title: '更新',
      explanation: '查找并安装新版本。由软件包管理器或软件分发工具安装时无效。',
    },
    updateFeed: { title: '更新地址', explanation: '代替应用程序内置地址的您自己的 https 地址。' },
  },
};
