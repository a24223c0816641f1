import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { About, Licence } from '../../shared/model/about.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { AboutCall, Handlers } from '../app/application.ts';

/** What the program says of itself. The notices lie in a file of the build: no page carries them along. */
export function aboutCalls(noticesFile: string): Handlers<AboutCall> {
  return {
    'app.about': async () => ok(about()),
    'app.licences': () => readNotices(noticesFile),
  };
}

function about(): About {
  const { electron = '', chrome = '', node } = process.versions;
  const parts = [
    { name: 'Electron', version: electron },
    { name: 'Chromium', version: chrome },
    { name: 'Node.js', version: node },
  ];
  return { version: __APP_VERSION__, parts };
}

async function readNotices(file: string): Promise<Result<readonly Licence[]>> {
  const packed = await readFile(file).catch(() => null);
  if (packed === null) return fail('unexpected', 'licences.json.gz');
  const text = await promisify(gunzip)(packed);
  return ok(JSON.parse(text.toString()) as readonly Licence[]);
}
