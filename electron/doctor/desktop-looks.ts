import type { DesktopFacts, DoctorLook, DoctorScene } from './check.ts';
import { type Finding, found } from './finding.ts';

async function inDesktop(
  { desktop }: DoctorScene,
  look: (desktop: DesktopFacts) => Finding | Promise<Finding>,
): Promise<Finding> {
  return desktop === null ? found.skipped('skipped-in-command') : look(desktop);
}

async function keyring(desktop: DesktopFacts): Promise<Finding> {
  const { state, backend } = await desktop.keyring();
  if (state === 'ready') return found.ok('keyring-ok', { backend });
  return found.warning(state === 'locked' ? 'keyring-locked' : 'keyring-none', { backend });
}

/** What the token is encrypted with. */
export const keyringLook: DoctorLook = {
  id: 'keyring',
  needs: [],
  look: (scene) => inDesktop(scene, keyring),
};

/** Whether the icon is shown anywhere. */
export const trayLook: DoctorLook = {
  id: 'tray',
  needs: [],
  look: (scene) =>
    inDesktop(scene, (desktop) =>
      desktop.trayHost() ? found.ok('tray-ok', {}) : found.warning('tray-none', {}),
    ),
};

function autostart({ isWanted, state }: ReturnType<DesktopFacts['autostart']>): Finding {
  switch (state.is) {
    case 'on':
      return found.ok('autostart-on', {});
    case 'onForEverybody':
      return found.ok('autostart-for-all', {});
    case 'broken':
      return found.warning('autostart-broken', { program: state.program });
    default:
      return isWanted ? found.warning('autostart-overruled', {}) : found.ok('autostart-off', {});
  }
}

/** Whether the operating system will start it, whatever the settings say. */
export const autostartLook: DoctorLook = {
  id: 'autostart',
  needs: [],
  look: (scene) => inDesktop(scene, (desktop) => autostart(desktop.autostart())),
};
