import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface Tail {
  readonly text: string;
  readonly isCut: boolean;
}

/** The end of a file, from the first whole line on. */
export function readTail(file: string, bytes: number): Tail {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    const from = Math.max(0, size - bytes);
    const buffer = Buffer.alloc(size - from);
    const read = readSync(opened, buffer, 0, buffer.length, from);
    const text = buffer.subarray(0, read).toString('utf8');
    return from === 0 ? { text, isCut: false } : { text: text.slice(text.indexOf('\n') + 1), isCut: true };
  } finally {
    closeSync(opened);
  }
}
