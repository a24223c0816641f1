import { type ItemPath, sectionOf } from '../model/item.ts';
import { freshJson, patchJson } from './json-patch.ts';
import { restyleText } from './text-style.ts';

/** The text to write for what comes in: in the style of the file that stands there, or as a new file. */
export function styledText(path: ItemPath, current: string | null, incoming: string): string {
  if (sectionOf(path) === 'config')
    return current === null ? freshJson(incoming) : patchJson(current, incoming);
  return current === null ? incoming : restyleText(current, incoming);
}

/** The text to send: a byte-order mark is the disk's business, not the text's. */
export function textToSend(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
