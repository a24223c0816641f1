import { closeSync, openSync, readSync } from 'node:fs';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
  readonly link?: string;
}

/** A file of an archive, and whether it lies beside it instead. */
export interface AsarFile {
  readonly path: string;
  readonly isUnpacked: boolean;
  readonly isLink: boolean;
}

/** The archive begins with two pickled numbers and the list of its files as JSON (electron/asar, "Format"). */
function header(file: string): Entry {
  const handle = openSync(file, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(handle, sizes, 0, 16, 0);
    const json = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(handle, json, 0, json.length, 16);
    return JSON.parse(json.toString('utf8'));
  } finally {
    closeSync(handle);
  }
}

function* below(entry: Entry, folder: string): Iterable<AsarFile> {
  for (const [name, each] of Object.entries(entry.files ?? {})) {
    const path = `${folder}${name}`;
    if (each.files) yield* below(each, `${path}/`);
    else yield { path, isUnpacked: each.unpacked === true, isLink: each.link !== undefined };
  }
}

/** Every file of an archive. */
export function asarFiles(file: string): readonly AsarFile[] {
  return [...below(header(file), '')];
}
