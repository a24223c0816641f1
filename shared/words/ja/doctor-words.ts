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
  settings: '設定',
  policy: 'コンピューターのポリシー',
  folder: 'フォルダー',
  'file-names': 'ファイル名',
  'folder-disk': 'フォルダーのディスク',
  'state-folder': '状態フォルダー',
  'state-disk': '状態フォルダーのディスク',
  database: 'データベース',
  'same-folder': '同じフォルダー',
  proxy: 'プロキシ',
  dns: 'DNS',
  connection: '接続',
  tls: 'TLS',
  push: 'PutOpenclawSync',
  clock: '時計',
  token: 'トークン',
  pull: 'GetOpenclawSync',
  'token-accepted': 'GIIP でのトークン',
  lssn: 'サーバー番号',
  keyring: 'キーリング',
  tray: 'トレイ',
  autostart: 'サインイン時の起動',
  watcher: 'ファイルの監視',
  'last-success': '最後の成功',
  agreement: '一致',
};

const STATUS: Readonly<Record<DoctorStatus, string>> = {
  ok: '正常',
  warning: '注意',
  failed: '問題',
  skipped: '未確認',
};

const PLACES: Readonly<Record<TokenPlace, string>> = {
  stdin: '標準入力で受け取りました。',
  environment: 'OPENCLAW_SYNC_TOKEN から取得します。',
  'giip-config': 'giipAgent.cfg から取得します。',
  policy: 'コンピューターのポリシーが用意します。',
  store: 'このシステムが暗号化して保存しています。',
  'this-run-only': 'プログラムの終了まで保持します。',
  rehearsal: 'リハーサル用のトークンです。',
};

const NO_PROXY: Readonly<Record<DoctorFacts['proxy-none']['why'], string>> = {
  loopback: '使いません。API はこのコンピューターにあります。',
  setting: '設定により使いません。',
  policy: 'コンピューターのポリシーにより使いません。',
  environment: 'このホストは NO_PROXY にあるため使いません。',
  system: '使いません。',
};

const PROXY_FROM: Readonly<Record<DoctorProxySource, string>> = {
  setting: '設定',
  policy: 'コンピューターのポリシー',
  environment: '環境変数 HTTPS_PROXY',
  system: 'このシステム',
};

type Certificate = DoctorFacts['tls-ok'];

