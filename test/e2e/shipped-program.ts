import { copyFileSync, cpSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { PROGRAM } from './running-app.ts';

/** The tested program with its one difference from what ships taken back: the inspector's fuse is off. */
export async function shippedProgram(folder: string): Promise<string> {
  const program = join(folder, basename(PROGRAM));
  linkEverything(dirname(PROGRAM), folder);
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
  });
  return program;
}

/** Links cost nothing; only the program itself is changed, so it is copied. */
export function linkEverything(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) cpSync(source, target, { recursive: true });
    else if (name === basename(PROGRAM)) copyFileSync(source, target);
    else linkSync(source, target);
  }
}
