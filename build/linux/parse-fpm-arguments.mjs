/**
 * @typedef {object} PackageOrder what electron-builder asks its packaging tool for
 * @property {string} format deb or rpm
 * @property {string} output
 * @property {ReadonlyMap<string, string>} fields one value each, by the name of the option without its dashes
 * @property {readonly string[]} depends
 * @property {readonly string[]} recommends
 * @property {readonly (readonly [from: string, to: string])[]} files a source that ends in / means what it contains
 */

const single = new Set([
  ...[
    's',
    't',
    'architecture',
    'package',
    'name',
    'version',
    'iteration',
    'description',
    'maintainer',
    'vendor',
  ],
  ...['url', 'license', 'category', 'before-install', 'after-install', 'before-remove', 'after-remove'],
  ...['deb-compression', 'deb-priority', 'rpm-compression', 'rpm-os', 'rpm-summary', 'log'],
]);
const repeated = new Set(['d', 'deb-recommends']);
const alone = new Set(['force', 'debug']);

/**
 * Reads the command line that electron-builder gives to fpm. An option that we do not know is an error: a package that
 * silently lacks something is worse than none.
 * @param {readonly string[]} words
 * @returns {PackageOrder}
 */
export function parseFpmArguments(words) {
  /** @type {Map<string, string>} */
  const fields = new Map();
  /** @type {Record<string, string[]>} */
  const lists = { d: [], 'deb-recommends': [] };
  /** @type {[string, string][]} */
  const files = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) {
      files.push(pair(word));
      continue;
    }
    const [name = '', inline] = word.replace(/^--?/, '').split(/=(.*)/s, 2);
    if (alone.has(name)) continue;
    if (!single.has(name) && !repeated.has(name))
      throw new Error(`The packaging tool does not know --${name}.`);
    const value = inline ?? words[++at];
    if (value === undefined) throw new Error(`--${name} needs a value.`);
    if (single.has(name)) fields.set(name, value);
    else lists[name]?.push(value);
  }
  return {
    format: need(fields, 't'),
    output: need(fields, 'package'),
    fields,
    depends: lists.d ?? [],
    recommends: lists['deb-recommends'] ?? [],
    files,
  };
}

/**
 * @param {ReadonlyMap<string, string>} fields
 * @param {string} name
 */
export function need(fields, name) {
  const value = fields.get(name);
  if (!value) throw new Error(`The packaging tool was not told --${name}.`);
  return value;
}

/**
 * @param {string} word
 * @returns {[string, string]}
 */
function pair(word) {
  const at = word.lastIndexOf('=');
  if (at <= 0) throw new Error(`"${word}" is neither an option nor SOURCE=DESTINATION.`);
  return [word.slice(0, at), word.slice(at + 1)];
}
