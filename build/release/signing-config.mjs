/**
 * What electron-builder is told about signing on this platform. Names and places come from the environment, so that
 * the configuration in the repository names no account; Linux packages are signed after electron-builder.
 * @param {import('./release-problems.mjs').Platform} platform
 * @param {import('./release-problems.mjs').Environment} environment
 * @returns {import('electron-builder').Configuration}
 */
export function signingConfig(platform, environment) {
  // Linux has no signing in electron-builder that could be forced: `dist.mjs` signs and looks at the result.
  if (platform === 'linux') return {};
  const own = platform === 'win32' ? { win: windowsSigning(environment) } : { mac: { notarize: true } };
  return { forceCodeSigning: true, ...own };
}

/**
 * @param {import('./release-problems.mjs').Environment} environment
 * @returns {NonNullable<import('electron-builder').Configuration['win']>}
 */
function windowsSigning(environment) {
  const publisherName = environment.WINDOWS_PUBLISHER_NAME ?? '';
  const { AZURE_SIGNING_ENDPOINT: endpoint, AZURE_SIGNING_ACCOUNT: account } = environment;
  if (!endpoint || !account) return { signtoolOptions: { publisherName, signingHashAlgorithms: ['sha256'] } };
  const certificateProfileName = environment.AZURE_SIGNING_PROFILE ?? '';
  return {
    azureSignOptions: { publisherName, endpoint, codeSigningAccountName: account, certificateProfileName },
  };
}
