import { canonicalJson, members } from '../../shared/merge/json-tree.ts';
import { parseValue, valueType } from '../../shared/merge/json-value.ts';
import type { JsonSource } from '../../shared/merge/key-difference.ts';
import { differenceWords } from '../difference-words.ts';

const { value: words, deed } = differenceWords;

const LONGEST = 40;
/** So much of what is equal stands in front of a difference that would else be cut off. */
const LEAD = 12;
/** What lies behind is never excerpted: texts may be megabytes. */
const LOOKED_AT = 10_000;

/** Where an excerpt begins: at the start, or at a word shortly before the first difference where that would be cut off. */
function startOf(all: readonly string[], against: readonly string[]): number {
  const first = all.findIndex((letter, i) => letter !== against[i]);
  if (first <= LONGEST - LEAD) return 0;
  const gap = all.indexOf(' ', first - LEAD);
  return gap >= 0 && gap < first ? gap + 1 : first - LEAD;
}

/** The first words of a text in one line; with another text it begins where the two begin to differ. */
export function excerpt(text: string, other = ''): string {
  const [all = [], against = []] = [text, other].map((one) => [
    ...one.slice(0, LOOKED_AT).replace(/\s+/g, ' ').trim(),
  ]);
  if (all.length <= LONGEST) return all.join('');
  const start = startOf(all, against);
  const part = all
    .slice(start, start + LONGEST)
    .join('')
    .trim();
  const isCut = start + LONGEST < all.length || text.length > LOOKED_AT;
  return `${start > 0 ? '…' : ''}${part}${isCut ? '…' : ''}`;
}

function textOf(source: JsonSource): string | undefined {
  const value = source === null || valueType(source) !== 'text' ? null : parseValue(source);
  return value ? String(value.node.value) : undefined;
}

/** Each entry of a list as its file spells it; null where it is none. */
function entriesOf(
  source: JsonSource,
): readonly { readonly source: string; readonly meaning: string }[] | null {
  const value = source === null ? null : parseValue(source);
  if (value?.node.type !== 'array') return null;
  return (value.node.children ?? []).map((node) => ({
    source: value.tree.text.slice(node.offset, node.offset + node.length),
    meaning: canonicalJson(value.tree, node),
  }));
}

function listWords(source: string): string {
  const entries = entriesOf(source) ?? [];
  if (entries.length === 0) return words.emptyList;
  const inner = entries.map((entry) => textOf(entry.source) ?? entry.source).join(', ');
  return words.list(entries.length, excerpt(inner));
}

function groupWords(source: string): string {
  const value = parseValue(source);
  const amount = value ? members(value.node).length : 0;
  return amount === 0 ? words.emptyGroup : words.group(amount);
}

/** Whether a value that is `true` or `false` is on. */
export function isOn(source: string): boolean {
  return source.trim() === 'true';
}

/** A value without quotes, as a screen reader says it; long ones shortened to where they differ from the other side's. */
export function spokenValue(source: JsonSource, other: JsonSource = null): string {
  if (source === null) return words.notSet;
  switch (valueType(source)) {
    case 'on-off':
      return isOn(source) ? words.on : words.off;
    case 'text':
      return excerpt(textOf(source) ?? source, textOf(other)) || words.emptyText;
    case 'list':
      return listWords(source);
    case 'object':
      return groupWords(source);
    case 'null':
      return words.none;
    default:
      return excerpt(source);
  }
}

/** A value as people read it: a text in quotes, else as it is said. */
export function valueWords(source: JsonSource, other: JsonSource = null): string {
  const said = spokenValue(source, other);
  return textOf(source) ? words.quoted(said) : said;
}

function without(all: readonly string[], taken: readonly string[]): readonly number[] {
  const left = new Map<string, number>();
  for (const one of taken) left.set(one, (left.get(one) ?? 0) + 1);
  return all.flatMap((one, i) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count > 0 ? [] : [i];
  });
}

/** What became of a list: "added “d”", "removed 2 entries", "changed the order"; null where either is no list. */
export function listChange(before: JsonSource, after: JsonSource): string | null {
  const [was, is] = [entriesOf(before), entriesOf(after)];
  if (!was || !is) return null;
  const [old, now] = [was, is].map((all) => all.map(({ meaning }) => meaning));
  const entries = (all: typeof was, at: readonly number[]): string => {
    const only = at.length === 1 ? all[at[0] ?? 0] : undefined;
    return only ? valueWords(only.source) : words.entries(at.length);
  };
  const [added, removed] = [without(now ?? [], old ?? []), without(old ?? [], now ?? [])];
  if (added.length > 0 && removed.length > 0) return deed.listBoth(entries(is, added), entries(was, removed));
  if (added.length > 0) return deed.listAdded(entries(is, added));
  return removed.length > 0 ? deed.listRemoved(entries(was, removed)) : deed.reordered;
}
