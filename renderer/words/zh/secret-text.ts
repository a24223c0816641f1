import { countText } from '../../count-text.ts';
import type { SecretText } from '../en/secret-text.ts';

const { files } = countText;

/** The words about items that are held for a key or password in them, in Simplified Chinese. */
export const secretText: SecretText = {
  title: (amount) => (amount === 1 ? '机密内容未发送' : `${files(amount)}中的机密内容未发送`),
  body: '其中含有疑似密钥或密码、且 GIIP 上尚没有的内容。一旦发送，能在 GIIP 上查看此服务器的人都能读到。其余内容继续同步。',
  keep: '仅保留在此电脑',
  once: '仅发送这一次',
  always: '始终允许此项',
  keepAll: (amount) => `将全部 ${amount} 项仅保留在此电脑`,
  showAll: (amount) => `显示全部 ${amount} 项`,
  ask: '再次询问',
  section: '机密内容',
  gate: '发送前查找密钥和密码',
  gateHint: '疑似含有密钥或密码的文件会暂缓发送，等您查看；其余内容继续同步。',
};
