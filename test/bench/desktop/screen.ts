import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const SIZE = { width: 1280, height: 900 } as const;
const LINE_BYTES = SIZE.width * 4;
/** Every eighth line tells one picture from another, and reading them costs nothing that could be measured. */
const STEP = 8;

/** A screen whose frame buffer is a file: what stands there is what a person would see. */
export class Screen {
  readonly display: string;
  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly #file: number;
  /** Where the picture begins: before it stand a header and the colour map (X11/XWDFile.h). */
  readonly #start: number;

  private constructor(server: ChildProcess, folder: string, display: string) {
    this.#server = server;
    this.#folder = folder;
    this.display = display;
    this.#file = openSync(join(folder, 'Xvfb_screen0'), 'r');
    const header = Buffer.alloc(100);
    readSync(this.#file, header, 0, 100, 0);
    this.#start = header.readUInt32BE(0) + header.readUInt32BE(76) * 12;
  }

  static async start(): Promise<Screen> {
    const folder = mkdtempSync(join(tmpdir(), 'openclaw-screen-'));
    const picture = `${SIZE.width}x${SIZE.height}x24`;
    const args = ['-displayfd', '3', '-screen', '0', picture, '-fbdir', folder, '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = await once(server.stdio[3] as Readable, 'data');
    return new Screen(server, folder, `:${String(number).trim()}`);
  }

  /** What stands there now. */
  look(): Buffer {
    const lines = Math.floor(SIZE.height / STEP);
    const picture = Buffer.allocUnsafe(lines * LINE_BYTES);
    for (let line = 0; line < lines; line += 1) {
      const at = this.#start + line * STEP * LINE_BYTES;
      readSync(this.#file, picture, line * LINE_BYTES, LINE_BYTES, at);
    }
    return picture;
  }

  end(): void {
    closeSync(this.#file);
    this.#server.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
