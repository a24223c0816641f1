import { inProject } from '../../../build/project-paths.mjs';

/** A program of `test/bench/floors`. */
export function floorProgram(name: string): string {
  return inProject('test', 'bench', 'floors', `${name}.mjs`);
}
