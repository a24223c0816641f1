import Conf from 'conf';
import type { JsonStore, JsonStoreOptions } from './json-store.ts';
import { jsonStoreSettings } from './json-store-settings.ts';

/** A JSON file under plain Node, for the command line. */
export function openConfStore(options: JsonStoreOptions): JsonStore {
  return new Conf({ ...jsonStoreSettings(options), configName: options.name });
}
