import { writeFileSync } from 'node:fs';
import { runTool } from '../linux/run-tool.mjs';
import { projectRoot } from '../project-paths.mjs';
import { lockedPackages, shippedPackages } from './shipped-packages.mjs';

/**
 * @typedef {object} Component
 * @property {string} [type]
 * @property {string} name
 * @property {string} [version]
 * @property {string} [purl]
 * @property {string} bom-ref
 *
 * @typedef {{ components: Component[], dependencies: { ref: string, dependsOn?: string[] }[] }} Sbom
 */

/**
 * Writes what the packages contain as CycloneDX: npm knows the lock file, the build knows which of its packages ended
 * up in the bundle, and Electron is the one part that comes from neither.
 * @param {string} file
 * @param {string} electronVersion
 */
export function writeSbom(file, electronVersion) {
  const shipped = shippedLabels();
  const sbom = lockFileSbom();
  const components = sbom.components.filter((component) => shipped.has(labelOf(component)));
  const lost = [...shipped].filter((label) => !components.some((component) => labelOf(component) === label));
  if (lost.length > 0) throw new Error(`The SBOM would lack ${lost.join(', ')}.`);
  const all = [...components, electron(electronVersion)];
  writeFileSync(
    file,
    `${JSON.stringify({ ...sbom, components: all, dependencies: among(sbom, all) }, null, 2)}\n`,
  );
}

/** What ships, as NAME@VERSION. */
function shippedLabels() {
  const lock = lockedPackages();
  return new Set(
    shippedPackages().map((path) => `${path.split('node_modules/').at(-1)}@${lock[path].version}`),
  );
}

/** @returns {Sbom} */
function lockFileSbom() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const script = process.env.npm_execpath;
  const [program, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return JSON.parse(runTool(program, [...before, ...args], { cwd: projectRoot }));
}

/** @param {Component} component */
function labelOf({ name, version }) {
  return `${name}@${version}`;
}

/**
 * @param {string} version
 * @returns {Component}
 */
function electron(version) {
  const purl = `pkg:npm/electron@${version}`;
  return { type: 'framework', name: 'electron', version, purl, 'bom-ref': `electron@${version}-runtime` };
}

/**
 * @param {Sbom} sbom
 * @param {readonly Component[]} components
 */
function among(sbom, components) {
  const refs = new Set(components.map((component) => component['bom-ref']));
  return sbom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
}
