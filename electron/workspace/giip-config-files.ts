import { dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { causeOf, errnoOf } from './file-error.ts';
import { fileSystem } from './file-system.ts';
import { type GiipConfig, parseGiipConfig } from './giip-config.ts';

/** A giipAgent.cfg that was found, as people may see it: without the token. */
export interface GiipConfigFile {
  readonly file: string;
  readonly lssn: number | null;
  readonly hasToken: boolean;
  readonly problem: string | null;
}

const FILE_NAME = 'giipAgent.cfg';
const MAX_BYTES = 1024 * 1024;

/**
 * Lenient on purpose: a comment in an old code page must not hide a plain ASCII token. PowerShell's `>`
 * writes UTF-16.
 */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Reads one file that a person named or chose. Error: giip-config-unreadable. */
export function readGiipConfig(file: string): Result<GiipConfig> {
  try {
    const stats = fileSystem.statSync(file);
    if (!stats.isFile()) return fail('giip-config-unreadable', `${file}: not an ordinary file`);
    if (stats.size > MAX_BYTES) return fail('giip-config-unreadable', `${file}: larger than 1 MiB`);
    return ok(parseGiipConfig(decode(fileSystem.readFileSync(file))));
  } catch (error) {
    const missing = errnoOf(error) === 'ENOENT';
    return fail('giip-config-unreadable', `${file}: ${missing ? 'there is no such file' : causeOf(error)}`);
  }
}

function describe(file: string): GiipConfigFile {
  const read = readGiipConfig(file);
  if (!read.ok) return { file, lssn: null, hasToken: false, problem: read.error.detail ?? read.error.code };
  const { token, lssn, problem } = read.value;
  return { file, lssn, hasToken: token !== null, problem };
}

/**
 * Every giipAgent.cfg where the agent itself looks: above the workspace, above that, and in the user's home.
 */
export function findGiipConfigs(workspace: string, home: string): readonly GiipConfigFile[] {
  const above = dirname(resolve(workspace));
  const files = [above, dirname(above), resolve(home)].map((folder) => join(folder, FILE_NAME));
  return [...new Set(files)].filter((file) => fileSystem.existsSync(file)).map(describe);
}
