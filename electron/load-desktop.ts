import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * What `open-desktop` stands on, the heaviest first: schemas of calls, settings, the application, windows. Evaluated at
 * once they hold the main process for longer than a frame, and with it the icon that stands there already.
 */
const PARTS = [
  () => import('./ipc/payload-schemas.ts'),
  () => import('./stores/settings-store.ts'),
  () => import('./compose-log.ts'),
  () => import('./compose.ts'),
  () => import('./compose-desktop.ts'),
];

/** Everything behind the icon, each part in a turn of the loop of its own. */
export async function loadDesktop(): Promise<typeof import('./open-desktop.ts')> {
  for (const load of PARTS) {
    await load();
    await nextTurn();
  }
  return import('./open-desktop.ts');
}
