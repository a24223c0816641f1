import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Deeper nesting is refused: every walk below is recursive, and no person writes such a config. */
const MAX_DEPTH = 200;
const [OBJECT, LIST] = ['{'.charCodeAt(0), '['.charCodeAt(0)];

/** A parsed JSON value that still knows where each part stands in its text, so digits and spelling are never lost. */
export interface JsonTree {
  readonly text: string;
  readonly root: Node;
}

/** Fewer opening brackets than this cannot lie too deep, and nearly every config is seen to be harmless by that. */
function hasManyBrackets(text: string): boolean {
  let opened = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === OBJECT || code === LIST) opened += 1;
  }
  return opened > MAX_DEPTH;
}

/** Nesting of brackets outside strings; iterative, because a hostile text must not exhaust the stack first. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** Keys of one object that stand there twice: one of them would be lost, so such a text is not used. */
function duplicateKey(node: Node): string | undefined {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const [key] of members(node)) {
      if (seen.has(key)) return key;
      seen.add(key);
    }
  }
  for (const child of node.children ?? []) {
    const found = duplicateKey(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Key and value of each member of an object, in the order of the text. */
export function members(node: Node): readonly (readonly [string, Node])[] {
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    return key && value ? [[String(key.value), value] as const] : [];
  });
}

/**
 * Parses strict JSON (RFC 8259): no comments, no trailing commas, one leading byte-order mark allowed.
 * Answers the tree or the sentence that says what is wrong and where.
 */
export function parseJson(textWithMark: string): JsonTree | { readonly broken: string } {
  const text = textWithMark.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { broken: 'not valid JSON: empty' };
  if (hasManyBrackets(text) && depthOf(text) > MAX_DEPTH)
    return { broken: `nested deeper than ${MAX_DEPTH} levels` };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first || !root) {
    const what = first ? printParseErrorCode(first.error) : 'ValueExpected';
    return { broken: `not valid JSON: ${what} at ${lineAndColumn(text, first?.offset ?? 0)}` };
  }
  if (root.type !== 'object' && root.type !== 'array') return { broken: 'not a JSON object or list' };
  const twice = duplicateKey(root);
  return twice === undefined ? { text, root } : { broken: `the key "${twice}" stands there twice` };
}

/** The exact source text of a node. */
export function sourceOf(tree: JsonTree, node: Node): string {
  return tree.text.slice(node.offset, node.offset + node.length);
}

/** A number as digits and a power of ten, exactly: `1.0`, `1` and `10e-1` are one number, 2^53+1 is not 2^53. */
function canonicalNumber(source: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const trimmed = digits.replace(/0+$/, '');
  if (trimmed === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - trimmed.length);
  return `${sign}${trimmed}e${power}`;
}

/** One text per meaning: keys sorted by code unit, no spaces, numbers exact, strings as JSON.stringify spells them. */
export function canonicalJson(tree: JsonTree, node: Node = tree.root): string {
  if (node.type === 'object') {
    const sorted = [...members(node)].sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(tree, value)}`).join(',')}}`;
  }
  if (node.type === 'array')
    return `[${(node.children ?? []).map((item) => canonicalJson(tree, item)).join(',')}]`;
  if (node.type === 'number') return canonicalNumber(sourceOf(tree, node));
  return JSON.stringify(node.value);
}
