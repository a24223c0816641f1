import { runWhenMain } from './run-when-main.mjs';
import { setUpRuntime } from './setup-runtime.mjs';
import { setUpSystemPackages } from './setup-system-packages.mjs';

/**
 * What the application needs from this machine besides npm packages: an Electron and, for a session without a display,
 * system packages. Costs milliseconds when all of it is there.
 * @param {{ readonly needsSession: boolean }} what
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function prepareMachine({ needsSession }) {
  const missing = needsSession ? await setUpSystemPackages() : undefined;
  if (missing) throw new Error(missing);
  return setUpRuntime();
}

await runWhenMain(import.meta, async () => {
  await prepareMachine({ needsSession: true });
});
