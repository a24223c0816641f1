import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFpmArguments } from '../../build/linux/parse-fpm-arguments.mjs';
import { inProject } from '../../build/project-paths.mjs';

const ORDER = ['-t', 'deb', '--package', 'out.deb'];

test('the words of electron-builder are read as fpm reads them', () => {
  const words = ['-d', 'a | b', '-d', 'c', '--before-remove=x.sh', '--force', 'dist/=/opt/Openclaw Sync'];
  expect(parseFpmArguments([...ORDER, ...words])).toMatchObject({
    format: 'deb',
    output: 'out.deb',
    depends: ['a | b', 'c'],
    fields: new Map([
      ['t', 'deb'],
      ['package', 'out.deb'],
      ['before-remove', 'x.sh'],
    ]),
    files: [['dist/', '/opt/Openclaw Sync']],
  });
});

test.each([
  [['--deb-systemd', 'x.service'], 'deb-systemd'],
  [['--after-install'], 'needs a value'],
  [['lonely'], 'SOURCE=DESTINATION'],
])('what it does not understand, %j, ends the build instead of leaving it out', (words, sentence) => {
  expect(() => parseFpmArguments([...ORDER, ...words])).toThrow(sentence);
});

/** The width in a PNG's header. */
function widthOf(png: Buffer): number {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return png.readUInt32BE(16);
}

test("every picture in Windows' icon file is as large as its directory says", () => {
  const ico = readFileSync(inProject('build', 'windows', 'icon.ico'));
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico.subarray(6 + at * 16));
  const sizes = entries.map((entry) => entry.readUInt8(0) || 256);
  const widths = entries.map((entry) => widthOf(ico.subarray(entry.readUInt32LE(12))));
  expect(widths).toEqual(sizes);
  expect(sizes).toEqual(expect.arrayContaining([16, 32, 48, 256]));
});

test("every block of Apple's icon file holds a picture of the size that its name stands for", () => {
  const icns = readFileSync(inProject('build', 'macos', 'icon.icns'));
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const widths = new Map<string, number>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    widths.set(icns.toString('latin1', at, at + 4), widthOf(icns.subarray(at + 8)));
  expect(Object.fromEntries(widths)).toMatchObject({ icp4: 16, ic11: 32, ic07: 128, ic13: 256, ic10: 1024 });
});
