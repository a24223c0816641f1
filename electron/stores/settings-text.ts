import type { Settings } from '../../shared/model/settings.ts';
import { SETTINGS_SCHEMA } from './settings-schema.ts';
import { fits } from './value-schema.ts';

const KEYS = Object.keys(SETTINGS_SCHEMA) as readonly (keyof Settings)[];

/** What a settings file holds, each key judged alone. */
export interface ReadSettings {
  /** Everything that fits, and every key that this version does not know. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The keys whose values cannot be used. */
  readonly unusable: readonly (keyof Settings)[];
}

/** Reads the text of a settings file; undefined when it is not a JSON object at all. */
export function readSettingsText(text: string): ReadSettings | undefined {
  const values = parseObject(text);
  if (values === undefined) {
    return undefined;
  }
  const unusable = KEYS.filter(
    (key) => Object.hasOwn(values, key) && !fits(SETTINGS_SCHEMA[key], values[key]),
  );
  const usable = Object.entries(values).filter(([key]) => !unusable.some((bad) => bad === key));
  return { values: { ...Object.fromEntries(usable), ...usableConnections(values, unusable) }, unusable };
}

/** One bad entry costs that connection only. */
function usableConnections(
  { connections }: Readonly<Record<string, unknown>>,
  unusable: readonly (keyof Settings)[],
): { readonly connections?: readonly unknown[] } {
  const { items, maxItems } = SETTINGS_SCHEMA.connections;
  if (!unusable.includes('connections') || !Array.isArray(connections) || items === undefined) return {};
  return { connections: connections.filter((entry) => fits(items, entry)).slice(0, maxItems) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
