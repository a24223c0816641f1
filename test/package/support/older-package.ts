import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runTool } from '../../../build/linux/run-tool.mjs';

/** A file that the older version has and the newer one has no more. */
export const GONE_LATER = '/opt/Openclaw Sync/resources/only-in-the-older-version';

/** The same package as it would have been one version ago, without compression, because it is thrown away at once. */
export function writeOlderPackage(deb: string, version: string, output: string): void {
  const work = mkdtempSync(join(dirname(output), 'older-'));
  try {
    const content = join(work, 'content');
    runTool('dpkg-deb', ['--raw-extract', deb, content]);
    const control = join(content, 'DEBIAN', 'control');
    writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${version}`));
    writeFileSync(join(content, GONE_LATER), '');
    runTool('dpkg-deb', ['--root-owner-group', '-Znone', '--build', content, output]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
