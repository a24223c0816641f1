import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../../build/project-paths.mjs';

/** Where `npm run dist:linux` leaves what it makes. */
export const PACKAGES = inProject('dist', 'packages');

/** The one package of this kind. */
export function packageFile(ending: '.deb' | '.rpm'): string {
  const found = readdirSync(PACKAGES).filter((name) => name.endsWith(ending));
  if (found.length !== 1)
    throw new Error(`Expected one ${ending} in ${PACKAGES}, found ${found.join(', ') || 'none'}.`);
  return join(PACKAGES, String(found[0]));
}
