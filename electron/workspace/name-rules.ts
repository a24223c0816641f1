import { isIgnoredName } from './ignored-names.ts';

interface NameRule {
  readonly reason: string;
  /** `folded` is what the name is to a file system that ignores case, invisible letters and trailing dots. */
  readonly breaks: (name: string, folded: string) => boolean;
}

/** NTFS and ext4 allow 255; the rest is room for the suffixes that other tools append. */
const MAX_NAME_BYTES = 200;

/** Nothing in such a name needs the slower Unicode rules. */
const PLAIN = /^[A-Za-z0-9_-](?:[A-Za-z0-9_ .-]{0,150}[A-Za-z0-9_-])?$/;

/** Of these no rule about shape speaks, and of those about meaning only the devices and the temporary names. */
const PLAINEST = /^[a-z0-9_-][a-z0-9_ -]{0,100}\.[a-z0-9]{1,8}$/;

/** Spaces before the first dot do not count, nor does anything after it. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$) *(?:\.|$)/;
const OWN_FOLDERS: ReadonlySet<string> = new Set(['.openclaw-sync', '.sync-tmp']);
const VERSION_CONTROL: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.bzr']);

/** Yen and won are separators to tools that run in code page 932 or 949; the others look or map like one. */
const SEPARATOR_LOOKALIKE =
  /[\u00a5\u20a9\u2044\u2215\u2216\u29f5\u29f8\u29f9\ufe68\uff0f\uff3c\uffe5\uffe6]/;

/** A joiner between two emoji makes one picture of them and hides nothing. */
const EMOJI_JOINER =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu;
const INVISIBLE = /(?!\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

/** NFKC makes `COM1` of `COM¹`, which Windows takes for the device as well. */
function fold(name: string): string {
  const visible = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return visible.toLowerCase().replace(/[. ]+$/, '');
}

const SHAPE_RULES: readonly NameRule[] = [
  { reason: 'the path has an empty part', breaks: (name) => name === '' },
  {
    reason: 'the path has a "." or ".." part',
    breaks: (name) => /^\.{1,2}$/.test(name.normalize('NFKC')),
  },
  { reason: 'the name is not valid Unicode', breaks: (name) => /[\p{Surrogate}\ufffd]/u.test(name) },
  {
    reason: 'the name has a control character',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    breaks: (name) => /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(name),
  },
  {
    reason: 'the name has a character that not every system allows',
    // U+F000 to U+F0FF are what some systems write in place of a forbidden character.
    breaks: (name) => /[<>:"/\\|?*\uf000-\uf0ff]/.test(name),
  },
  {
    reason: 'the name has a character that some systems take for a separator',
    breaks: (name) => SEPARATOR_LOOKALIKE.test(name),
  },
  {
    reason: 'the name has an invisible character',
    breaks: (name) => INVISIBLE.test(name.replace(EMOJI_JOINER, '')),
  },
  { reason: 'the name ends with a dot or a space', breaks: (name) => /[. ]$/.test(name) },
  {
    reason: `the name is longer than ${MAX_NAME_BYTES} bytes`,
    breaks: (name) => Buffer.byteLength(name) > MAX_NAME_BYTES,
  },
];

const MEANING_RULES: readonly NameRule[] = [
  { reason: 'the name is a device on Windows', breaks: (_, folded) => DEVICE.test(folded) },
  { reason: 'the name looks like a short name of Windows', breaks: (name) => /~\d/.test(name) },
  { reason: 'the name belongs to version control', breaks: (_, folded) => VERSION_CONTROL.has(folded) },
  { reason: 'the name is reserved for Openclaw Sync', breaks: (_, folded) => OWN_FOLDERS.has(folded) },
  { reason: 'the name is that of a temporary file', breaks: isIgnoredName },
];

const ALL_RULES: readonly NameRule[] = [...SHAPE_RULES, ...MEANING_RULES];

/**
 * Why one part of a path cannot be the same name on every system, or undefined. The answer is the same on all
 * of them.
 */
export function nameFault(name: string): string | undefined {
  if (PLAINEST.test(name) && !DEVICE.test(name) && !isIgnoredName(name)) return undefined;
  // A scan asks this for every part of every path: plain names are most of them.
  const isPlain = PLAIN.test(name);
  const rules = isPlain ? MEANING_RULES : ALL_RULES;
  const folded = isPlain ? name.toLowerCase() : fold(name);
  return rules.find((rule) => rule.breaks(name, folded))?.reason;
}
