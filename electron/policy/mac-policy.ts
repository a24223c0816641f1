import { jsonObject, readTrustedFile, unusable } from './policy-file.ts';
import type { PolicyReading } from './policy-reading.ts';
import type { RunProgram } from './run-program.ts';

const FOLDER = '/Library/Managed Preferences';
const DOMAIN = 'net.netbako.openclaw-sync';
const PLUTIL = '/usr/bin/plutil';
const LIMITS = { ms: 10_000, bytes: 1024 * 1024 };

/** What the system puts into every managed domain. */
const OF_THE_SYSTEM = /^(Payload|_)/;

/** Where a device manager puts the keys: those for this user win over those for every user, as macOS has it. */
export function macPolicyFiles(user: string): readonly string[] {
  return [`${FOLDER}/${user}/${DOMAIN}.plist`, `${FOLDER}/${DOMAIN}.plist`];
}

/** What `plutil -convert json` printed, as the values of one source. */
export function readPlutil(source: string, printed: Uint8Array): PolicyReading {
  const values = jsonObject(printed);
  if (values === undefined)
    return {
      source,
      fault: 'unreadable',
      expected: 'it must be a property list of texts, numbers and lists',
    };
  return {
    source,
    values: Object.fromEntries(Object.entries(values).filter(([key]) => !OF_THE_SYSTEM.test(key))),
  };
}

async function readManaged(file: string, run: RunProgram): Promise<readonly PolicyReading[]> {
  const found = await readTrustedFile(file, 0);
  if (found.state !== 'read') return unusable(file, found);
  const end = await run(PLUTIL, ['-convert', 'json', '-o', '-', '--', file], LIMITS, {});
  const isPrinted = end.state === 'ended' && end.code === 0;
  return [readPlutil(file, isPrinted ? end.stdout : Buffer.alloc(0))];
}

/** The managed preferences of a Mac: only the managed domain, never what a user wrote with `defaults`. */
export async function readMacPolicy(user: string, run: RunProgram): Promise<readonly PolicyReading[]> {
  const readings = await Promise.all(macPolicyFiles(user).map((file) => readManaged(file, run)));
  return readings.flat();
}
