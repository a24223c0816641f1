import type { Settings } from '../../shared/model/settings.ts';
import type { Connections } from '../app/application.ts';
import type { UpdateRules } from './updater.ts';

/** The settings that hold, or null when they cannot be read. */
export async function settingsNow(
  connections: Pick<Connections, 'ids' | 'handlers'>,
): Promise<Settings | null> {
  const [first = ''] = connections.ids();
  const settings = await connections.handlers(first)['settings.get'](null);
  return settings.ok ? settings.value : null;
}

/** As settings and policy say now. Settings that cannot be read let nothing be fetched. */
export async function updateRules(connections: Connections): Promise<UpdateRules> {
  const { updates: on, proxy } = (await settingsNow(connections)) ?? { updates: false, proxy: 'system' };
  const { managed, rules } = connections.policy();
  return { on, isManaged: managed.updates !== undefined, feed: rules.updateFeed, proxy };
}
