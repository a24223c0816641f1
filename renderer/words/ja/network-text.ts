import type { NetworkText } from '../en/network-text.ts';

export const networkText: NetworkText = {
  title: 'ネットワーク',
  proxy: 'プロキシ',
  proxyHint: 'GIIP への接続方法です。このコンピューター内のアドレスはプロキシを通りません。',
  choices: { system: 'このコンピューターの設定どおり', direct: '使わない', own: '指定する：' },
  address: 'プロキシのアドレス',
  addressHint: '例：http://proxy.example.com:8080（ユーザー名とパスワードは含めません）',
  addressProblem:
    'プロキシのアドレスではありません。ユーザー名とパスワードを含めず、http://、https:// または socks5:// とホストを入力してください。',
  use: 'このプロキシを使う',
  now: '使用中',
  direct: 'プロキシなしで直接',
  sources: {
    setting: (proxy) => proxy,
    environment: (proxy) => `${proxy}（HTTPS_PROXY から）`,
    system: (proxy) => `${proxy}（このコンピューターの設定）`,
  },
  user: 'プロキシのユーザー名',
  userHint: 'プロキシが求める場合だけ必要です。Windows のドメインでは DOMAIN\\名前 の形です。',
  password: 'プロキシのパスワード',
  passwordHint: 'このシステムが暗号化し、このプロキシだけに伝え、二度と表示しません。',
  keep: 'ユーザー名とパスワードを保存',
  forget: '削除する',
  kept: {
    stored: 'このプロキシのユーザー名とパスワードは、このシステムで暗号化して保存されています。',
    'this-run-only':
      'ユーザー名とパスワードは Openclaw Sync が終わるまで保持します。このシステムには安全に保存する場所がありません。',
  },
  ca: '追加の認証局',
  caHint: '安全な接続の中身を調べるネットワークのための、会社の PEM ファイルです。',
  caNone: 'なし',
  choose: 'ファイルを選ぶ…',
  remove: '取り除く',
};
