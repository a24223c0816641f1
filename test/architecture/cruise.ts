import { resolve } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Walks the imports of a tree that is laid out like this project; answers one line per broken rule. */
export async function brokenRules(root: string): Promise<string[]> {
  const options = await extractDepcruiseOptions(resolve(projectRoot, 'build/dependency-cruiser.cjs'));
  const { output } = await cruise(['electron', 'renderer', 'shared'], { ...options, baseDir: root });
  return violations(output).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

function violations(output: IReporterOutput['output']) {
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations;
}
