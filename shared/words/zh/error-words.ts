import type { ErrorWords } from '../../model/sync-error.ts';

const SAFE = '您的文件保持原样，没有丢失任何内容。';

/** What happened and what to do, in simplified Chinese. */
export const errorWords: ErrorWords = {
  'server-unreachable': {
    message: `无法连接 GIIP。${SAFE}`,
    help: '请检查网络和 API URL。GIIP 一有应答，同步就会自动继续。',
  },
  'server-timeout': {
    message: `GIIP 没有及时应答。${SAFE}`,
    help: '无需操作：会自动重试，并先查看 GIIP 上的内容。',
  },
  'server-unavailable': {
    message: `GIIP 报告了内部错误。${SAFE}`,
    help: '这里无需操作：会自动重试。如果持续如此，原因在 GIIP 服务器的 tErrorLogs 中。',
  },
  'server-rate-limited': {
    message: `GIIP 要求在请求之间等待。${SAFE}`,
    help: '无需操作：等待结束后同步会继续。',
  },
  'server-answer-invalid': {
    message: `应答不是来自 GIIP，因此没有使用其中任何内容。${SAFE}`,
    help: '请检查 API URL；应答的可能是代理或登录页面，而不是 GIIP。',
  },
  'server-answer-too-large': {
    message: `GIIP 的应答超过了本应用接受的大小，因此没有使用其中任何内容。${SAFE}`,
    help: '请 GIIP 管理员查看此服务器编号的文档大小。',
  },
  'server-redirected': {
    message: `GIIP 应答了重定向。由于请求包含 Agent Token，绝不跟随重定向。${SAFE}`,
    help: '请在设置中输入最终的 API URL。',
  },
  'tls-failed': {
    message: `无法验证与 GIIP 的安全连接，因此没有发送任何内容。${SAFE}`,
    help: '请检查此电脑的时钟；在公司代理之后，请在设置的网络中添加公司的 CA 文件。',
  },
  'proxy-failed': {
    message: `代理没有放行该请求。${SAFE}`,
    help: '请检查设置中的代理（或 HTTPS_PROXY 和 NO_PROXY），或请 IT 部门允许访问 API 主机。',
  },
  'proxy-auth-required': {
    message: `代理要求用户名和密码，目前没有被接受的。${SAFE}`,
    help: '请在设置的网络中输入。命令只从 HTTPS_PROXY 读取。',
  },
  'token-refused': {
    message: `GIIP 拒绝了 Agent Token。在您处理之前同步已停止。${SAFE}`,
    help: '请在 GIIP 上核实 Agent Token 或重新颁发，然后在设置中输入。',
  },
  'token-missing': {
    message: '没有设置 Agent Token，因此没有向 GIIP 发出请求。',
    help: '请在窗口中输入 Agent Token，或通过 OPENCLAW_SYNC_TOKEN、--token-stdin 或 --giip-config 提供。',
  },
  'token-other-origin': {
    message: '保存的 Agent Token 是为另一个 API 地址输入的，不会发送到此地址。',
    help: '请为此 API URL 重新输入 Agent Token。',
  },
  'token-locked': {
    message: '密钥环已锁定，因此还无法读取 Agent Token。',
    help: '请解锁密钥环（通常登录桌面即可）。之后同步会自动继续。',
  },
  'token-undecryptable': {
    message: '保存的 Agent Token 已无法读取：密钥环或用户配置文件已更改。其他内容都保留着。',
    help: '请再次输入 Agent Token。',
  },
  'token-not-provided': {
    message: `此电脑的 Agent Token 由您的组织提供，但未能取得。${SAFE}`,
    help: '请将括号中的内容告知管理员。有了令牌后同步会自动继续。',
  },
  'parameter-refused': {
    message: `GIIP 以格式错误为由拒绝了请求。${SAFE}`,
    help: '请检查服务器编号 (lssn) 和 Agent Token。',
  },
  'api-url-invalid': {
    message: '此 API URL 无法使用。',
    help: '请给出 https 地址，例如 https://api.netbako.com/api；http 只允许用于此电脑，且不能包含用户名、密码或 # 部分。',
  },
  'lssn-invalid': {
    message: '服务器编号 (lssn) 不是 1 到 2147483647 之间的整数。',
    help: '请使用 GIIP 为此服务器显示的编号。',
  },
  'token-invalid': {
    message: 'Agent Token 为空或仍是示例文字。',
    help: '请使用 GIIP 颁发给您的 Agent Token (sk)。',
  },
  'workspace-not-set': {
    message: '没有选择 Openclaw 文件夹。',
    help: '请在窗口中选择 .openclaw 文件夹，或用 --workspace 指定。',
  },
  'workspace-missing': {
    message: 'Openclaw 文件夹不存在。同步已停止；文件夹缺失绝不会被当作文件已删除。',
    help: '请连接驱动器、放回文件夹，或选择另一个文件夹。',
  },
  'workspace-replaced': {
    message: '原来 Openclaw 文件夹的位置是另一个文件夹。为避免覆盖任何一边，同步已停止。',
    help: '请放回正确的文件夹，或确认就是这个：之后会像第一次同步一样比较。',
  },
  'workspace-unreadable': {
    message: '无法读取 Openclaw 文件夹。没有更改任何内容。',
    help: '请给此用户读写该文件夹的权限。',
  },
  'workspace-taken': {
    message:
      '此文件夹已属于另一个连接：是同一个文件夹、位于其中，或包含它。两个连接会互相覆盖同一个文件，因此此连接不同步。没有更改任何内容。',
    help: '请为此连接选择单独的文件夹，或在“设置 › 连接”中移除另一个连接。',
  },
  'giip-config-unreadable': {
    message: '无法读取 giipAgent.cfg。',
    help: '请检查文件的路径和权限。',
  },
  'giip-config-incomplete': {
    message: 'giipAgent.cfg 中没有可用的令牌和服务器编号。',
    help: '请替换其中 sk 和 lssn 的示例值，或手动输入。',
  },
  managed: {
    message: '此设置由您的组织管理，因此没有更改任何内容。',
    help: '请让管理员更改；括号中说明了由何处设定。',
  },
  usage: { message: '无法理解该命令。', help: '请参阅 openclaw-sync --help。' },
  busy: {
    message: '另一个 Openclaw Sync 正在此文件夹上工作。',
    help: '请使用正在运行的那个（其窗口中有“立即同步”），或先退出它。',
  },
  'engine-ended': {
    message: `本程序负责同步的部分意外结束，将重新启动。${SAFE}`,
    help: '无需任何操作，程序会自动重试。如果反复出现，请保存支持文件并交给支持人员。',
  },
  'disk-full': {
    message: '磁盘已满。要写入的文件保持原样。',
    help: '请腾出空间；同步会自动继续。',
  },
  'write-failed': {
    message: '无法写入文件。文件保持原样。',
    help: '请关闭占用该文件的程序并检查其权限；下次同步会重试。',
  },
  'state-unusable': {
    message: '本应用的数据库无法使用。您的文件和 GIIP 保持原样。',
    help: '请检查磁盘和状态文件夹的权限。如果数据库已损坏，请将其移开：下次同步会像第一次一样比较，不会覆盖任何内容。',
  },
  'state-newer': {
    message: '数据库由本应用的更新版本写入。',
    help: '请重新安装较新的版本。',
  },
  'push-replaces-everything': {
    message: '测试表明，此 GIIP 服务器会丢弃发送中未提及的所有内容。丢弃的内容已放回，发送已停止。',
    help: '请告知 GIIP 支持部门；获取仍会继续。当 GIIP 保留未提及的内容后：openclaw-sync sync --approve。',
  },
  'no-such-conflict': {
    message: '此路径没有冲突。',
    help: '等待处理的冲突见 openclaw-sync status。',
  },
  'no-such-version': {
    message: '没有这样的版本。',
    help: '保留的版本见 openclaw-sync history。',
  },
  'changed-meanwhile': {
    message: '处理过程中文件发生了更改，因此没有写入任何内容。',
    help: '请再次查看并重新选择。',
  },
  'text-unusable': {
    message: '此文本不能写入该文件，因此没有写入任何内容。',
    help: '请更正所指出的位置并重新保存。',
  },
  unexpected: {
    message: `发生了意外情况。${SAFE}`,
    help: '请查看日志；下次同步会重试。',
  },
};
