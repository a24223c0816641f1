import type { ErrorWords } from '../../model/sync-error.ts';

const SAFE = 'ファイルはそのままで、失われたものはありません。';

/** What happened and what to do, in Japanese. */
export const errorWords: ErrorWords = {
  'server-unreachable': {
    message: `GIIP に接続できません。${SAFE}`,
    help: 'ネットワークと API URL を確認してください。GIIP が応答すれば同期は自動的に続きます。',
  },
  'server-timeout': {
    message: `GIIP が時間内に応答しませんでした。${SAFE}`,
    help: '操作は不要です。次の試行は自動で行われ、まず GIIP の内容を確認します。',
  },
  'server-unavailable': {
    message: `GIIP が内部エラーを返しました。${SAFE}`,
    help: 'ここでの操作は不要です。次の試行は自動で行われます。続く場合、原因は GIIP サーバーの tErrorLogs にあります。',
  },
  'server-rate-limited': {
    message: `GIIP が要求の間隔を空けるよう求めています。${SAFE}`,
    help: '操作は不要です。時間が過ぎれば同期が続きます。',
  },
  'server-answer-invalid': {
    message: `応答が GIIP のものではないため、何も使いませんでした。${SAFE}`,
    help: 'API URL を確認してください。GIIP の代わりにプロキシやサインインページが応答した可能性があります。',
  },
  'server-answer-too-large': {
    message: `GIIP の応答がこのアプリの受け取れる大きさを超えるため、何も使いませんでした。${SAFE}`,
    help: 'GIIP の管理者に、このサーバー番号のドキュメントの大きさを確認してもらってください。',
  },
  'server-redirected': {
    message: `GIIP が別のアドレスへ転送しようとしました。要求に Agent Token が含まれるため、従いません。${SAFE}`,
    help: '設定に最終的な API URL を入力してください。',
  },
  'tls-failed': {
    message: `GIIP との安全な接続を確認できないため、何も送信しませんでした。${SAFE}`,
    help: 'このコンピューターの時計を確認してください。社内プロキシの内側では、設定のネットワークで会社の CA ファイルを追加してください。',
  },
  'proxy-failed': {
    message: `プロキシが要求を通しませんでした。${SAFE}`,
    help: '設定のプロキシ（または HTTPS_PROXY と NO_PROXY）を確認するか、IT 部門に API ホストへの接続を依頼してください。',
  },
  'proxy-auth-required': {
    message: `プロキシがユーザー名とパスワードを求めており、まだ受け入れられたものがありません。${SAFE}`,
    help: '設定のネットワークで入力してください。コマンドは HTTPS_PROXY からのみ読み取ります。',
  },
  'token-refused': {
    message: `GIIP が Agent Token を拒否しました。対応されるまで同期を止めています。${SAFE}`,
    help: 'GIIP で Agent Token を確認または再発行し、設定に入力してください。',
  },
  'token-missing': {
    message: 'Agent Token が設定されていないため、GIIP に要求しませんでした。',
    help: 'ウィンドウで Agent Token を入力するか、OPENCLAW_SYNC_TOKEN、--token-stdin、--giip-config で指定してください。',
  },
  'token-other-origin': {
    message:
      '保存されている Agent Token は別の API アドレス用に入力されたもので、このアドレスには送信しません。',
    help: 'この API URL 用の Agent Token をもう一度入力してください。',
  },
  'token-locked': {
    message: 'キーリングがロックされているため、Agent Token をまだ読み取れません。',
    help: 'キーリングのロックを解除してください（通常はデスクトップへのサインインで解除されます）。そのあと同期は自動的に続きます。',
  },
  'token-undecryptable': {
    message:
      '保存されている Agent Token を読み取れなくなりました。キーリングまたはユーザープロファイルが変わっています。ほかはすべて残っています。',
    help: 'Agent Token をもう一度入力してください。',
  },
  'token-not-provided': {
    message: `このコンピューターの Agent Token は組織が用意しますが、取得できませんでした。${SAFE}`,
    help: '括弧内の内容を管理者に伝えてください。トークンが用意されれば同期は自動的に続きます。',
  },
  'parameter-refused': {
    message: `GIIP が要求の形式を不正として拒否しました。${SAFE}`,
    help: 'サーバー番号 (lssn) と Agent Token を確認してください。',
  },
  'api-url-invalid': {
    message: 'この API URL は使えません。',
    help: 'https://api.netbako.com/api のような https のアドレスを入力してください。http はこのコンピューターに対してのみ使え、ユーザー名、パスワード、# 以降は使えません。',
  },
  'lssn-invalid': {
    message: 'サーバー番号 (lssn) が 1 から 2147483647 までの整数ではありません。',
    help: 'GIIP がこのサーバーに表示する番号を使ってください。',
  },
  'token-invalid': {
    message: 'Agent Token が空か、見本のままです。',
    help: 'GIIP が発行した Agent Token (sk) を使ってください。',
  },
  'workspace-not-set': {
    message: 'Openclaw フォルダーが選ばれていません。',
    help: 'ウィンドウで .openclaw フォルダーを選ぶか、--workspace で指定してください。',
  },
  'workspace-missing': {
    message:
      'Openclaw フォルダーがありません。同期を止めました。フォルダーがないことをファイルの削除とは見なしません。',
    help: 'ドライブを接続するか、フォルダーを元に戻すか、別のフォルダーを選んでください。',
  },
  'workspace-replaced': {
    message:
      'Openclaw フォルダーの場所に別のフォルダーがあります。どちら側も上書きされないよう同期を止めました。',
    help: '正しいフォルダーを戻すか、これが正しいと確認してください。その場合は最初の同期と同じように比較します。',
  },
  'workspace-unreadable': {
    message: 'Openclaw フォルダーを読み取れません。何も変更していません。',
    help: 'このユーザーにフォルダーの読み書きの権限を与えてください。',
  },
  'workspace-taken': {
    message:
      'このフォルダーはすでに別の接続のものです。同じフォルダーか、その中か、それを含むフォルダーです。二つの接続が一つのファイルを上書きし合うため、この接続は同期しません。何も変更していません。',
    help: 'この接続には別のフォルダーを選ぶか、設定 › 接続 でもう一方の接続を削除してください。',
  },
  'giip-config-unreadable': {
    message: 'giipAgent.cfg を読み取れません。',
    help: 'ファイルのパスと権限を確認してください。',
  },
  'giip-config-incomplete': {
    message: 'giipAgent.cfg に使えるトークンとサーバー番号がありません。',
    help: '中の sk と lssn の見本の値を置き換えるか、手で入力してください。',
  },
  managed: {
    message: '組織が管理している設定のため、何も変更しませんでした。',
    help: '管理者に変更を依頼してください。括弧内にどこで決められているかが書かれています。',
  },
  usage: { message: 'コマンドを解釈できませんでした。', help: 'openclaw-sync --help を参照してください。' },
  busy: {
    message: '別の Openclaw Sync がこのフォルダーで作業中です。',
    help: '実行中のものを使うか（ウィンドウに「今すぐ同期」があります）、先に終了してください。',
  },
  'engine-ended': {
    message: `このプログラムの同期を行う部分が予期せず終了し、再び起動されます。${SAFE}`,
    help: '操作は必要ありません。自動的に再試行します。繰り返す場合は、サポート用ファイルを保存してサポート担当者に渡してください。',
  },
  'disk-full': {
    message: 'ディスクがいっぱいです。書き込もうとしたファイルは元のままです。',
    help: '空きを作ってください。同期は自動的に続きます。',
  },
  'write-failed': {
    message: 'ファイルに書き込めませんでした。ファイルは元のままです。',
    help: 'そのファイルを使っているプログラムを閉じ、権限を確認してください。次の同期でもう一度試します。',
  },
  'state-unusable': {
    message: 'このアプリのデータベースを使えません。ファイルと GIIP はそのままです。',
    help: 'ディスクと状態フォルダーの権限を確認してください。データベースが壊れている場合は別の場所へ移してください。次の同期は最初の同期と同じように比較し、何も上書きしません。',
  },
  'state-newer': {
    message: 'データベースがこのアプリのより新しいバージョンで書かれています。',
    help: '新しいバージョンをもう一度インストールしてください。',
  },
  'push-replaces-everything': {
    message:
      '試したところ、この GIIP サーバーは送信に含まれないものをすべて捨てます。捨てられたものは元に戻し、送信を止めました。',
    help: 'GIIP のサポートに知らせてください。取得は続きます。GIIP が含まれないものを残すようになったら openclaw-sync sync --approve を実行してください。',
  },
  'no-such-conflict': {
    message: 'このパスに競合はありません。',
    help: '待っている競合は openclaw-sync status で確認できます。',
  },
  'no-such-version': {
    message: 'そのようなバージョンはありません。',
    help: '残っているバージョンは openclaw-sync history で確認できます。',
  },
  'changed-meanwhile': {
    message: '処理の間にファイルが変わったため、何も書き込みませんでした。',
    help: 'もう一度確認し、選択し直してください。',
  },
  'text-unusable': {
    message: 'この内容はこのファイルに書けないため、何も書き込みませんでした。',
    help: '示された箇所を直して、もう一度保存してください。',
  },
  unexpected: {
    message: `予期しないことが起こりました。${SAFE}`,
    help: 'ログを確認してください。次の同期でもう一度試します。',
  },
};
