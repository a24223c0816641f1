import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Stage } from '../support/stage.ts';
import type { Rivals } from './rivals.ts';

const MB = 1e6;

/** Goal 17: what people download, and the archive of our own code in it. */
export async function packageSizes({ figures, size }: Stage, { files }: Rivals): Promise<void> {
  const archive = join(dirname(files.ours), 'resources', 'app.asar');
  figures.noteAll(17, size, {
    floor: [(await compressedSize(dirname(files.bare))) / MB],
    product: [(await compressedSize(dirname(files.ours))) / MB],
    'app.asar': [statSync(archive).size / MB],
  });
}

/** As an installer holds it: one stream of everything. */
async function compressedSize(folder: string): Promise<number> {
  const words = ['-C', folder, '-I', 'xz -T2 -6', '-c', '.'];
  const child = spawn('tar', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let bytes = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`tar ended with exit code ${code}`);
  return bytes;
}
