import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { runTool } from '../linux/run-tool.mjs';
import { arMember, arMembers } from './ar-archive.mjs';
import { gpg, signDetached } from './signing-key.mjs';

/** @typedef {import('./signing-key.mjs').SigningKey} SigningKey */

/**
 * Signs a package the way its own system checks it, and beside it for everybody else. Throws when the result does not
 * verify: nothing leaves here that only looks signed.
 * @param {string} file a .deb, an .rpm or anything else
 * @param {SigningKey} key
 */
export function signPackage(file, key) {
  if (extname(file) === '.deb') signDeb(file, key);
  if (extname(file) === '.rpm') signRpm(file, key);
  const signature = signDetached(key, file);
  gpg(key.environment, ['--verify', signature, file]);
}

/**
 * What debsig-verify wants: a signature of the members one after the other, as the member `_gpgorigin`. The tool
 * `debsigs` would make it with SHA-1, which debsig-verify refuses.
 * @param {string} file
 * @param {SigningKey} key
 */
function signDeb(file, key) {
  const work = mkdtempSync(join(tmpdir(), 'openclaw-deb-'));
  try {
    const [payload, signature] = [join(work, 'payload'), join(work, '_gpgorigin')];
    const members = arMembers(readFileSync(file));
    writeFileSync(payload, Buffer.concat(members.map(({ data }) => data)));
    const how = ['--digest-algo', 'SHA512', '--local-user', key.id, '--output', signature];
    gpg(key.environment, [...how, '--detach-sign', payload]);
    appendFileSync(file, arMember('_gpgorigin', readFileSync(signature)));
    runTool('dpkg-deb', ['--info', file]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {SigningKey} key
 */
function signRpm(file, key) {
  // Debian's rpm looks for a gpg2 that Debian does not have.
  const macros = ['_gpg_name %KEY%', '__gpg /usr/bin/gpg', '_gpg_digest_algo sha512'];
  const defined = macros.flatMap((macro) => ['--define', macro.replace('%KEY%', key.id)]);
  runTool('rpm', [...defined, '--addsign', file], { env: key.environment });
  const shown = runTool('rpm', ['-qp', '--nosignature', '--qf', '%{RSAHEADER:pgpsig}', file]);
  if (!shown.includes('SHA512')) throw new Error(`${file} was not signed: rpm shows "${shown}".`);
}
