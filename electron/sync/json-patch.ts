import { applyEdits, type FormattingOptions, format, type JSONPath, modify, type Node } from 'jsonc-parser';
import { canonicalJson, type JsonTree, members, parseJson, sourceOf } from './json-tree.ts';

/** One place that differs; `source` null means the key goes. */
interface Change {
  readonly path: JSONPath;
  readonly source: string | null;
}

/** `modify` can only write JavaScript values, which would round long numbers: it writes this, and we put the source in its place. */
const SLOT = '\u0001openclaw-sync-value\u0001';

function changesBetween(current: JsonTree, a: Node, target: JsonTree, b: Node, path: JSONPath): Change[] {
  if (canonicalJson(current, a) === canonicalJson(target, b)) return [];
  if (a.type !== 'object' || b.type !== 'object') return [{ path, source: sourceOf(target, b) }];
  const theirs = new Map(members(b));
  const ours = new Map(members(a));
  const gone = [...ours.keys()]
    .filter((key) => !theirs.has(key))
    .map((key) => ({ path: [...path, key], source: null }));
  const rest = [...theirs].flatMap(([key, value]) => {
    const mine = ours.get(key);
    return mine
      ? changesBetween(current, mine, target, value, [...path, key])
      : [{ path: [...path, key], source: sourceOf(target, value) }];
  });
  return [...gone, ...rest];
}

/** How the file is written: indent, line end; read from its first indented line, two spaces where there is none. */
function styleOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function indented(source: string, style: FormattingOptions): string {
  if (!/^[[{]/.test(source)) return source;
  return applyEdits(source, format(source, undefined, style));
}

/** The indentation of the line that the offset stands on. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function applyChange(text: string, change: Change, style: FormattingOptions): string {
  const options = { formattingOptions: style };
  if (change.source === null) return applyEdits(text, modify(text, change.path, undefined, options));
  const written = applyEdits(text, modify(text, change.path, SLOT, options));
  const slot = JSON.stringify(SLOT);
  const at = written.indexOf(slot);
  const block = indented(change.source, style).replaceAll(/\r?\n/g, `${style.eol}${indentAt(written, at)}`);
  return written.slice(0, at) + block + written.slice(at + slot.length);
}

/**
 * The current file with only those values changed that differ from the target; spaces, order, line ends, byte-order
 * mark and every digit elsewhere stay. Where the roots are of different kinds the target's text is taken whole.
 * Both must be valid JSON; checked again at the end, because a wrong patch must never reach a disk.
 */
export function patchJson(currentText: string, targetText: string): string {
  const current = parseJson(currentText);
  const target = parseJson(targetText);
  if ('broken' in target) throw new Error(`the target is ${target.broken}`);
  if ('broken' in current || current.root.type !== 'object' || target.root.type !== 'object')
    return freshJson(targetText);
  const mark = currentText.startsWith('\uFEFF') ? '\uFEFF' : '';
  const changes = changesBetween(current, current.root, target, target.root, []);
  const style = styleOf(current.text);
  const patched = changes.reduce((text, change) => applyChange(text, change, style), current.text);
  const check = parseJson(patched);
  if ('broken' in check || canonicalJson(check) !== canonicalJson(target))
    return mark + freshJson(targetText);
  return mark + patched;
}

/** A config that has no file here yet: indented by two spaces, final newline, every digit as GIIP spelled it. */
export function freshJson(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  const pretty = applyEdits(plain, format(plain, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
  return pretty.endsWith('\n') ? pretty : `${pretty}\n`;
}
