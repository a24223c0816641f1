import { countText } from '../../count-text.ts';
import type { SecretText } from '../en/secret-text.ts';

const { files } = countText;

/** The words about items that are held for a key or password in them, in Japanese. */
export const secretText: SecretText = {
  title: (amount) =>
    amount === 1 ? '機密情報は送信していません' : `${files(amount)}の機密情報は送信していません`,
  body: 'まだ GIIP にないキーまたはパスワードと思われる内容が含まれています。送信すると、GIIP でこのサーバーを閲覧できる人が読めるようになります。それ以外の同期は続きます。',
  keep: 'このコンピューターに残す',
  once: '今回だけ送信',
  always: 'これは常に許可',
  keepAll: (amount) => `${amount} 件すべてをこのコンピューターに残す`,
  showAll: (amount) => `${amount} 件すべて表示`,
  ask: 'もう一度確認する',
  section: '機密情報',
  gate: '送信前にキーとパスワードを探す',
  gateHint: '含まれていると思われるファイルは確認するまで保留し、それ以外の同期は続けます。',
};
