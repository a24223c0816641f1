const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

/** One element; what is inside is XML already. Without it the element closes itself. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  inside?: string | readonly string[],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `<${name}${written.join('')}`;
  if (inside === undefined) return `${open}/>`;
  if (typeof inside === 'string') return `${open}>${inside}</${name}>`;
  const lines = inside.flatMap((part) => part.split('\n')).map((line) => `  ${line}`);
  return [`${open}>`, ...lines, `</${name}>`].join('\n');
}

/** A whole document, as Windows and macOS expect it. */
export function xmlDocument(root: string, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${root}\n`;
}
