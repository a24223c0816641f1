import type { PushItem } from '../sync/ports.ts';
import { LIMITS } from './limits.ts';

/** What every body holds besides its items: names, brackets, and room for number and token. */
const FRAME = '{"at":,"lssn":,"changedConfigs":{},"changedDocs":[]}'.length + 16;

/** One item as it stands in a body; a config's text goes in as it is written, digit for digit. */
function partOf({ section, wire, text }: PushItem): string {
  if (section === 'config') return `${JSON.stringify(wire)}:${text}`;
  return JSON.stringify({ doc_path: wire, doc_content: text });
}

/** The JSON of one push; a section without items is left out. */
export function pushBody(at: string, lssn: number, items: readonly PushItem[]): string {
  const parts = (section: PushItem['section']): string =>
    items
      .filter((item) => item.section === section)
      .map(partOf)
      .join(',');
  const configs = parts('config');
  const docs = parts('doc');
  const members = [
    `"at":${JSON.stringify(at)}`,
    `"lssn":${lssn}`,
    ...(configs === '' ? [] : [`"changedConfigs":{${configs}}`]),
    ...(docs === '' ? [] : [`"changedDocs":[${docs}]`]),
  ];
  return `{${members.join(',')}}`;
}

/** Cuts a push into bodies below the limit, in order; an item that alone exceeds it goes alone. */
export function pushBatches(at: string, items: readonly PushItem[]): readonly (readonly PushItem[])[] {
  const room = LIMITS.pushBytes - FRAME - Buffer.byteLength(JSON.stringify(at));
  const batches: PushItem[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = Buffer.byteLength(partOf(item)) + 1;
    if (used + size > room) {
      batches.push([]);
      used = 0;
    }
    batches.at(-1)?.push(item);
    used += size;
  }
  return batches;
}
