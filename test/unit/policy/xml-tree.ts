/** One element of an XML document: enough of it to follow references. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[^>]*\?>|<!DOCTYPE[^>]*>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"<]*)"/g;
const LOOSE = /[<>]|&(?!(amp|lt|gt|quot);)/;

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value] as const);
  if (new Set(found.map(([name]) => name)).size !== found.length) throw new Error(`twice: ${text}`);
  for (const [, value] of found) if (LOOSE.test(value)) throw new Error(`not escaped: ${value}`);
  return Object.fromEntries(found);
}

/** Reads a document and throws where it is not well formed. Knows what our generator can write, and no more. */
export function xmlTree(document: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const token of document.matchAll(TOKEN)) {
    const [whole, slash, name, attributes = '', empty] = token;
    const between = document.slice(at, token.index);
    if (LOOSE.test(between)) throw new Error(`not well formed: ${between}`);
    at = token.index + whole.length;
    const parent = open.at(-1) ?? root;
    parent.text += between;
    if (name === undefined) continue;
    if (slash === '/') {
      if (parent.name !== name) throw new Error(`${parent.name} is closed by ${name}`);
      open.pop();
      continue;
    }
    const child = { name, attributes: attributesOf(attributes), children: [], text: '' };
    parent.children.push(child);
    if (empty === '') open.push(child);
  }
  const [only, ...more] = root.children;
  if (open.length > 1 || only === undefined || more.length > 0 || document.slice(at).trim() !== '')
    throw new Error('it is not one document');
  return only;
}

/** Every element below, in order. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}
