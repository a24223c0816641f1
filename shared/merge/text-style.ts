import { plainText } from './meaning.ts';

type LineEnd = '\n' | '\r\n' | '\r';

const LINE_END = /\r\n|\r|\n/g;

/** The line end that most lines have; null when there is only one line. */
function commonLineEnd(text: string): LineEnd | null {
  const counts = new Map<string, number>();
  for (const [end] of text.matchAll(LINE_END)) counts.set(end, (counts.get(end) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? (most[0] as LineEnd) : null;
}

/** Lines with the line end that each has; the last one may have none. */
function linesWithEnds(text: string): readonly { readonly line: string; readonly end: string }[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  const lines = [];
  for (let i = 0; i < parts.length; i += 2) lines.push({ line: parts[i] ?? '', end: parts[i + 1] ?? '' });
  return lines;
}

/**
 * In a file of mixed line ends, an unchanged line keeps the end it has: equal lines at the head and at the tail are
 * matched up, everything between takes the common end. Head and tail are enough: style may not cost a diff.
 */
function withMixedEnds(current: string, incoming: string, common: LineEnd): string {
  const old = linesWithEnds(current);
  const lines = linesWithEnds(incoming);
  let head = 0;
  while (head < old.length && head < lines.length && old[head]?.line === lines[head]?.line) head += 1;
  let tail = 0;
  const most = Math.min(old.length, lines.length) - head;
  while (tail < most && old.at(-1 - tail)?.line === lines.at(-1 - tail)?.line) tail += 1;
  return lines
    .map(({ line, end }, i) => {
      if (end === '') return line;
      const match =
        i < head ? old[i] : i >= lines.length - tail ? old[old.length - lines.length + i] : undefined;
      return line + (match?.end || common);
    })
    .join('');
}

/** With one final newline where the file has one, without it where the file has none. */
function finishedLike(body: string, plain: string): string {
  if (body.endsWith('\n')) return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
  return plain.replace(/\n$/, '');
}

/** White space in front of a text and behind it; a text of white space only is all front. */
function edgesOf(text: string): { readonly head: string; readonly tail: string } {
  const head = /^\s*/.exec(text)?.[0] ?? '';
  return { head, tail: text.slice(head.length + text.trim().length) };
}

/**
 * A text that GIIP changed, with the white space at its ends that GIIP took off or added: `ours` and `theirs` are the
 * two forms of the version before. An end that was really changed stays as it is.
 */
export function withEdgesOf(ours: string, theirs: string, changed: string): string {
  const [here, there, now] = [plainText(ours), plainText(theirs), plainText(changed)].map(edgesOf);
  const inner = plainText(changed).trim();
  if (!here || !there || !now || inner === '') return changed;
  const head = now.head === there.head ? here.head : now.head;
  const tail = now.tail === there.tail ? here.tail : now.tail;
  return head + inner + tail;
}

/** The text with the byte-order mark and the line ends of a file (mixed ones line by line), and nothing else changed. */
export function withLineEndsOf(current: string, text: string): string {
  const mark = current.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = current.slice(mark.length);
  const plain = plainText(text);
  const common = commonLineEnd(body);
  if (common === null) return mark + plain;
  const kinds = new Set(body.match(LINE_END));
  return mark + (kinds.size > 1 ? withMixedEnds(body, plain, common) : plain.replaceAll('\n', common));
}

/**
 * The incoming document in the style of the file that stands there: its byte-order mark, its line ends, and its final
 * newline or the lack of it. White space that belongs to the text is never touched.
 */
export function restyleText(current: string, incoming: string): string {
  const body = plainText(current);
  const plain = plainText(incoming);
  return withLineEndsOf(current, body === '' ? plain : finishedLike(body, plain));
}
