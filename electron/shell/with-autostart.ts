import { ok } from '../../shared/model/sync-error.ts';
import type { ApplicationCall, Handlers } from '../app/application.ts';
import type { Autostart } from './autostart.ts';

/**
 * The application's handlers, with "start with the session" answered from and told to the operating system:
 * a setting that only says so would be a wish.
 */
export function withAutostart(
  handlers: Handlers<ApplicationCall>,
  autostart: Autostart,
): Handlers<ApplicationCall> {
  return {
    ...handlers,
    'settings.get': async (input) => {
      const answer = await handlers['settings.get'](input);
      return answer.ok ? ok({ ...answer.value, autostart: autostart.isOn() }) : answer;
    },
    'settings.update': async (input) => {
      const answer = await handlers['settings.update'](input);
      if (!answer.ok) return answer;
      if (input.autostart !== undefined) autostart.set(input.autostart);
      return ok({ ...answer.value, autostart: autostart.isOn() });
    },
  };
}
