import { updateProblems } from './update-signing.mjs';

/**
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 * @typedef {'linux' | 'win32' | 'darwin'} Platform
 */

/** Each list is one complete way to sign. What the variables mean stands in build/README.md. */
const waysToSign = {
  linux: [['OPENCLAW_SYNC_SIGNING_KEY']],
  win32: [
    ['WINDOWS_PUBLISHER_NAME', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
    [
      ...[
        'WINDOWS_PUBLISHER_NAME',
        'AZURE_SIGNING_ENDPOINT',
        'AZURE_SIGNING_ACCOUNT',
        'AZURE_SIGNING_PROFILE',
      ],
      ...['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'],
    ],
  ],
  darwin: [['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']],
};

/**
 * Why what would be built here is not fit to be given to anybody; empty when it is. A release is made of Electron's
 * own release of the pinned version, and is signed.
 * @param {object} build
 * @param {Platform} build.platform
 * @param {Pick<import('../electron-runtime.mjs').ElectronRuntime, 'kind' | 'version'>} build.runtime
 * @param {string} build.pinned the Electron version in package.json
 * @param {Environment} build.environment
 * @returns {string[]}
 */
export function releaseProblems({ platform, runtime, pinned, environment }) {
  const problems = [];
  if (runtime.kind !== 'official')
    problems.push(`Electron ${runtime.version} on this machine is the stand-in for development and tests.`);
  else if (runtime.version !== pinned)
    problems.push(`Electron on this machine is ${runtime.version}; package.json pins ${pinned}.`);
  const missing = waysToSign[platform].map((names) => names.filter((name) => !environment[name]));
  if (missing.every((names) => names.length > 0))
    problems.push(
      `It would be unsigned. Missing: ${missing.map((names) => names.join(', ')).join(' – or: ')}.`,
    );
  return [...problems, ...updateProblems(environment)];
}
