import type {
  DoctorCheckId,
  DoctorFacts,
  DoctorProxySource,
  DoctorStatus,
  DoctorWords,
  TokenPlace,
} from '../../model/doctor.ts';
import { moment, size } from '../doctor-amounts.ts';

const NAMES: Readonly<Record<DoctorCheckId, string>> = {
  settings: '设置',
  policy: '计算机策略',
  folder: '文件夹',
  'file-names': '文件名',
  'folder-disk': '文件夹所在磁盘',
  'state-folder': '状态文件夹',
  'state-disk': '状态文件夹所在磁盘',
  database: '数据库',
  'same-folder': '同一文件夹',
  proxy: '代理',
  dns: 'DNS',
  connection: '连接',
  tls: 'TLS',
  push: 'PutOpenclawSync',
  clock: '时钟',
  token: '令牌',
  pull: 'GetOpenclawSync',
  'token-accepted': 'GIIP 上的令牌',
  lssn: '服务器编号',
  keyring: '密钥环',
  tray: '托盘',
  autostart: '登录时启动',
  watcher: '文件监视',
  'last-success': '上次成功',
  agreement: '一致性',
};

const STATUS: Readonly<Record<DoctorStatus, string>> = {
  ok: '正常',
  warning: '注意',
  failed: '问题',
  skipped: '未检查',
};

const PLACES: Readonly<Record<TokenPlace, string>> = {
  stdin: '通过标准输入获得。',
  environment: '来自 OPENCLAW_SYNC_TOKEN。',
  'giip-config': '来自 giipAgent.cfg。',
  policy: '由计算机策略提供。',
  store: '已保存，由此系统加密。',
  'this-run-only': '保留到程序结束为止。',
  rehearsal: '属于演练。',
};

const NO_PROXY: Readonly<Record<DoctorFacts['proxy-none']['why'], string>> = {
  loopback: '不使用：API 就在此电脑上。',
  setting: '按设置不使用。',
  policy: '按计算机策略不使用。',
  environment: '此主机列在 NO_PROXY 中，因此不使用。',
  system: '不使用。',
};

const PROXY_FROM: Readonly<Record<DoctorProxySource, string>> = {
  setting: '设置',
  policy: '计算机策略',
  environment: '环境变量 HTTPS_PROXY',
  system: '此系统',
};

type Certificate = DoctorFacts['tls-ok'];

