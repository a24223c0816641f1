import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inProject } from './project-paths.mjs';
import { shippedPackages } from './release/shipped-packages.mjs';

/** Licences that ask for their notice and for nothing else of a program that ships closed. */
const MAY_SHIP = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
const NOTICE_FILES = /^(licen[cs]e|copying|notice)/i;
/** Electron is no package of the bundle, and is all of the program around it. */
const ELECTRON = 'node_modules/electron';

/** Writes whose work ships with the application into out/, where the window "About" has it from. */
export function writeLicences() {
  const notices = [...shippedPackages(), ELECTRON].map((path) => licenceOf(inProject(path)));
  notices.sort((one, other) => (one.name < other.name ? -1 : 1));
  // The archive of an application is not compressed, and the same texts stand in here many times.
  writeFileSync(inProject('out', 'licences.json.gz'), gzipSync(JSON.stringify(notices), { level: 9 }));
}

/**
 * The licence of the package in this folder; a build ends where it is none that may ship.
 * @param {string} folder
 * @returns {import('../shared/model/about.ts').Licence}
 */
export function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!MAY_SHIP.includes(license)) throw new Error(`${name} ${version} must not ship: ${license}`);
  const files = readdirSync(folder).filter((file) => NOTICE_FILES.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license !== 'MIT') throw new Error(`${name} ${version} has no licence text.`);
  const text =
    texts.length > 0 ? texts.join('\n\n') : mitText(author?.name ?? author ?? `the authors of ${name}`);
  return { name, version, licence: license, text };
}

/**
 * For a package that names the licence and leaves out its text.
 * @param {string} holder
 */
function mitText(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
