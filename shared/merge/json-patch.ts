import { applyEdits, type Edit, type FormattingOptions, format, type Node } from 'jsonc-parser';
import { canonicalJson, type JsonTree, parseJson, sourceOf } from './json-tree.ts';

/** One member of an object: the whole `"key": value`, and its value. */
interface Member {
  readonly key: string;
  readonly whole: Node;
  readonly value: Node;
}

/** Both trees, and how the current file is written. */
interface Patch {
  readonly current: JsonTree;
  readonly target: JsonTree;
  readonly style: FormattingOptions & { readonly eol: string };
}

function membersOf(node: Node): readonly Member[] {
  return (node.children ?? []).flatMap((whole) => {
    const [key, value] = whole.children ?? [];
    return key && value ? [{ key: String(key.value), whole, value }] : [];
  });
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

/** How the file is written: indent, line end; read from its first indented line, two spaces where there is none. */
function styleOf(text: string): Patch['style'] {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The indentation of the line that the offset stands on. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/**
 * A value of the target as it is to stand behind this indentation, every digit as it is spelled: lists and objects
 * over several lines, unless its place is written in one line and so is the value.
 */
function valueSource({ target, style }: Patch, value: Node, indent: string, isFlat: boolean): string {
  const source = sourceOf(target, value);
  if (!source.startsWith('{') && !source.startsWith('[')) return source;
  if (isFlat && !source.includes('\n')) return source;
  return applyEdits(source, format(source, undefined, style)).replaceAll(/\r?\n/g, style.eol + indent);
}

/** White space in front of a member: what its neighbours have in front of them as well. */
function leadOf(text: string, member: Member): string {
  return /\s*$/.exec(text.slice(0, member.whole.offset))?.[0] ?? '';
}

/** What stands between a key and its value, such as `:  ` in files that Windows PowerShell wrote. */
function colonOf(text: string, { whole, value }: Member): string {
  const key = whole.children?.[0];
  const between = key ? text.slice(endOf(key), value.offset) : ': ';
  return between.includes('\n') ? ': ' : between;
}

/** Members that are gone: with the comma in front of them, or at the head with the one behind. */
function removals(all: readonly Member[], kept: ReadonlySet<Member>): readonly Edit[] {
  const first = all.find((member) => kept.has(member));
  if (!first) return [];
  const start = all[0]?.whole.offset ?? first.whole.offset;
  const head = start < first.whole.offset ? [cut(start, first.whole.offset)] : [];
  const rest = all.flatMap((member, i) => {
    const before = all[i - 1];
    const isTail = before && member.whole.offset > first.whole.offset && !kept.has(member);
    return isTail ? [cut(endOf(before.whole), endOf(member.whole))] : [];
  });
  return [...head, ...rest];
}

function cut(from: number, to: number): Edit {
  return { offset: from, length: to - from, content: '' };
}

/** New members behind the last one that stays, written as that one is. */
function additions(patch: Patch, last: Member, added: readonly Member[]): readonly Edit[] {
  const { text } = patch.current;
  if (added.length === 0) return [];
  const lead = leadOf(text, last);
  const colon = colonOf(text, last);
  const isFlat = !lead.includes('\n');
  const indent = isFlat ? indentAt(text, last.whole.offset) : lead.slice(lead.lastIndexOf('\n') + 1);
  const content = added.map(({ key, value }) => {
    const source = valueSource(patch, value, indent, isFlat);
    return `,${lead}${JSON.stringify(key)}${colon}${source}`;
  });
  return [{ offset: endOf(last.whole), length: 0, content: content.join('') }];
}

function objectEdits(patch: Patch, a: Node, b: Node): readonly Edit[] {
  const mine = membersOf(a);
  const theirs = new Map(membersOf(b).map((member) => [member.key, member]));
  const kept = new Set(mine.filter(({ key }) => theirs.has(key)));
  const last = [...kept].at(-1);
  // Nothing of it stays: it is written anew, in the place where it stands.
  if (!last) return [replacement(patch, a, b)];
  const known = new Set(mine.map(({ key }) => key));
  const changed = [...kept].flatMap(({ key, value }) => {
    const target = theirs.get(key);
    return target ? editsBetween(patch, value, target.value) : [];
  });
  const added = [...theirs.values()].filter(({ key }) => !known.has(key));
  return [...changed, ...removals(mine, kept), ...additions(patch, last, added)];
}

function replacement(patch: Patch, a: Node, b: Node): Edit {
  const { text } = patch.current;
  const isFlat =
    a.children !== undefined && a.children.length > 0 && !sourceOf(patch.current, a).includes('\n');
  const content = valueSource(patch, b, indentAt(text, a.offset), isFlat || !text.trim().includes('\n'));
  return { offset: a.offset, length: a.length, content };
}

function editsBetween(patch: Patch, a: Node, b: Node): readonly Edit[] {
  if (canonicalJson(patch.current, a) === canonicalJson(patch.target, b)) return [];
  return a.type === 'object' && b.type === 'object' ? objectEdits(patch, a, b) : [replacement(patch, a, b)];
}

/** From the end to the start, so that no edit moves another one; what is cut goes before what is put in its place. */
function applyAll(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.offset - a.offset || b.length - a.length);
  return backwards.reduce(
    (result, { offset, length, content }) =>
      result.slice(0, offset) + content + result.slice(offset + length),
    text,
  );
}

/**
 * The current file with only those values changed that differ from the target; spaces, order, line ends, byte-order
 * mark and every digit elsewhere stay. jsonc-parser's `modify` would format the lines around a new key as well.
 * Both must be valid JSON; checked again at the end, because a wrong patch must never reach a disk.
 */
export function patchJson(currentText: string, targetText: string): string {
  const current = parseJson(currentText);
  const target = parseJson(targetText);
  if ('broken' in target) throw new Error(`the target is ${target.broken}`);
  if ('broken' in current) return freshJson(targetText);
  const mark = currentText.startsWith('\uFEFF') ? '\uFEFF' : '';
  const patch = { current, target, style: styleOf(current.text) };
  const patched = applyAll(current.text, editsBetween(patch, current.root, target.root));
  const check = parseJson(patched);
  if ('broken' in check || canonicalJson(check) !== canonicalJson(target))
    return mark + freshJson(targetText);
  return mark + patched;
}

function canonicalText(text: string): string | null {
  const tree = parseJson(text);
  return 'broken' in tree ? null : canonicalJson(tree);
}

/** A config that has no file here yet: indented by two spaces, final newline, every digit as GIIP spelled it. */
export function freshJson(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  const pretty = applyEdits(plain, format(plain, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
  // From a hundred levels on the formatter writes "undefined" in place of the indentation: then as GIIP spelled it.
  const isSame = canonicalText(pretty) === canonicalText(plain);
  const fresh = isSame ? pretty : plain;
  return fresh.endsWith('\n') ? fresh : `${fresh}\n`;
}
