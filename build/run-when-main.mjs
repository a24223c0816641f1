import { realpathSync } from 'node:fs';

/**
 * Runs a script's main function when the script was started itself rather than imported. What goes wrong is told in
 * its own words, without a stack: the reader wants to know what to do.
 * @param {ImportMeta} script
 * @param {() => Promise<number | void>} main may answer the exit code
 */
export async function runWhenMain(script, main) {
  if (realpathSync(String(process.argv[1])) !== script.filename) return;
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
