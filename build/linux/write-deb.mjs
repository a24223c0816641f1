import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { need } from './parse-fpm-arguments.mjs';
import { runTool } from './run-tool.mjs';
import { stagedFiles } from './stage-files.mjs';

/** What Debian calls the scripts that run around a change. */
const scripts = new Map([
  ['before-install', 'preinst'],
  ['after-install', 'postinst'],
  ['before-remove', 'prerm'],
  ['after-remove', 'postrm'],
]);

/** Tests care for seconds, releases for megabytes. */
const compressions = new Map([
  ['gz', ['-Zgzip', '-z1']],
  ['xz', ['-Zxz']],
]);

/**
 * @param {import('./parse-fpm-arguments.mjs').PackageOrder} order
 * @param {string} stage with the files in place
 */
export function writeDeb(order, stage) {
  const files = stagedFiles(stage);
  const folder = join(stage, 'DEBIAN');
  mkdirSync(folder, { mode: 0o755 });
  write(folder, 'control', control(order, installedSize(stage, files)));
  write(folder, 'md5sums', files.map((file) => `${md5(join(stage, file))}  ${file}\n`).join(''));
  for (const [option, name] of scripts) copyScript(order.fields.get(option), join(folder, name));
  const compression = compressions.get(need(order.fields, 'deb-compression'));
  if (!compression) throw new Error('A .deb is compressed with gz or xz.');
  runTool('dpkg-deb', ['--root-owner-group', ...compression, '--build', stage, order.output]);
}

/**
 * @param {import('./parse-fpm-arguments.mjs').PackageOrder} order
 * @param {number} kibibytes
 */
function control({ fields, depends, recommends }, kibibytes) {
  const iteration = fields.get('iteration');
  /** @type {[string, string | undefined][]} */
  const lines = [
    ['Package', need(fields, 'name')],
    ['Version', `${need(fields, 'version')}${iteration ? `-${iteration}` : ''}`],
    ['Section', fields.get('category') ?? 'misc'],
    ['Priority', fields.get('deb-priority')],
    ['Architecture', need(fields, 'architecture')],
    ['Installed-Size', String(kibibytes)],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Maintainer', need(fields, 'maintainer')],
    ['Homepage', fields.get('url')],
    ['Description', folded(need(fields, 'description'))],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/**
 * The first line is the summary; the rest is indented, and an empty line is a dot.
 * @param {string} description
 */
function folded(description) {
  const [summary = '', ...rest] = description.split('\n').map((line) => line.trim());
  return [summary, ...rest.map((line) => ` ${line || '.'}`)].join('\n');
}

/**
 * @param {string} stage
 * @param {readonly string[]} files
 */
function installedSize(stage, files) {
  return Math.ceil(files.reduce((sum, file) => sum + lstatSync(join(stage, file)).size, 0) / 1024);
}

/** @param {string} file */
function md5(file) {
  return createHash('md5').update(readFileSync(file)).digest('hex');
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} content
 */
function write(folder, name, content) {
  writeFileSync(join(folder, name), content, { mode: 0o644 });
}

/**
 * @param {string | undefined} from
 * @param {string} to
 */
function copyScript(from, to) {
  if (!from) return;
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}