function listed(paths: readonly string[], count: number): string {
  if (paths.length === 0) return `${count} 项`;
  const more = count - paths.length;
  return more > 0 ? `${paths.join('、')} 等另外 ${more} 项` : paths.join('、');
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`;
}

const SENTENCES: DoctorWords['sentences'] = {
  'skipped-because': ({ because }) => ({ message: `请先解决“${NAMES[because]}”。` }),
  'skipped-in-command': () => ({ message: '只有应用程序能检查：请打开其菜单中的“检查连接…”。' }),
  'skipped-on-system': () => ({ message: '此系统没有这样的限制。' }),
  'settings-ok': ({ apiUrl, lssn }) => ({ message: `${apiUrl}，服务器编号 ${lssn}。` }),
  'policy-none': () => ({ message: '没有设置。' }),
  'policy-ok': ({ keys }) => ({ message: `规定了 ${keys} 个值。` }),
  'policy-problems': ({ problems }) => ({
    message: `其中有无法使用而被跳过的内容：${problems.join('; ')}。`,
    help: '请告知此电脑的管理员。策略的其他内容都有效。',
  }),
  'folder-ok': ({ folder }) => ({ message: `${folder} 可以读写。` }),
  'names-ok': ({ items, ignored, isCaseBlind }) => ({
    message: [
      `${items} 项可以同步。`,
      ...(ignored > 0 ? [`其他程序的 ${ignored} 个临时文件被跳过。`] : []),
      ...(isCaseBlind ? ['此磁盘把大写和小写视为同一名称。'] : []),
    ].join(''),
  }),
  'names-left-out': ({ paths, count }) => ({
    message: `有些内容无法同步：${listed(paths, count)}。`,
    help: '原因在弹出窗口的“未同步”中。链接、程序以及其他系统不允许的名称会留在此电脑上。',
  }),
  'names-clash': ({ paths, count }) => ({
    message: `有些名称只有大小写不同：${listed(paths, count)}。`,
    help: '请给其中一个改名：在许多电脑上它们会是同一个文件。',
  }),
  'disk-ok': ({ freeMiB }) => ({ message: `可用空间 ${size(freeMiB)}。` }),
  'disk-low': ({ freeMiB }) => ({
    message: `可用空间只有 ${size(freeMiB)}。`,
    help: '请尽快腾出空间：被替换的版本会保留一段时间。',
  }),
  'state-ok': ({ folder }) => ({ message: `${folder} 可以写入。` }),
  'database-ok': ({ items }) => ({
    message: items === 0 ? '完好；尚未同步过任何内容。' : `完好，记录了 ${items} 项。`,
  }),
  'same-folder': () => ({ message: '这是之前同步过的文件夹。' }),
  'first-folder': () => ({ message: '之前没有同步过文件夹。' }),
  'proxy-none': ({ why }) => ({ message: NO_PROXY[why] }),
  'proxy-used': ({ proxy, from }) => ({ message: `使用 ${proxy}（指定者：${PROXY_FROM[from]}）。` }),
  'proxy-passed-over': ({ dead, used }) => ({
    message: `${dead ?? '直接连接'} 没有应答，因此改用 ${used ?? '直接连接'}。`,
    help: '同步可以进行，但每次都会变慢：请把没有应答的代理告知 IT 部门。',
  }),
  'dns-not-needed': ({ host }) => ({ message: `不需要：${host} 本身就是地址。` }),
  'dns-ok': ({ host, addresses }) => ({ message: `${host} 的地址：${addresses.join('、')}。` }),
  'tcp-ok': ({ host, port, ms }) => ({ message: `${host} 的端口 ${port} 在 ${ms} 毫秒内应答。` }),
  'tcp-some': ({ host, port, missed }) => ({
    message: `${host} 有些地址在端口 ${port} 上没有应答：${missed.join('、')}。`,
    help: '部分尝试会变慢或失败。常见原因是启用了 IPv6 却不通：请告知 IT 部门。',
  }),
  'tls-none': ({ host }) => ({ message: `不需要：${host} 就是此电脑。` }),
  'tls-unseen': ({ proxy }) => ({ message: `经过 ${proxy}；能否连通见后面几行。` }),
  'tls-ok': ({ host, issuer, until }) => ({ message: `${host} 由 ${issuer} 验证，有效期至 ${until}。` }),
  'tls-expiring': ({ host, until }) => ({
    message: `${host} 的证书将于 ${until} 到期。`,
    help: '如不续期，届时同步会停止：请告知 GIIP 管理员。',
  }),
  'tls-private': ({ issuer, until }) => ({
    message: `证书由 ${issuer} 颁发，它不是公共颁发机构：您的网络重新签署了 TLS，或此 GIIP 使用自己的颁发机构。有效期至 ${until}。`,
    help: `如果 ${issuer} 属于您的公司，则无需操作。如果不认识，请询问 IT 部门：其所有者可以读取 Agent Token。`,
  }),
  'tls-untrusted': ({ issuer }) => ({
    message: `证书由 ${issuer} 颁发，此电脑不信任它：您的网络重新签署了 TLS，或应答的是别人。没有发送任何内容。`,
    help: `如果 ${issuer} 属于您的公司，请向 IT 部门索取其 CA 文件，并在设置中指定（或用 NODE_EXTRA_CA_CERTS）。`,
  }),
  'tls-expired': ({ host, until, issuer }: Certificate) => ({
    message: `${host} 的证书（由 ${issuer} 颁发）已于 ${until} 到期。没有发送任何内容。`,
    help: '请先检查此电脑的日期。如果正确，请告知 GIIP 管理员。',
  }),
  'tls-not-yet': ({ host, from }: Certificate) => ({
    message: `${host} 的证书从 ${from} 起才有效。没有发送任何内容。`,
    help: '请检查此电脑的日期，并让网络来校准。',
  }),
  'tls-wrong-host': ({ host, issuer }: Certificate) => ({
    message: `应答的不是 ${host}：其证书（由 ${issuer} 颁发）属于另一个名称。没有发送任何内容。`,
    help: '请检查 API URL；应答的可能是代理或登录页面，而不是 GIIP。',
  }),
  'push-ok': () => ({ message: '发送可以通过。没有发送任何内容。' }),
  'push-blocked': ({ status }) => ({
    message: `获取也许可以，但发送（HTTP PUT）不被放行：应答 HTTP ${status} 的不是 GIIP。`,
    help: '请 IT 部门放行到 API 主机的 PUT 请求，或检查 API URL。',
  }),
  'clock-ok': ({ seconds }) => ({ message: `与 GIIP 的时钟相差 ${seconds} 秒。` }),
  'clock-unknown': () => ({ message: 'GIIP 没有告知时间。' }),
  'clock-off': ({ seconds, isAhead }) => ({
    message: `此电脑的时钟比 GIIP ${isAhead ? '快' : '慢'} ${duration(seconds)}。证书和列表中的时间会被误判。`,
    help: '请校准时钟，或让网络来校准。',
  }),
  'token-there': ({ place }) => ({ message: PLACES[place] }),
  'pull-ok': ({ items }) => ({ message: `GIIP 有应答。GIIP 上有 ${items} 项。` }),
  'pull-refused': () => ({ message: 'GIIP 有应答，并拒绝了请求。' }),
  'token-accepted': () => ({ message: 'GIIP 接受此 Agent Token。' }),
  'lssn-ok': ({ lssn }) => ({ message: `GIIP 认识服务器编号 ${lssn}。` }),
  'keyring-ok': ({ backend }) => ({ message: `可用（${backend}）。` }),
  'keyring-none': ({ backend }) => ({
    message: `没有密钥环（${backend}）：Agent Token 不会保存，每次启动后都要输入。`,
    help: '请安装 GNOME Keyring 或 KWallet 并重新登录，或通过 OPENCLAW_SYNC_TOKEN 提供令牌。',
  }),
  'keyring-locked': ({ backend }) => ({
    message: `已锁定（${backend}），因此无法读取保存的 Agent Token。`,
    help: '请解锁；之后同步会自动继续。',
  }),
  'tray-ok': () => ({ message: '桌面显示了图标。' }),
  'tray-none': () => ({
    message: '此桌面不显示托盘图标，因此弹出窗口是普通窗口。',
    help: '同步不受影响。在 GNOME 上，扩展“AppIndicator”可显示图标。',
  }),
  'autostart-on': () => ({ message: '登录时会启动。' }),
  'autostart-for-all': () => ({ message: '任何人登录时都会启动：由管理员设定。' }),
  'autostart-broken': ({ program }) => ({
    message: `登录时不会启动：启动项运行的不是此程序，而是 ${program}。`,
    help: '请在设置中重新打开一次。',
  }),
  'autostart-off': () => ({ message: '按您的选择，不会自动启动。' }),
  'autostart-overruled': () => ({
    message: '已设为登录时启动，但此系统把它关闭了。',
    help: '请在系统的启动程序中打开，或在设置中关闭。',
  }),
  'watcher-ok': ({ folders, limit }) => ({ message: `${folders} 个文件夹，上限 ${limit} 个。` }),
  'watcher-short': ({ folders, limit }) => ({
    message: `要监视 ${folders} 个文件夹，而此系统对所有程序合计只允许 ${limit} 个：更改可能到下一次定期同步时才被发现。`,
    help: '请 IT 部门调高 fs.inotify.max_user_watches。',
  }),
  'success-none': () => ({ message: '尚未同步过任何内容。' }),
  'success-fresh': ({ at }) => ({ message: `两边在 ${moment(at)} 时一致。` }),
  'success-old': ({ at, days }) => ({
    message: `上次成功的同步是 ${days} 天前（${moment(at)}）。`,
    help: '请先解决标出的问题，然后同步一次。',
  }),
  'agreement-none': () => ({ message: '尚未同步过任何内容。' }),
  'agreement-ok': ({ items }) => ({ message: `记录的 ${items} 项与文件夹和 GIIP 相符。` }),
  'agreement-off': ({ paths, count, isDueNow }) => ({
    message: `文件夹、GIIP 和记录在不知不觉中出现了差异：${listed(paths, count)}。`,
    help: isDueNow
      ? '下一次同步会全部比较并修正：openclaw-sync sync。'
      : '正在运行的应用会在每小时的检查时或重新启动时修正。',
  }),
};

/** What was looked at, how it is, what it means and what to do, in simplified Chinese. */
export const doctorWords: DoctorWords = { names: NAMES, status: STATUS, sentences: SENTENCES };
