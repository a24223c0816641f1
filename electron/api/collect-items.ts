import type { Rejected } from '../../shared/model/item.ts';
import type { RemoteItem } from '../sync/ports.ts';
import type { ItemText } from './item-text.ts';

const LONE_SURROGATE = /\p{Cs}/u;
const LONE_SURROGATES = /\p{Cs}/gu;
const LONGEST_LABEL = 1024;

/** Gathers one section's items and sees to it that each wire name has one text. */
export interface ItemCollector {
  add(wire: string, text: ItemText): void;
  /** An entry without a usable name. */
  reject(label: string, reason: string): void;
  result(): { readonly items: readonly RemoteItem[]; readonly rejected: readonly Rejected[] };
}

/** The name as it can be shown and stored: unchanged wherever that is possible, since others compare it. */
function labelOf(wire: string): string {
  const label = wire.replace(LONE_SURROGATES, '\ufffd');
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label;
}

/** `repeated` says what a wire name with the same text twice comes to. */
export function collectItems(repeated: 'once' | 'rejected'): ItemCollector {
  const seen = new Map<string, ItemText>();
  const nameless: Rejected[] = [];
  return {
    add(wire, text) {
      const before = seen.get(wire);
      const lone = LONE_SURROGATE.test(wire);
      if (before === undefined) {
        seen.set(wire, lone ? { refused: 'its name holds half of a character (a lone surrogate)' } : text);
        return;
      }
      const same = repeated === 'once' && 'text' in before && 'text' in text && before.text === text.text;
      if (!same)
        seen.set(wire, {
          refused: repeated === 'once' ? 'GIIP names it twice with different texts' : 'GIIP names it twice',
        });
    },
    reject(label, reason) {
      nameless.push({ path: labelOf(label), reason });
    },
    result() {
      const items: RemoteItem[] = [];
      const rejected: Rejected[] = [...nameless];
      for (const [wire, text] of seen) {
        if ('text' in text) items.push({ wire, text: text.text });
        else rejected.push({ path: labelOf(wire), reason: text.refused });
      }
      return { items, rejected };
    },
  };
}
