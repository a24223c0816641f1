import { jsonSource, type Span } from './json-source.ts';
import { LIMITS } from './limits.ts';

/** An item's text, or the sentence that says why it cannot be taken. */
export type ItemText = { readonly text: string } | { readonly refused: string };

// One character of text is at most six of JSON source (\u0041).
const LONGEST_SOURCE = LIMITS.itemBytes * 6 + 2;
const TOO_LARGE: ItemText = { refused: 'it is larger than 5 MiB' };

/** A file with a NUL in it is binary to every editor, and to our own scan: what is taken must be readable again. */
const BINARY: ItemText = { refused: 'its text holds a NUL character, so it is no text file' };

/** Goes through UTF-8 and back: what changes on the way is not text that a file can hold. */
function limited(text: string): ItemText {
  if (text.length > LIMITS.itemBytes) return TOO_LARGE;
  if (text.includes('\0')) return BINARY;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > LIMITS.itemBytes) return TOO_LARGE;
  // The copy is what is kept: a slice would keep the whole answer in memory as long as the item lives.
  const copy = bytes.toString('utf8');
  return copy === text
    ? { text: copy }
    : { refused: 'its text holds half of a character (a lone surrogate)' };
}

function textOfString(source: string, span: Span): ItemText {
  if (span.end - span.start > LONGEST_SOURCE) return TOO_LARGE;
  return limited(String(JSON.parse(source.slice(span.start, span.end))));
}

function isContainer(source: string, span: Span): boolean {
  return source[span.start] === '{' || source[span.start] === '[';
}

/** The source of an object or array: every digit, space and key order as GIIP sent it. */
function jsonText(source: string, span: Span): ItemText {
  if (span.end - span.start > LIMITS.itemBytes) return TOO_LARGE;
  if (jsonSource.depth(source, span) > LIMITS.configDepth)
    return { refused: 'it is nested deeper than 200 levels' };
  return limited(source.slice(span.start, span.end));
}

/** A configuration's value. A string that holds JSON is what an older client sent: its content is meant. */
export function configText(source: string, span: Span): ItemText {
  if (isContainer(source, span)) return jsonText(source, span);
  if (source[span.start] !== '"')
    return { refused: 'its value is a bare number, true, false or null, not a JSON object or array' };
  const inner = textOfString(source, span);
  if ('refused' in inner) return inner;
  const text = inner.text.replace(/^\ufeff/, '');
  const root = jsonSource.document(text);
  if (root === null || !isContainer(text, root))
    return { refused: 'its value is a text that holds no JSON object or array' };
  const checked = jsonText(text, root);
  return 'refused' in checked ? checked : { text };
}

/** A document's `doc_content`. */
export function docText(source: string, span: Span | undefined): ItemText {
  if (span === undefined) return { refused: 'it has no doc_content' };
  if (source[span.start] === '"') return textOfString(source, span);
  if (source[span.start] !== '{') return { refused: 'its doc_content is not a text' };
  for (const { key } of jsonSource.members(source, span)) {
    if (/^PS(?:Path|ParentPath|ChildName|Drive|Provider)$/.test(key)) {
      return {
        refused:
          'it was written by the old client under Windows PowerShell as an object, not as a text; send it again from there',
      };
    }
  }
  return { refused: 'its doc_content is an object, not a text' };
}
