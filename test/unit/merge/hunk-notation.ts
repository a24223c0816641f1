import type { TextHunk } from '../../../shared/merge/text-hunk.ts';

/** "a b _" as three lines, the last one blank; nothing is one empty line, as in every editor. */
export function text(words: string): string {
  return words
    .split(' ')
    .map((word) => (word === '_' ? '' : word))
    .join('\n');
}

function words(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '_' : line)).join(' ');
}

const MARKS = { mine: 'm', server: 's', same: 'b' } as const;

/** Hunks in one line: `a m(b>B) s(c>C) b(d>D) !(e|E|F) g`; m: changed by mine, s: by the server, b: by both alike. */
export function written(hunks: readonly TextHunk[] | null): string | null {
  const parts = hunks?.map(({ kind, base, mine, server }) => {
    if (kind === 'unchanged') return words(mine);
    if (kind === 'overlap') return `!(${words(base)}|${words(mine)}|${words(server)})`;
    return `${MARKS[kind]}(${words(base)}>${words(kind === 'server' ? server : mine)})`;
  });
  return parts?.join(' ') ?? null;
}
