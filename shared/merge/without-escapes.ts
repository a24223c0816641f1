import type { ItemPath } from '../model/item.ts';

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/]))/g;

/** A JSON file as its reader has it. Line ends stay escaped, so that every line keeps its number. */
export function withoutEscapes(path: ItemPath, text: string): string {
  if (!path.toLowerCase().endsWith('.json')) return text;
  return text.replace(ESCAPE, (written: string, hex?: string, character?: string) => {
    const read = character ?? String.fromCharCode(Number.parseInt(hex ?? '', 16));
    return read === '\n' ? written : read;
  });
}
