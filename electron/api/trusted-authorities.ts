import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';

const BLOCK = /-----BEGIN (?:X509 )?CERTIFICATE-----[\s\S]*?-----END (?:X509 )?CERTIFICATE-----/g;

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== null;
  } catch {
    return false;
  }
}

/** The certificates in a PEM file, or what is wrong with it: nobody should believe that it was taken when it was not. */
async function authoritiesIn(file: string): Promise<Result<readonly string[]>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) =>
    fail('tls-failed', `the file with extra authorities, ${file}, cannot be read (${causeOf(error)})`),
  );
  if (typeof text !== 'string') return text;
  const found = text.match(BLOCK) ?? [];
  if (found.length === 0)
    return fail('tls-failed', `the file with extra authorities, ${file}, holds no certificate in PEM form`);
  const broken = found.findIndex((pem) => !isCertificate(pem));
  return broken < 0
    ? ok(found)
    : fail('tls-failed', `certificate ${broken + 1} in the file with extra authorities, ${file}, is damaged`);
}

function causeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}

/** What TLS shall trust: Node's own choice, or the built-in authorities, those of these PEM files and some more. */
export async function trustedAuthorities(
  files: readonly string[],
  more: readonly string[] = [],
): Promise<Result<{ readonly ca?: string[] }>> {
  if (files.length === 0 && more.length === 0) return ok({});
  // Where nothing is added Node's own list is never read: that alone takes longer than a request.
  const { rootCertificates } = await import('node:tls');
  const ca: string[] = [...rootCertificates, ...more];
  for (const file of files) {
    const found = await authoritiesIn(file);
    if (!found.ok) return found;
    ca.push(...found.value);
  }
  return ok({ ca });
}
