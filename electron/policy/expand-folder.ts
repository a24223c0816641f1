import { posix, win32 } from 'node:path';
import type { PolicyPlace } from './policy-reading.ts';

/** These mean the home folder wherever they stand, whatever the environment says of them. */
const HOME_NAMES = ['HOME', 'USERPROFILE'];
const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_()]*)\}|%([A-Za-z_][A-Za-z0-9_()]*)%/g;

/** Windows does not tell upper from lower case in the names of variables. */
function variable(name: string, { platform, home, environment }: PolicyPlace): string | undefined {
  if (HOME_NAMES.includes(name.toUpperCase())) return home;
  const isSame = (each: string): boolean =>
    platform === 'win32' ? each.toUpperCase() === name.toUpperCase() : each === name;
  return Object.entries(environment).find(([each]) => isSame(each))?.[1] || undefined;
}

/** A folder of a policy as it is for this person; null when a variable is not set or the path is not a whole one. */
export function expandFolder(text: string, place: PolicyPlace): string | null {
  const { isAbsolute, normalize } = place.platform === 'win32' ? win32 : posix;
  const names = [...text.matchAll(VARIABLE)].map((match) => match[1] ?? match[2] ?? '');
  if (names.some((name) => variable(name, place) === undefined)) return null;
  const expanded = text
    .replace(/^~(?=$|[\\/])/, () => place.home)
    .replace(
      VARIABLE,
      (_, braces?: string, percents?: string) => variable(braces ?? percents ?? '', place) ?? '',
    );
  return isAbsolute(expanded) ? normalize(expanded) : null;
}
