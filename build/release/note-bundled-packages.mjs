import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inProject, projectRoot } from '../project-paths.mjs';

/**
 * A plugin that notes from which packages this part of the build took code: package.json cannot tell, since everything
 * bundled is a development dependency, and the list of what ships (write-sbom.mjs) must be complete.
 * @param {string} part
 * @returns {import('vite').Plugin}
 */
export function noteBundledPackages(part) {
  return {
    name: 'note-bundled-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const packages = new Set(modules.map(packageOf).filter((path) => path !== null));
      const folder = inProject('.cache', 'bundled');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${part}.json`), `${JSON.stringify([...packages].sort())}\n`);
    },
  };
}

/**
 * The folder of the package that a module lies in, as package-lock.json names it.
 * @param {string} module
 */
function packageOf(module) {
  const path = relative(projectRoot, module.replace(/^\0/, '').replace(/\?.*$/, '')).split(sep).join('/');
  return /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}
