import { jsonSource, type Span } from './json-source.ts';
import { LIMITS } from './limits.ts';

/** An item's text, or the sentence that says why it cannot be taken. */
export type ItemText = { readonly text: string } | { readonly refused: string };

// One character of text is at most six of JSON source (\u0041).
export const LONGEST_SOURCE = LIMITS.itemBytes * 6 + 2;
const TOO_LARGE: ItemText = { refused: 'it is larger than 5 MiB' };
const NO_ITEM: ItemText = {
  refused: 'its value is a bare number, true, false or null, not a JSON object or array',
};

/** A file with a NUL in it is binary to every editor, and to our own scan: what is taken must be readable again. */
const BINARY: ItemText = { refused: 'its text holds a NUL character, so it is no text file' };

/** A lone surrogate has no UTF-8: a file cannot hold it. */
function limited(text: string): ItemText {
  if (text.length > LIMITS.itemBytes) return TOO_LARGE;
  if (text.includes('\0')) return BINARY;
  if (text.length * 3 > LIMITS.itemBytes && Buffer.byteLength(text) > LIMITS.itemBytes) return TOO_LARGE;
  return text.isWellFormed()
    ? { text }
    : { refused: 'its text holds half of a character (a lone surrogate)' };
}

/** Without an escape by number neither a NUL nor half of a character can stand in JSON that is UTF-8. */
function textOfString(source: string, said?: string): ItemText {
  if (source.length > LONGEST_SOURCE) return TOO_LARGE;
  const text = said ?? String(JSON.parse(source));
  const isPlain = text.length * 3 <= LIMITS.itemBytes && !source.includes('\\u');
  return isPlain ? { text } : limited(text);
}

function isContainer(source: string, { start }: Pick<Span, 'start'>): boolean {
  return source[start] === '{' || source[start] === '[';
}

/** The source of an object or array: every digit, space and key order as GIIP sent it. */
function jsonText(source: string, span: Span): ItemText {
  if (span.end - span.start > LIMITS.itemBytes) return TOO_LARGE;
  if (jsonSource.depth(source, span) > LIMITS.configDepth)
    return { refused: 'it is nested deeper than 200 levels' };
  return limited(source.slice(span.start, span.end));
}

/** What a value is that is too long to be looked at, by its first byte. */
export function overlongText(first: number): ItemText {
  return '"{['.includes(String.fromCharCode(first)) ? TOO_LARGE : NO_ITEM;
}

/** A configuration's value as it is written. A string that holds JSON is what an older client sent: its content is meant. */
export function configText(source: string, said?: string): ItemText {
  if (isContainer(source, { start: 0 })) return jsonText(source, { start: 0, end: source.length });
  if (source[0] !== '"') return NO_ITEM;
  const inner = textOfString(source, said);
  if ('refused' in inner) return inner;
  const text = inner.text.replace(/^\ufeff/, '');
  const root = jsonSource.document(text);
  if (root === null || !isContainer(text, root))
    return { refused: 'its value is a text that holds no JSON object or array' };
  const checked = jsonText(text, root);
  return 'refused' in checked ? checked : { text };
}

/** A document's `doc_content` as it is written; `said` where it was read already. */
export function docText(source: string, said?: string): ItemText {
  if (source[0] === '"') return textOfString(source, said);
  if (source[0] !== '{') return { refused: 'its doc_content is not a text' };
  for (const { key } of jsonSource.members(source, { start: 0, end: source.length })) {
    if (/^PS(?:Path|ParentPath|ChildName|Drive|Provider)$/.test(key)) {
      return {
        refused:
          'it was written by the old client under Windows PowerShell as an object, not as a text; send it again from there',
      };
    }
  }
  return { refused: 'its doc_content is an object, not a text' };
}
