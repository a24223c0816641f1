import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly text: string;
}

interface Packed {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly size: number;
  readonly crc: number;
}

const DEFLATED = 8;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** Made on Unix, so that the rights beside it count: a file that only its owner can read. */
const MADE_ON_UNIX = 3 << 8;
const OWNER_ONLY = 0o100600;

/** MS-DOS time and date: two seconds are its finest, 1980 its first year. */
function dosTime(when: Date): number {
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  const date = ((when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  return ((date << 16) | time) >>> 0;
}

function pack({ name, text }: ZipEntry): Packed {
  const bytes = Buffer.from(text, 'utf8');
  const data = deflateRawSync(bytes);
  return { name: Buffer.from(name, 'utf8'), data, size: bytes.length, crc: crc32(bytes) };
}

/** What the local header and the directory say alike. */
function commonFields({ name, data, size, crc }: Packed, time: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt32LE(time, 6);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localFile(packed: Packed, time: number): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), commonFields(packed, time), packed.name, packed.data]);
}

function directoryEntry(packed: Packed, time: number, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(MADE_ON_UNIX | VERSION, 0);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((OWNER_ONLY << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002'), made, commonFields(packed, time), rest, packed.name]);
}

function endOfDirectory(entries: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A ZIP archive of small texts (APPNOTE 6.3, deflated): what every desktop opens by a double click. */
export function zipOf(entries: readonly ZipEntry[], when: Date): Buffer {
  const time = dosTime(when);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = pack(entry);
    const file = localFile(packed, time);
    files.push(file);
    directory.push(directoryEntry(packed, time, offset));
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, endOfDirectory(entries.length, listed.length, offset)]);
}
