import type { Settings } from '../../shared/model/settings.ts';
import type { Application } from '../app/application.ts';
import type { UpdateRules } from './updater.ts';

/** The settings that hold, or null when they cannot be read. */
export async function settingsNow({ handlers }: Pick<Application, 'handlers'>): Promise<Settings | null> {
  const settings = await handlers['settings.get'](null);
  return settings.ok ? settings.value : null;
}

/** As settings and policy say now. Settings that cannot be read let nothing be fetched. */
export async function updateRules({ handlers, policy }: Application): Promise<UpdateRules> {
  const { updates: on, proxy } = (await settingsNow({ handlers })) ?? { updates: false, proxy: 'system' };
  const { managed, rules } = policy();
  return { on, isManaged: managed.updates !== undefined, feed: rules.updateFeed, proxy };
}
