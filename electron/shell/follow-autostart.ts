import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Application } from '../app/application.ts';
import type { Autostart } from './autostart.ts';

/** Does in the operating system what IT decided about starting with the session, now and whenever it changes. */
export function followAutostart(
  application: Pick<Application, 'policy' | 'onChange'>,
  autostart: Pick<Autostart, 'isOn' | 'set'>,
): void {
  let last: boolean | undefined;
  const follow = ({ settings }: MachinePolicy): void => {
    // Told once each: what a person changes in the operating system meanwhile is not fought over by the minute.
    if (settings.autostart === last) return;
    last = settings.autostart;
    if (last !== undefined && autostart.isOn() !== last) attempt(() => autostart.set(last === true));
  };
  follow(application.policy());
  application.onChange(() => follow(application.policy()));
}

/** What the operating system refuses is shown by doctor, which compares both. */
function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
