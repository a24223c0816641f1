import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';

/** What TLS shall trust: Node's own choice, or the built-in authorities and those of a PEM file. */
export async function trustedAuthorities(
  file: string | undefined,
): Promise<Result<{ readonly ca?: string[] }>> {
  if (file === undefined || file === '') return ok({});
  try {
    return ok({ ca: [...rootCertificates, await readFile(file, 'utf8')] });
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return fail('tls-failed', `the file with extra certificate authorities cannot be read (${cause})`);
  }
}
