/**
 * Strings that have broken other programs, by what they are. Written for this project; the idea is the Big List of
 * Naughty Strings. Each is a document's text and, where a file system allows it, a document's name.
 */
const ZALGO = [...'naughty'].map((letter) => `${letter}\u0300\u0315\u031b\u0321\u0334\u0347\u0489`).join('');

/** Letters of one alphabet that look like those of another. */
// biome-ignore format: cases that belong together share lines
const HOMOGLYPHS = [
  'pаypаl', 'ɡiip', 'ԁocs', 'соnfіg', 'аdmin', '𝐝𝐨𝐜𝐬', '𝓭𝓸𝓬𝓼', '𝔡𝔬𝔠𝔰', '𝖉𝖔𝖈𝖘', '𝚍𝚘𝚌𝚜', 'ⓓⓞⓒⓢ', 'ｄｏｃｓ', 'dᴏᴄs',
  'ꓓꓳꓚꓢ', 'ｋｎｏｗｎ．ｍｄ',
];

// biome-ignore format: cases that belong together share lines
const BIDI = [
  '\u202eabc', 'abc\u202e', '\u202a\u202b\u202c', '\u2066abc\u2069', '\u200fabc\u200e', 'ابجد',
  'مرحبا بالعالم', 'עברית', 'abc עברית def', 'الكل في المجمو عة (5)', '٠١٢٣٤٥٦٧٨٩', 'هَٰذَا', 'שָׁלוֹם',
  '\u061cabc', 'test\u202egnp.md', '﷽', 'ܐܒܓ', 'ދިވެހި',
];

// biome-ignore format: cases that belong together share lines
const EMOJI = [
  '😀', '👩🏽‍🚀', '👨‍👩‍👧‍👦', '❤️', '❤', '🏳️‍🌈', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '🇰🇷',
  '🇰', '0️⃣', '#️⃣', '👍🏿', '🧑‍🤝‍🧑', '🫠', '🤷🏻‍♂️', '☺', '☺️', '🀄', '⌚', '♾️', '🅰️', '🈚️', '㊙️', '👁️‍🗨️',
  '💩'.repeat(40), '\u{1faf8}', '🏽', '\u200d', '\ufe0f', '\u20e3',
];

// biome-ignore format: cases that belong together share lines
const SCRIPTS = [
  '한국어', '日本語', '中文', '繁體', 'ภาษาไทย', 'हिन्दी', 'தமிழ்', 'ქართული', 'Ελληνικά', 'Кириллица', 'አማርኛ', 'ᚠᛇᚻ',
  'ꦗꦮ', '𐎀𐎁', '𝄞', 'ﬁ', 'ß', 'ẞ', 'İ', 'ı', 'ſ', 'K', 'Å', 'Ω', 'é', 'e\u0301', '각', '\u1100\u1161\u11a8',
  'ﾊﾝｶｸ', 'ｶﾞ', 'パ', 'ハ\u309a', '\u0e33', 'ŉ', 'ǰ', 'ΐ', 'ﷺ', '〱', '々', '\u{20000}', '\u{2f800}', '豈', 'ꙮ',
  'ꙮ', 'Ⱥ',
];

// biome-ignore format: cases that belong together share lines
const CONTROLS = [
  '\u0001', '\u0007', '\b', '\t', '\n', '\r', '\r\n', '\n\r', '\u000b', '\f', '\u001a',
  '\u001b[31mred\u001b[0m', '\u001b]0;title\u0007', '\u007f', '\u0080', '\u0085', '\u009b31m', '\u00a0',
  '\u00ad', '\u1680', '\u180e', '\u2000', '\u2003', '\u2028', '\u2029', '\u202f', '\u205f', '\u2060',
  '\u3000', '\u3164', '\uffa0', '\ufeff', 'a\ufeffb', '\ufff9\ufffa\ufffb', '\ufffd', '\ufffe', '\uffff',
  '\u{1ffff}', '\u{10ffff}', '\ue000', '\u{f0000}', '\u{e0001}', '\u034f', '\u115f', '\u17b4', '\u200b',
  '\u200c',
];

