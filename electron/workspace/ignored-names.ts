/**
 * Names that editors and desktops make for themselves. A local one is passed over without a word; one from
 * GIIP is refused, because a file that scans do not see would look deleted here.
 */
export const IGNORED_NAMES: readonly RegExp[] = [
  /\.tmp$/i,
  /\.temp$/i,
  /\.part$/i,
  /\.crdownload$/i,
  /.~$/,
  /^~\$/,
  /^\.~/,
  /^\.#/,
  /^#.*#$/,
  /\.sw[a-px]$/i,
  /^4913$/,
  /\.kate-swp$/i,
  /^\.goutputstream-/,
  /^\.fuse_hidden/,
  /^\.nfs[0-9a-f]{8,}$/i,
  /___jb_(?:tmp|old|bak)___$/,
  /^\._/,
  /^\.DS_Store$/i,
  /^(?:eh)?thumbs\.db$/i,
  /^\.directory$/,
];

const ANY_IGNORED = new RegExp(IGNORED_NAMES.map((name) => `(?:${name.source})`).join('|'), 'i');

/** True for a temporary or bookkeeping file of an editor or desktop. */
export function isIgnoredName(name: string): boolean {
  return ANY_IGNORED.test(name);
}
