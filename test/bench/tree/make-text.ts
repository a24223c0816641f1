import { below, favourite, type Seeded } from './choose.ts';

const ONSETS = ['b', 'd', 'f', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'pr', 'tr', 'gl'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const FOREIGN = ['동기화', '문서', '설정', '플랫폼', '同期', '設定', '文档', '配置', 'größer', 'café'];
const SHORTEST = 300;
const LONGEST = 60_000;

function word(random: Seeded): string {
  const syllables = 1 + below(random, 3);
  let made = '';
  for (let count = 0; count < syllables; count += 1)
    made += `${ONSETS[below(random, ONSETS.length)]}${VOWELS[below(random, VOWELS.length)]}`;
  return made;
}

/** The words of one tree: a few hundred, of which some are not Latin. */
export function vocabulary(random: Seeded): readonly string[] {
  return [...Array.from({ length: 590 }, () => word(random)), ...FOREIGN];
}

/** Many short texts, a few long ones, 3.8 kB on average. No Math.exp: its last digit may differ between machines. */
function lengthOf(random: Seeded): number {
  let length = SHORTEST + below(random, 3_700);
  while (length < LONGEST && random() < 0.37) length = Math.floor(length * 1.75);
  return length;
}

function sentence(random: Seeded, words: readonly string[]): string {
  const said = Array.from({ length: 4 + below(random, 12) }, () => favourite(random, words)).join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function block(random: Seeded, words: readonly string[]): string {
  const kind = below(random, 10);
  if (kind === 0) return `## ${favourite(random, words)} ${favourite(random, words)}`;
  const sentences = Array.from({ length: 2 + below(random, 4) }, () => sentence(random, words));
  return kind < 3 ? sentences.map((text) => `- ${text}`).join('\n') : sentences.join(' ');
}

/** A document as people keep them: Markdown, one in ten with the line ends of Windows. */
export function docText(random: Seeded, words: readonly string[], title: string): string {
  const wanted = lengthOf(random);
  const blocks = [`# ${title}`];
  for (let length = 0; length < wanted; length += blocks.at(-1)?.length ?? 0)
    blocks.push(block(random, words));
  const text = `${blocks.join('\n\n')}\n`;
  return below(random, 10) === 0 ? text.replaceAll('\n', '\r\n') : text;
}

/** A configuration: an object of settings, one in ten as Windows PowerShell writes it (BOM, CRLF). */
export function configText(random: Seeded, words: readonly string[]): string {
  const entries = Array.from({ length: 20 + below(random, 60) }, (_, place) => [
    `${favourite(random, words)}.${place}`,
    random() < 0.5 ? below(random, 10_000) : sentence(random, words),
  ]);
  const text = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  return below(random, 10) === 0 ? `\ufeff${text.replaceAll('\n', '\r\n')}` : text;
}
