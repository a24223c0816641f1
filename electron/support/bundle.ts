import { createHash } from 'node:crypto';
import type { SupportFile } from '../../shared/model/support.ts';
import { createCleaner } from './cleaner.ts';
import { FILE_BYTES, gatherParts, type Part } from './parts.ts';
import type { SupportPorts } from './ports.ts';
import { zipOf } from './zip.ts';

export interface BundleFile extends SupportFile {
  readonly text: string;
}

/** Everything that is written into one bundle, the manifest first. */
export interface Bundle {
  readonly files: readonly BundleFile[];
  readonly created: Date;
}

export const BUNDLE_BYTES = 10 * 1024 * 1024;

interface Cleaned extends BundleFile {
  readonly why: string;
}

/** Cleaning may make a text longer: what is over the limit goes from its beginning. */
function cleaned(part: Part, clean: (text: string) => string): Cleaned {
  const bytes = Buffer.from(clean(part.text), 'utf8');
  const isCut = part.isCut || bytes.length > FILE_BYTES;
  const tail = bytes.subarray(Math.max(0, bytes.length - FILE_BYTES)).toString('utf8');
  const text = bytes.length > FILE_BYTES ? tail.slice(tail.indexOf('\n') + 1) : tail;
  return { name: part.name, why: part.why, text, bytes: Buffer.byteLength(text), isCut };
}

/** As many as fit, in their order; a smaller one behind one that is too large still may. */
function fitting(files: readonly Cleaned[]): {
  readonly kept: readonly Cleaned[];
  readonly left: readonly Cleaned[];
} {
  const kept: Cleaned[] = [];
  const left: Cleaned[] = [];
  let room = BUNDLE_BYTES - FILE_BYTES;
  for (const file of files) {
    if (file.bytes > room) left.push(file);
    else {
      kept.push(file);
      room -= file.bytes;
    }
  }
  return { kept, left };
}

function manifest(
  ports: SupportPorts,
  created: Date,
  showNames: boolean,
  { kept, left }: ReturnType<typeof fitting>,
): string {
  const { version, versions } = ports.about();
  const files = kept.map(({ name, why, bytes, isCut, text }) => ({
    name,
    why,
    bytes,
    isCut,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  }));
  const what = {
    what: 'Support bundle of Openclaw Sync',
    privacy:
      'Made on request and saved on this computer only. It holds no token and no text of a document or config.',
    format: 1,
    created: created.toISOString(),
    version,
    versions,
    fileNames: showNames ? 'shown' : 'replaced by aliases',
    files,
    leftOut: left.map(({ name, bytes }) => ({ name, bytes, why: 'the bundle is full' })),
  };
  return `${JSON.stringify(what, null, 2)}\n`;
}

/** Collects a bundle in memory; nothing is written and nothing is sent. */
export async function makeBundle(ports: SupportPorts, showNames: boolean): Promise<Bundle> {
  const created = ports.now();
  const parts = await gatherParts(ports, showNames);
  const clean = createCleaner(await ports.secrets(), ports.home);
  const fit = fitting(parts.map((part) => cleaned(part, clean)));
  const text = clean(manifest(ports, created, showNames, fit));
  const first = { name: 'manifest.json', text, bytes: Buffer.byteLength(text), isCut: false };
  const rest = fit.kept.map(({ name, text: own, bytes, isCut }) => ({ name, text: own, bytes, isCut }));
  return { created, files: [first, ...rest] };
}

/** The bundle as one archive. */
export function packBundle({ files, created }: Bundle): Buffer {
  return zipOf(files, created);
}

/** `openclaw-sync-support-2026-11-23-1530.zip`, in the time of this computer. */
export function bundleName(created: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${created.getFullYear()}-${two(created.getMonth() + 1)}-${two(created.getDate())}`;
  return `openclaw-sync-support-${day}-${two(created.getHours())}${two(created.getMinutes())}.zip`;
}
