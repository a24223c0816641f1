import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../electron/support/zip.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';

const ENTRIES = [
  { name: 'manifest.json', text: '{}\n' },
  { name: 'logs/application.log', text: 'line\n'.repeat(100_000) },
  { name: 'empty.txt', text: '' },
  { name: 'ünï.txt', text: '한글 ✓\n' },
];
const WHEN = new Date(2026, 10, 23, 15, 30, 44);

/** A reader by the specification, from the end: it believes nothing that is said twice. */
function read(
  zip: Buffer,
): readonly { readonly name: string; readonly text: string; readonly mode: number }[] {
  const end = zip.length - 22;
  expect(zip.toString('latin1', end, end + 4)).toBe('PK\u0005\u0006');
  let at = zip.readUInt32LE(end + 16);
  expect(at + zip.readUInt32LE(end + 12)).toBe(end);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.toString('latin1', at, at + 4)).toBe('PK\u0001\u0002');
    const [packed, size, nameLength] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.toString('latin1', local, local + 4)).toBe('PK\u0003\u0004');
    expect(zip.subarray(local + 4, local + 30)).toEqual(zip.subarray(at + 6, at + 32));
    const data = local + 30 + nameLength;
    const bytes = inflateRawSync(zip.subarray(data, data + packed));
    expect([bytes.length, crc32(bytes)]).toEqual([size, zip.readUInt32LE(at + 16)]);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    at += 46 + nameLength;
    return { name, text: bytes.toString('utf8'), mode };
  });
}

describe('zipOf', () => {
  it('keeps every text, for the owner only', () => {
    const found = read(zipOf(ENTRIES, WHEN));
    expect(found.map(({ name, text }) => ({ name, text }))).toEqual(ENTRIES);
    expect(found.map(({ mode }) => mode)).toEqual(ENTRIES.map(() => 0o100600));
  });

  it('an archive of nothing is one', () => {
    expect(read(zipOf([], WHEN))).toEqual([]);
  });

  const python = spawnSync('python3', ['--version']);
  it.runIf(python.status === 0)('another program finds nothing wrong with it, and the same in it', () => {
    const file = join(temporaryFolder(), 'a.zip');
    writeFileSync(file, zipOf(ENTRIES, WHEN));
    const program = [
      'import json, sys, zipfile',
      'z = zipfile.ZipFile(sys.argv[1])',
      'assert z.testzip() is None',
      'print(json.dumps([[i.filename, z.read(i).decode(), list(i.date_time)] for i in z.infolist()]))',
    ];
    const { stdout, stderr } = spawnSync('python3', ['-c', program.join('\n'), file], {
      maxBuffer: 10 * 1024 * 1024,
    });
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual(
      ENTRIES.map(({ name, text }) => [name, text, [2026, 11, 23, 15, 30, 44]]),
    );
  });
});
