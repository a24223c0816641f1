import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { licenceOf } from '../../../build/licences.mjs';

const root = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(root, { recursive: true }));

function packageWith(about: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(root, 'package-'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'thing', version: '1.2.3', license: 'MIT', ...about }),
  );
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the notice of a package that ships', () => {
  test('is what the package itself says, with every file of it', () => {
    const folder = packageWith({}, { license: 'The licence\n', 'NOTICE.txt': 'A notice\n', 'index.js': '' });
    mkdirSync(join(folder, 'lib'));
    const text = 'A notice\n\nThe licence';
    expect(licenceOf(folder)).toEqual({ name: 'thing', version: '1.2.3', licence: 'MIT', text });
  });

  test('is the text of MIT where a package says MIT and leaves the text out', () => {
    const { text } = licenceOf(packageWith({ author: { name: 'Ada' } }));
    expect(text).toMatch(/^MIT License\n\nCopyright \(c\) Ada\n/);
    expect(text).toContain('NONINFRINGEMENT');
  });

  test('is missing for any other licence: the build ends', () => {
    expect(() => licenceOf(packageWith({ license: 'ISC' }))).toThrow('thing 1.2.3 has no licence text');
  });

  test.each(['GPL-3.0-only', 'AGPL-3.0', 'SEE LICENSE IN x', 'UNLICENSED', '(MIT OR GPL-2.0)', undefined])(
    'is none for %s: the build ends',
    (license) => {
      const folder = packageWith({ license }, { LICENSE: 'words' });
      expect(() => licenceOf(folder)).toThrow('must not ship');
    },
  );
});
