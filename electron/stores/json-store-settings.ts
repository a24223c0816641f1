import type { JsonStoreOptions } from './json-store.ts';

/**
 * What both libraries are told alike, so that either may read and write what the other wrote. No schema: their checker
 * takes longer at each start than everything else of the settings, and `fits` judges each value before it is written.
 */
export function jsonStoreSettings({ folder, deserialize }: JsonStoreOptions) {
  return {
    cwd: folder,
    fileExtension: 'json',
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    serialize: (value: Record<string, unknown>) => `${JSON.stringify(value, null, 2)}\n`,
    deserialize,
  };
}
