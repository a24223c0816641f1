import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** What a database belongs to: nothing that is remembered for one of these is ever used for another. */
export interface StateKey {
  /** Scheme, host and port, as `URL.origin` writes them. */
  readonly apiOrigin: string;
  readonly lssn: number;
  /** The workspace folder with every link resolved. */
  readonly realPath: string;
}

const READABLE = 60;

/** The database of one API origin, server number and folder: a name that people can read, a hash that tells apart. */
export function stateFileFor(stateDir: string, { apiOrigin, lssn, realPath }: StateKey): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([apiOrigin, lssn, realPath]))
    .digest('hex');
  return join(stateDir, 'state', `${readable(apiOrigin)}-${lssn}-${hash.slice(0, 16)}.db`);
}

/** Safe as a file name everywhere; the hash tells apart what becomes equal here. */
function readable(apiOrigin: string): string {
  const host = apiOrigin.replace(/^[a-z]+:\/\//i, '').toLowerCase();
  return host.replace(/[^a-z0-9.-]+/g, '_').slice(0, READABLE) || 'giip';
}
