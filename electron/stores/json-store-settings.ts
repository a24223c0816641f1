import type { JsonStoreOptions } from './json-store.ts';

/** What both libraries are told alike, so that either may read and write what the other wrote. */
export function jsonStoreSettings({ folder, schema, deserialize }: JsonStoreOptions) {
  return {
    cwd: folder,
    fileExtension: 'json',
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    serialize: (value: Record<string, unknown>) => `${JSON.stringify(value, null, 2)}\n`,
    deserialize,
    ...(schema === undefined ? {} : { schema }),
  };
}