function listed(paths: readonly string[], count: number): string {
  if (paths.length === 0) return `${count} 件`;
  const more = count - paths.length;
  return more > 0 ? `${paths.join('、')} ほか ${more} 件` : paths.join('、');
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分`;
}

const SENTENCES: DoctorWords['sentences'] = {
  'skipped-because': ({ because }) => ({ message: `先に「${NAMES[because]}」を解決してください。` }),
  'skipped-in-command': () => ({
    message: 'アプリでのみ確認できます。メニューの「接続を診断…」を開いてください。',
  }),
  'skipped-on-system': () => ({ message: 'このシステムに該当する制限はありません。' }),
  'settings-ok': ({ apiUrl, lssn }) => ({ message: `${apiUrl}、サーバー番号 ${lssn}。` }),
  'policy-none': () => ({ message: '設定されていません。' }),
  'policy-ok': ({ keys }) => ({ message: `${keys} 個の値を定めています。` }),
  'policy-problems': ({ problems }) => ({
    message: `使えないため飛ばした内容があります：${problems.join('; ')}。`,
    help: 'このコンピューターの管理者に伝えてください。ポリシーのほかの内容はすべて有効です。',
  }),
  'folder-ok': ({ folder }) => ({ message: `${folder} は読み書きできます。` }),
  'names-ok': ({ items, ignored, isCaseBlind }) => ({
    message: [
      `${items} 件を同期できます。`,
      ...(ignored > 0 ? [`ほかのプログラムの一時ファイル ${ignored} 個は飛ばします。`] : []),
      ...(isCaseBlind ? ['このディスクは大文字と小文字を同じ名前として扱います。'] : []),
    ].join(''),
  }),
  'names-left-out': ({ paths, count }) => ({
    message: `同期できないものがあります：${listed(paths, count)}。`,
    help: '理由はポップアップの「同期されない項目」にあります。リンク、プログラム、ほかのシステムで使えない名前はこのコンピューターに残ります。',
  }),
  'names-clash': ({ paths, count }) => ({
    message: `大文字と小文字だけが違う名前があります：${listed(paths, count)}。`,
    help: 'どちらかの名前を変えてください。多くのコンピューターでは同じファイルになります。',
  }),
  'disk-ok': ({ freeMiB }) => ({ message: `空きは ${size(freeMiB)} です。` }),
  'disk-low': ({ freeMiB }) => ({
    message: `空きが ${size(freeMiB)} しかありません。`,
    help: '早めに空きを作ってください。置き換える前の版をしばらく保管します。',
  }),
  'state-ok': ({ folder }) => ({ message: `${folder} に書き込めます。` }),
  'database-ok': ({ items }) => ({
    message:
      items === 0
        ? '異常はありません。まだ何も同期していません。'
        : `異常はなく、${items} 件を記録しています。`,
  }),
  'same-folder': () => ({ message: '以前に同期したフォルダーです。' }),
  'first-folder': () => ({ message: '以前に同期したフォルダーはありません。' }),
  'proxy-none': ({ why }) => ({ message: NO_PROXY[why] }),
  'proxy-used': ({ proxy, from }) => ({ message: `${proxy} を使います（指定元：${PROXY_FROM[from]}）。` }),
  'proxy-passed-over': ({ dead, used }) => ({
    message: `${dead ?? '直接の接続'} が応答しないため、${used ?? '直接の接続'} を使います。`,
    help: '同期はできますが、毎回遅くなります。応答しないプロキシを IT 部門に伝えてください。',
  }),
  'dns-not-needed': ({ host }) => ({ message: `不要です。${host} はアドレスです。` }),
  'dns-ok': ({ host, addresses }) => ({ message: `${host} のアドレス：${addresses.join('、')}。` }),
  'tcp-ok': ({ host, port, ms }) => ({ message: `${host} のポート ${port} が ${ms} ms で応答します。` }),
  'tcp-some': ({ host, port, missed }) => ({
    message: `${host} のアドレスのうち、ポート ${port} で応答しないものがあります：${missed.join('、')}。`,
    help: '一部の試行が遅れたり失敗したりします。IPv6 が有効でもつながっていないことがよくあります。IT 部門に伝えてください。',
  }),
  'tls-none': ({ host }) => ({ message: `不要です。${host} はこのコンピューターです。` }),
  'tls-unseen': ({ proxy }) => ({
    message: `${proxy} を経由します。接続できるかどうかは次の行でわかります。`,
  }),
  'tls-ok': ({ host, issuer, until }) => ({
    message: `${host} は ${issuer} により確認され、${until} まで有効です。`,
  }),
  'tls-expiring': ({ host, until }) => ({
    message: `${host} の証明書は ${until} に切れます。`,
    help: '更新されなければ、そのとき同期が止まります。GIIP の管理者に伝えてください。',
  }),
  'tls-private': ({ issuer, until }) => ({
    message: `証明書の発行元 ${issuer} は公的な認証局ではありません。ネットワークが TLS に署名し直しているか、この GIIP が独自の認証局を使っています。${until} まで有効です。`,
    help: `${issuer} が会社のものなら操作は不要です。心当たりがなければ IT 部門に確認してください。その所有者は Agent Token を読み取れます。`,
  }),
  'tls-untrusted': ({ issuer }) => ({
    message: `証明書の発行元 ${issuer} をこのコンピューターは信頼していません。ネットワークが TLS に署名し直しているか、別の相手が応答しています。何も送信しませんでした。`,
    help: `${issuer} が会社のものなら、IT 部門から CA ファイルを受け取り、設定（または NODE_EXTRA_CA_CERTS）で指定してください。`,
  }),
  'tls-expired': ({ host, until, issuer }: Certificate) => ({
    message: `${host} の証明書（${issuer} 発行）は ${until} に切れました。何も送信しませんでした。`,
    help: 'まずこのコンピューターの日付を確認してください。正しければ GIIP の管理者に伝えてください。',
  }),
  'tls-not-yet': ({ host, from }: Certificate) => ({
    message: `${host} の証明書は ${from} から有効です。何も送信しませんでした。`,
    help: 'このコンピューターの日付を確認し、ネットワークの時刻に合わせてください。',
  }),
  'tls-wrong-host': ({ host, issuer }: Certificate) => ({
    message: `応答したのは ${host} ではありません。証明書（${issuer} 発行）の名前が違います。何も送信しませんでした。`,
    help: 'API URL を確認してください。GIIP の代わりにプロキシやサインインページが応答した可能性があります。',
  }),
  'push-ok': () => ({ message: '送信は通ります。何も送信していません。' }),
  'push-blocked': ({ status }) => ({
    message: `取得できても、送信（HTTP PUT）が通りません。GIIP の代わりに何かが HTTP ${status} で応答しています。`,
    help: 'API ホストへの PUT 要求を通すよう IT 部門に依頼するか、API URL を確認してください。',
  }),
  'clock-ok': ({ seconds }) => ({ message: `GIIP の時計との差は ${seconds} 秒です。` }),
  'clock-unknown': () => ({ message: 'GIIP は時刻を伝えていません。' }),
  'clock-off': ({ seconds, isAhead }) => ({
    message: `このコンピューターの時計は GIIP より ${duration(seconds)}${isAhead ? '進んで' : '遅れて'}います。証明書や一覧の時刻を誤って判断します。`,
    help: '時計を合わせるか、ネットワークの時刻を使ってください。',
  }),
  'token-there': ({ place }) => ({ message: PLACES[place] }),
  'pull-ok': ({ items }) => ({ message: `GIIP が応答します。GIIP の項目：${items} 件。` }),
  'pull-refused': () => ({ message: 'GIIP が応答し、要求を拒否しました。' }),
  'token-accepted': () => ({ message: 'GIIP は Agent Token を受け入れました。' }),
  'lssn-ok': ({ lssn }) => ({ message: `GIIP はサーバー番号 ${lssn} を知っています。` }),
  'keyring-ok': ({ backend }) => ({ message: `使えます（${backend}）。` }),
  'keyring-none': ({ backend }) => ({
    message: `ありません（${backend}）。Agent Token は保存されず、起動のたびに入力が必要です。`,
    help: 'GNOME Keyring か KWallet を入れてサインインし直すか、OPENCLAW_SYNC_TOKEN でトークンを渡してください。',
  }),
  'keyring-locked': ({ backend }) => ({
    message: `ロックされている（${backend}）ため、保存された Agent Token を読み取れません。`,
    help: 'ロックを解除してください。そのあと同期は自動的に続きます。',
  }),
  'tray-ok': () => ({ message: 'デスクトップがアイコンを表示しています。' }),
  'tray-none': () => ({
    message: 'このデスクトップはトレイアイコンを表示しないため、ポップアップは通常のウィンドウになります。',
    help: '同期はそのまま動きます。GNOME では拡張機能「AppIndicator」がアイコンを表示します。',
  }),
  'autostart-on': () => ({ message: 'サインインすると起動します。' }),
  'autostart-for-all': () => ({ message: 'だれがサインインしても起動します。管理者がそう設定しました。' }),
  'autostart-broken': ({ program }) => ({
    message: `サインインしても起動しません。起動の項目が別のプログラムを指しています：${program}。`,
    help: '設定でもう一度オンにしてください。',
  }),
  'autostart-off': () => ({ message: '選択どおり、自動では起動しません。' }),
  'autostart-overruled': () => ({
    message: 'サインイン時に起動する設定ですが、このシステムでオフになっています。',
    help: 'システムのスタートアップでオンにするか、設定でオフにしてください。',
  }),
  'watcher-ok': ({ folders, limit }) => ({ message: `フォルダー ${folders} 個、上限 ${limit} 個。` }),
  'watcher-short': ({ folders, limit }) => ({
    message: `監視するフォルダーが ${folders} 個あり、このシステムの上限は全プログラムで ${limit} 個です。変更に気づくのが次の定期同期まで遅れることがあります。`,
    help: 'IT 部門に fs.inotify.max_user_watches を上げるよう依頼してください。',
  }),
  'success-none': () => ({ message: 'まだ何も同期していません。' }),
  'success-fresh': ({ at }) => ({ message: `${moment(at)} に両側が一致していました。` }),
  'success-old': ({ at, days }) => ({
    message: `最後に成功した同期は ${days} 日前です（${moment(at)}）。`,
    help: '示された問題を解決してから、一度同期してください。',
  }),
  'agreement-none': () => ({ message: 'まだ何も同期していません。' }),
  'agreement-ok': ({ items }) => ({
    message: `記録している ${items} 件はフォルダーと GIIP に合っています。`,
  }),
  'agreement-off': ({ paths, count, isDueNow }) => ({
    message: `フォルダー、GIIP、記録が気づかれずに食い違いました：${listed(paths, count)}。`,
    help: isDueNow
      ? '次の同期がすべてを比べて直します：openclaw-sync sync。'
      : '動作中のアプリが毎時の確認で、または次の起動時に直します。',
  }),
};

/** What was looked at, how it is, what it means and what to do, in Japanese. */
export const doctorWords: DoctorWords = { names: NAMES, status: STATUS, sentences: SENTENCES };
