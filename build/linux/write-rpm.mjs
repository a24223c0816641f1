import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { need } from './parse-fpm-arguments.mjs';
import { runTool } from './run-tool.mjs';

/** What an rpm calls the scripts that run around a change. */
const scripts = new Map([
  ['before-install', 'pre'],
  ['after-install', 'post'],
  ['before-remove', 'preun'],
  ['after-remove', 'postun'],
]);

/** Tests care for seconds, releases for megabytes. electron-builder says xzmt for xz on all cores. */
const compressions = new Map([
  ['gzip', 'w1.gzdio'],
  ['xzmt', 'w7T0.xzdio'],
]);

/**
 * @param {import('./parse-fpm-arguments.mjs').PackageOrder} order
 * @param {string} stage with the files in place
 */
export function writeRpm(order, stage) {
  const work = join(dirname(stage), 'rpm');
  mkdirSync(work);
  const specFile = join(work, 'package.spec');
  writeFileSync(specFile, spec(order, stage));
  const target = ['--target', `${need(order.fields, 'architecture')}-linux`];
  runTool('rpmbuild', ['-bb', '--define', `_topdir ${work}`, ...target, specFile]);
  copyFileSync(onlyRpm(join(work, 'RPMS')), order.output);
}

/**
 * @param {import('./parse-fpm-arguments.mjs').PackageOrder} order
 * @param {string} stage
 */
function spec(order, stage) {
  const { fields, files } = order;
  return [
    // What was built is shipped as it is. Two Electron applications would share, and fight for, the links by build id.
    '%global debug_package %{nil}',
    '%global __os_install_post %{nil}',
    '%global _build_id_links none',
    `%global _binary_payload ${compression(fields)}`,
    ...header(order),
    '%description',
    plain(need(fields, 'description')),
    '%install',
    `mkdir -p "%{buildroot}" && cp -a "${plain(stage)}/." "%{buildroot}/"`,
    '%files',
    '%defattr(-,root,root,-)',
    ...files.map(([, to]) => `"${plain(to)}"`),
    ...[...scripts].flatMap(([option, name]) => script(name, fields.get(option))),
    '',
  ].join('\n');
}

/** @param {import('./parse-fpm-arguments.mjs').PackageOrder} order */
function header({ fields, depends }) {
  /** @type {[string, string | undefined][]} */
  const lines = [
    ['Name', need(fields, 'name')],
    ['Version', need(fields, 'version')],
    ['Release', fields.get('iteration') ?? '1'],
    ['Summary', fields.get('rpm-summary') ?? need(fields, 'description').split('\n')[0]],
    ['License', need(fields, 'license')],
    ['Vendor', fields.get('vendor')],
    ['Packager', fields.get('maintainer')],
    ['URL', fields.get('url')],
    ['Group', fields.get('category')],
    // The libraries inside the package are its own: nobody else shall be told that they are here, or be asked for them.
    ['AutoReqProv', 'no'],
    ...depends.map((name) => /** @type {[string, string]} */ (['Requires', name])),
  ];
  return lines.filter(([, value]) => value).map(([name, value]) => `${name}: ${plain(String(value))}`);
}

/** @param {ReadonlyMap<string, string>} fields */
function compression(fields) {
  const known = compressions.get(need(fields, 'rpm-compression'));
  if (!known) throw new Error('An .rpm is compressed with gz or xz.');
  return known;
}

/**
 * @param {string} name
 * @param {string | undefined} file
 */
function script(name, file) {
  return file ? [`%${name} -p /bin/sh`, plain(readFileSync(file, 'utf8'))] : [];
}

/**
 * Rpm expands percent signs everywhere.
 * @param {string} text
 */
function plain(text) {
  return text.replaceAll('%', '%%');
}

/** @param {string} folder */
function onlyRpm(folder) {
  const [file, ...more] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.rpm'),
  );
  if (!file || more.length > 0) throw new Error('rpmbuild did not leave exactly one package.');
  return join(folder, file);
}
