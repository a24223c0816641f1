import { countText } from '../../count-text.ts';
import type { SupportText } from '../en/support-text.ts';

/** The window that makes a support bundle, in simplified Chinese. */
export const supportText: SupportText = {
  open: '创建支持文件…',
  openHint: '把支持人员需要的内容放进一个文件。您可以先查看全部内容，不会发送任何东西。',
  title: '支持文件',
  intro: '支持人员需要的内容都在一个压缩文件中。没有任何东西离开此电脑：请先查看，保存后再交给支持人员。',
  without: '其中绝不包含 Agent Token 和文件正文。',
  names: '包含文件名',
  namesHint: '不包含时，每个文件都以 docs/3f9a1c07.md 这样的代称显示。',
  collecting: '正在收集…',
  list: '其中的文件',
  size: (files, bytes) => `${countText.files(files)}，压缩前 ${countText.bytes(bytes)}。`,
  fileSize: (bytes, isCut) => (isCut ? `${countText.bytes(bytes)}，仅末尾部分` : countText.bytes(bytes)),
  textOf: (name) => `${name} 的内容`,
  empty: '此文件为空。',
  save: '保存…',
  again: '重新收集',
  saved: (name) => `已保存为 ${name}。没有发送任何东西。`,
};
