import { type ItemPath, sectionOf } from '../../../shared/model/item.ts';
import type { Choices } from '../core/choices.ts';
import type { Ledger } from '../core/ledger.ts';

/** One hand that writes: its choices, and the ledger in which each of its tokens goes. */
export interface Hand {
  readonly choices: Choices;
  readonly ledger: Ledger;
  /** Writes Korean as well, which some servers damage. */
  readonly isWide: boolean;
}

function freshDoc({ ledger, isWide }: Hand, parents: readonly string[]): string {
  const [one, two, three] = [0, 1, 2].map(() => ledger.fresh(parents, isWide));
  return `${one}\nalpha\n${two}\nbeta\n${three}\n`;
}

function freshConfig({ ledger, isWide }: Hand, parents: readonly string[]): string {
  const [one, two, three] = [0, 1, 2].map(() => ledger.fresh(parents, isWide));
  return `{"a": "${one}","b": "${two}","deep": {"c": "${three}"}}`;
}

/** A whole new text for a path. */
export function freshText(hand: Hand, path: ItemPath, parents: readonly string[] = []): string {
  return sectionOf(path) === 'config' ? freshConfig(hand, parents) : freshDoc(hand, parents);
}

/** One token is written anew where it stands; everything else stays to the letter. */
function changeToken(hand: Hand, text: string): string | null {
  const tokens = hand.ledger.in(text);
  const old = tokens[hand.choices.pick(tokens.length)];
  return old === undefined ? null : text.replace(old, hand.ledger.fresh([old], hand.isWide));
}

function addDocLine({ ledger, isWide }: Hand, text: string): string {
  const end = text.endsWith('\n') ? '' : '\n';
  return `${text}${end}gamma\n${ledger.fresh([], isWide)}\n`;
}

function addConfigKey({ ledger, isWide }: Hand, text: string): string | null {
  const end = text.lastIndexOf('}');
  if (end < 0 || ledger.in(text).length === 0) return null;
  const token = ledger.fresh([], isWide);
  return `${text.slice(0, end)},"k${token.slice(1, 5)}":  "${token}"${text.slice(end)}`;
}

/** Another form of the same meaning. */
function restyle({ choices }: Hand, text: string): string {
  const styles: readonly ((plain: string) => string)[] = [
    (plain) => plain.replaceAll('\n', '\r\n'),
    (plain) => `\uFEFF${plain}`,
    (plain) => plain.replace(/\n$/, ''),
    (plain) => `\n${plain}\n\n`,
  ];
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return styles[choices.pick(styles.length)]?.(plain) ?? plain;
}

/** Half of a config, as a program that is killed while it saves would leave it. */
function breakConfig(text: string): string {
  return text.slice(0, Math.max(2, text.length >> 1));
}

function takeOutDocLine({ choices, ledger }: Hand, text: string): string | null {
  const tokens = ledger.in(text);
  const old = tokens[choices.pick(tokens.length)];
  return old === undefined || tokens.length < 2 ? null : text.replace(new RegExp(`${old}\r?\n?`), '');
}

/** The text after somebody who saw `text` has edited it; what they took out is in the ledger. */
export function edited(hand: Hand, path: ItemPath, text: string): string {
  const isConfig = sectionOf(path) === 'config';
  const kind = text.trim() === '' ? 3 : hand.choices.weigh([10, 3, 2, 2, isConfig ? 1 : 2]);
  const after = ((): string | null => {
    if (kind === 1) return isConfig ? addConfigKey(hand, text) : addDocLine(hand, text);
    if (kind === 2) return restyle(hand, text);
    if (kind === 3) return freshText(hand, path, hand.ledger.in(text));
    if (kind === 4) return isConfig ? breakConfig(text) : takeOutDocLine(hand, text);
    return changeToken(hand, text);
  })();
  const result = after ?? freshText(hand, path, hand.ledger.in(text));
  hand.ledger.replaced(text, result);
  return result;
}
