import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { ApplicationCall, AutostartCall, Handlers } from '../app/application.ts';
import type { Autostart } from './autostart-switch.ts';

/**
 * The application's handlers, with "start with the session" answered from and told to the operating system:
 * a setting that only says so would be a wish.
 */
export function withAutostart(
  handlers: Handlers<ApplicationCall>,
  autostart: Autostart,
): Handlers<ApplicationCall | AutostartCall> {
  return {
    ...handlers,
    'autostart.get': async () => ok(autostart.state()),
    'settings.get': async (input) => {
      const answer = await handlers['settings.get'](input);
      return answer.ok ? ok({ ...answer.value, autostart: autostart.isOn() }) : answer;
    },
    'settings.update': async (input) => {
      const answer = await handlers['settings.update'](input);
      if (!answer.ok) return answer;
      const done = input.autostart === undefined ? ok(null) : set(autostart, input.autostart);
      return done.ok ? ok({ ...answer.value, autostart: autostart.isOn() }) : done;
    },
  };
}

function set(autostart: Autostart, on: boolean): Result<null> {
  try {
    autostart.set(on);
    return ok(null);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail('write-failed', 'path' in error ? String(error.path) : String(error.code));
  }
}