// biome-ignore format: cases that belong together share lines
const CODE = [
  "' OR 1=1 -- ", "'; DROP TABLE docs; --", '1; SELECT pg_sleep(9)', "x' AND 1=(SELECT COUNT(*) FROM t); --",
  '") OR ("a"="a', 'EXEC xp_cmdshell("dir")', "N'' + @@version", "''", '""', "'", '"',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '"><b>',
  'javascript:alert(1)', '&lt;b&gt;', '&#0;', '&amp;amp;', '<!--', '-->', ']]>', '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '<![CDATA[x]]>', '{{7*7}}', `$${'{7*7}'}`,
  '#{7*7}', '<%= 7*7 %>', '{% raw %}', '[[x]]', '{0}', '$(touch /tmp/openclaw-hostile)',
  '`touch /tmp/openclaw-hostile`', '; rm -rf ~', '| cat', '&& ls', '> /tmp/openclaw-hostile', '$HOME',
  `$${'{PATH}'}`, '%PATH%', '%USERPROFILE%', '!!', '!$', '~', '~root', '*', '?', '[a-z]', '-rf', '--help',
  '-', '--', '-- -x', '@file', '=1+1', "=cmd|' /C calc'!A0", '+1', '@SUM(1)', '%s', '%n%n%n', '%x%x', '%d',
  '%', '%%', '%00', '%2e%2e%2f', '%c0%ae', '\\', '\\\\', '\\n', '\\0', '\\x00', '\\u0000', '\\u202e', '\\"',
  '\\\\"', '/', '//', '/*', '*/', '.', '..', '...', '.hidden', 'a.', 'a ', ' a', 'a..b', '../x', '..\\x',
  'a/b', 'a\\b', 'C:', 'C:\\x', 'CON', 'nul.txt', 'aux.md', 'com1', 'a:b',
];

// biome-ignore format: cases that belong together share lines
const WORDS = [
  'null', 'NULL', 'undefined', 'nil', 'None', 'true', 'false', 'NaN', 'Infinity', '-Infinity', '0', '-0',
  '00', '1e400', '0x7f', '1/0', '9007199254740993', '١', '¼', 'Ⅷ', '__proto__', 'constructor', 'prototype',
  'toString', 'hasOwnProperty', 'then', 'length', 'docs', 'configs', '.openclaw', '.git', 'node_modules',
  'package.json', 'Scunthorpe', 'evil\r\nSet-Cookie: a=b', 'HTTP/1.1 200 OK', 'Content-Length: 0', 'sk-test',
  'RstVal', '{"RstVal":-1}', '{"RstVal":1,"Data":{}}', '304', '-1', 'BOM\ufeff', '\ufeffBOM',
  'YOUR_KVS_TOKEN', 'Powerلُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ 冗', '¯\\_(ツ)_/¯', '(╯°□°)╯︵ ┻━┻', 'ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ',
  '``', '¸˛Ç◊ı˜Â¯˘¿', 'a'.repeat(255), 'é'.repeat(130), '한'.repeat(85), 'a'.repeat(5000), ' '.repeat(300),
  '\n'.repeat(50), 'x\u0301'.repeat(60), ZALGO, '¡™£¢∞§¶•ªº–≠', '␀', '␡', '⁰⁴⁵', '₀₁₂', 'ÅÍÎÏ˝ÓÔ\uf8ffÒÚÆ☃',
];

// biome-ignore format: cases that belong together share lines
export const NAUGHTY: readonly string[] = [
  ...new Set([...HOMOGLYPHS, ...BIDI, ...EMOJI, ...SCRIPTS, ...CONTROLS, ...CODE, ...WORDS]),
];

/** What no file can hold and no UTF-8 can say: half of a character. */
// biome-ignore format: cases that belong together share lines
export const HALVES: readonly string[] = [
  '\ud800', '\udfff', 'a\ud83d', '\ude00a', '\ude00\ud83d', '\ud800\ud800',
];
