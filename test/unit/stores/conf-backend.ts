import Conf from 'conf';
import type { JsonStore, JsonStoreOptions } from '../../../electron/stores/json-store.ts';
import { jsonStoreSettings } from '../../../electron/stores/json-store-settings.ts';

/** The application's own JSON files without Electron: `electron-store` is this library, told where its files go. */
export function openConfStore(options: JsonStoreOptions): JsonStore {
  return new Conf({ ...jsonStoreSettings(options), configName: options.name });
}
