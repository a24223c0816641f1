/** In a path both slashes mean the same on Windows, one may stand for several in JSON, and case may differ. */
function pattern(home: string): RegExp {
  const parts = home
    .split(/[\\/]/)
    .map((part) => part.replace(/[.*+?^${}()|[\]]/g, '\\$&').replaceAll('"', '\\\\?"'));
  return new RegExp(parts.join('[\\\\/]+'), 'gi');
}

/** A text with the person's home folder, which usually holds their name, as `~`. */
export function withoutHome(text: string, home: string): string {
  return home.replace(/[\\/]/g, '') === '' ? text : text.replace(pattern(home), '~');
}
