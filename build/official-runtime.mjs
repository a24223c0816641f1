import { createRequire } from 'node:module';
import { join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { extract } from '@electron-internal/extract-zip';
import { describeRuntime } from './electron-runtime.mjs';
import { installFolder } from './install-folder.mjs';

const silenceBeforeAnswer = 8_000;
const silenceDuringDownload = 30_000;

/**
 * Fetches the pinned Electron from its own release host, checked against the checksums inside the `electron` package.
 * A host that stays silent is given up within seconds.
 */
export async function installOfficialRuntime() {
  const { version, dist } = describeRuntime('official');
  const archive = await download(version);
  await installFolder(dist, async (workFolder) => {
    const unpacked = join(workFolder, 'dist');
    await extract(archive, { dir: unpacked });
    return unpacked;
  });
}

/** @param {string} version */
async function download(version) {
  const giveUp = new AbortController();
  const waitFor = (/** @type {number} */ ms) =>
    setTimeout(() => giveUp.abort(new Error(`nothing was received for ${ms / 1000} seconds`)), ms);
  let timer = waitFor(silenceBeforeAnswer);
  const getProgressCallback = async () => {
    clearTimeout(timer);
    timer = waitFor(silenceDuringDownload);
  };
  const downloadOptions = { signal: giveUp.signal, getProgressCallback };
  const { platform, arch } = process;
  try {
    return await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      checksums: checksums(),
      downloadOptions,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** @returns {Record<string, string>} */
function checksums() {
  return createRequire(import.meta.url)('electron/checksums.json');
}
