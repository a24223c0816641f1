import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Autostart } from './autostart-switch.ts';

type Switch = Pick<Autostart, 'state' | 'set'>;

/** Does in the operating system what IT decided about starting with the session, now and whenever it changes. */
export function followAutostart(
  connections: { policy(): MachinePolicy; onChange(listener: () => void): unknown },
  autostart: Switch,
): void {
  let last: boolean | undefined;
  const follow = ({ settings }: MachinePolicy): void => {
    // Told once each: what a person changes in the operating system meanwhile is not fought over by the minute.
    if (settings.autostart === last) return;
    last = settings.autostart;
    if (last !== undefined) obey(last, autostart);
  };
  follow(connections.policy());
  connections.onChange(() => follow(connections.policy()));
}

/**
 * What a person has switched off in the settings of Windows or macOS stays off: there they have the last word, and the
 * settings window says so. What the operating system refuses is shown by doctor, which compares both.
 */
function obey(wanted: boolean, autostart: Switch): void {
  const { is } = autostart.state();
  if (wanted ? is !== 'off' && is !== 'broken' : is === 'off') return;
  try {
    autostart.set(wanted);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
