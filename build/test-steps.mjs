import { inProject } from './project-paths.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

const minutes = 60_000;
const playwrightResults = inProject('artefacts', 'e2e', 'results.json');

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a script and its arguments, for Node
 * @property {number} limit in milliseconds
 * @property {boolean} [live] shows what it says at once, because it may take a while the first time
 * @property {true} [beside] reads only and needs one processor: runs beside the next step
 * @property {{ readonly file: string, readonly count: (results: any) => import('./test-counts.mjs').Counts }} [results]
 *   where the step leaves its counts; a step without them is one check that passes or fails
 */

const tool = (/** @type {string[]} */ ...path) => inProject('node_modules', ...path);
const script = (/** @type {string} */ name) => inProject('build', name);

/**
 * What `npm test` checks, cheapest first.
 * @type {readonly Step[]}
 */
export const testSteps = [
  { name: 'set-up', command: [script('prepare-machine.mjs')], limit: 10 * minutes, live: true },
  {
    name: 'types',
    command: [tool('typescript', 'bin', 'tsc'), '-b'],
    limit: 5 * minutes,
    beside: true,
  },
  {
    name: 'lint',
    command: [tool('@biomejs', 'biome', 'bin', 'biome'), ...biomeArgs()],
    limit: 2 * minutes,
    beside: true,
  },
  {
    name: 'imports',
    command: [tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), ...cruiserArgs()],
    limit: 2 * minutes,
    beside: true,
  },
  {
    name: 'unused',
    command: [tool('knip', 'bin', 'knip.js'), '--config', script('knip.json')],
    limit: 2 * minutes,
  },
  { name: 'build', command: [script('build-app.mjs')], limit: 5 * minutes },
  vitestStep(['unit', 'renderer', 'contract', 'browser', 'architecture']),
  // Apart: these start programs, kill them and watch the clock, so they get the machine to themselves.
  vitestStep(['scenario', 'hostile', 'faults']),
  vitestStep(['simulation']),
  {
    name: 'end-to-end',
    command: [script('run-e2e.mjs')],
    limit: 12 * minutes,
    results: { file: playwrightResults, count: countPlaywright },
  },
  vitestStep(['package']),
];

function biomeArgs() {
  return ['check', `--config-path=${script('biome.config.json')}`, '--error-on-warnings', '.'];
}

function cruiserArgs() {
  return ['--config', script('dependency-cruiser.cjs'), 'electron', 'renderer', 'shared'];
}

/**
 * One run of Vitest over some of its projects.
 * @param {readonly string[]} projects
 * @returns {Step}
 */
function vitestStep(projects) {
  const file = inProject('artefacts', 'vitest', `${projects.join('-')}.json`);
  const config = ['--config', inProject('test', 'vitest.config.ts')];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  return {
    name: projects.join(', '),
    command: [tool('vitest', 'vitest.mjs'), 'run', ...config, ...reporters, ...chosen],
    limit: 15 * minutes,
    results: { file, count: countVitest },
  };
}
