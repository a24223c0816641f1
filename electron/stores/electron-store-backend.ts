import ElectronStore from 'electron-store';
import type { JsonStore, JsonStoreOptions } from './json-store.ts';
import { jsonStoreSettings } from './json-store-settings.ts';

/** A JSON file inside Electron. Alone in its file: `electron-store` fails on import under plain Node. */
export function openElectronStore(options: JsonStoreOptions): JsonStore {
  return new ElectronStore({ ...jsonStoreSettings(options), name: options.name });
}
