import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Autostart } from './autostart.ts';

/**
 * Does what the machine's policy says about starting with the session. What a person has switched off in the settings
 * of Windows or macOS stays off: there they have the last word, and the settings window says so.
 */
export function obeyAutostart({ managed, settings }: MachinePolicy, autostart: Autostart): void {
  const wanted = settings.autostart;
  if (managed.autostart === undefined || wanted === undefined) return;
  const { is } = autostart.state();
  if (wanted ? is === 'off' || is === 'broken' : is !== 'off') autostart.set(wanted);
}
