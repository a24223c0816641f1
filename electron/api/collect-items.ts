import type { Rejected, Section } from '../../shared/model/item.ts';
import type { HeardText, KeepText, RemoteItem } from '../sync/ports.ts';
import type { ItemText } from './item-text.ts';

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

/** A text, or what was kept of it. */
type Found = ItemText | { readonly heard: HeardText };

function isSame(a: Found, b: Found): boolean {
  if ('heard' in a) return 'heard' in b && a.heard.id === b.heard.id;
  return 'text' in a && 'text' in b && a.text === b.text;
}

/** `repeated` says what a wire name with the same text twice comes to. With `keep` no text stays here. */
export function collectItems(
  section: Section,
  repeated: 'once' | 'rejected',
  keep?: KeepText,
): ItemCollector {
  const seen = new Map<string, Found>();
  const nameless: Rejected[] = [];
  const found = (wire: string, item: ItemText): Found =>
    'text' in item && keep !== undefined ? { heard: keep(section, wire, item.text) } : item;
  return {
    add(wire, text) {
      const before = seen.get(wire);
      if (before === undefined) {
        const isWhole = wire.isWellFormed();
        seen.set(
          wire,
          isWhole ? found(wire, text) : { refused: 'its name holds half of a character (a lone surrogate)' },
        );
        return;
      }
      if (repeated === 'once' && isSame(before, found(wire, text))) return;
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
      for (const [wire, item] of seen) {
        if ('heard' in item) items.push({ wire, text: '', heard: item.heard });
        else if ('text' in item) items.push({ wire, text: item.text });
        else rejected.push({ path: labelOf(wire), reason: item.refused });
      }
      return { items, rejected };
    },
  };
}
