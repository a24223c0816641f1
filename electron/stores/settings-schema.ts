import { LANGUAGES } from '../../shared/language.ts';
import { LOG_LEVELS, type Settings } from '../../shared/model/settings.ts';

type JsonType = 'string' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** The part of JSON Schema that our settings need. */
export interface ValueSchema {
  readonly type: JsonType | JsonType[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Of a list: what each entry is, and how many there may be. */
  readonly items?: ValueSchema;
  readonly maxItems?: number;
  /** Of an object: what it must have. Whatever else a later version puts there stays. */
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ValueSchema>>;
}

export type SettingsSchema = Readonly<Record<keyof Settings, ValueSchema>>;

// No user name or password (they end in an @) and no fragment; `electron/api` looks at the rest.
const API_URL: ValueSchema = { type: 'string', pattern: '^https?://[^\\s@#]+$', maxLength: 2000 };
const LSSN = { minimum: 1, maximum: 2_147_483_647 } as const;
const FOLDER = { minLength: 1, maxLength: 4096 } as const;
// Part of a file's name.
const CONNECTION_ID: ValueSchema = { type: 'string', pattern: '^[a-z0-9-]{1,40}$' };

const CONNECTION: ValueSchema = {
  type: 'object',
  required: ['id', 'apiUrl', 'lssn', 'workspace'],
  properties: {
    id: CONNECTION_ID,
    apiUrl: API_URL,
    lssn: { type: 'integer', ...LSSN },
    workspace: { type: 'string', ...FOLDER },
  },
};

/** What each setting may be: the library checks every write against it, `fits` every single key of a file. */
export const SETTINGS_SCHEMA: SettingsSchema = {
  apiUrl: API_URL,
  lssn: { type: ['integer', 'null'], ...LSSN },
  workspace: { type: ['string', 'null'], ...FOLDER },
  connectionId: CONNECTION_ID,
  connections: { type: 'array', items: CONNECTION, maxItems: 50 },
  intervalSeconds: { type: 'integer', minimum: 15, maximum: 3600 },
  autostart: { type: 'boolean' },
  historyDays: { type: 'integer', minimum: 1, maximum: 3650 },
  historyVersions: { type: 'integer', minimum: 1, maximum: 1000 },
  // The password of a proxy is in the encrypted store, so nothing before an @ here.
  proxy: { type: 'string', pattern: '^(system|direct|(https?|socks5)://[^\\s@/?#]+/?)$', maxLength: 2000 },
  caFile: { type: ['string', 'null'], minLength: 1, maxLength: 4096 },
  updates: { type: 'boolean' },
  secretGate: { type: 'boolean' },
  notifications: { type: 'boolean' },
  notifyToken: { type: 'boolean' },
  notifyHeld: { type: 'boolean' },
  notifyConflict: { type: 'boolean' },
  notifyStale: { type: 'boolean' },
  notifyWell: { type: 'boolean' },
  logLevel: { type: 'string', enum: LOG_LEVELS },
  language: { type: 'string', enum: ['system', ...LANGUAGES] },
  trayHintSeen: { type: 'boolean' },
};

/** Whether one value is what its schema says. */
export function fits(schema: ValueSchema, value: unknown): boolean {
  return [schema.type].flat().some((type) => isOfType(type, value)) && isInRange(schema, value);
}

function isOfType(type: JsonType, value: unknown): boolean {
  if (type === 'null') {
    return value === null;
  }
  if (type === 'array') return Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function isInRange(schema: ValueSchema, value: unknown): boolean {
  if (typeof value === 'number') {
    return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  }
  if (typeof value === 'string') {
    const length = [...value].length;
    return (
      length >= (schema.minLength ?? 0) &&
      length <= (schema.maxLength ?? Infinity) &&
      new RegExp(schema.pattern ?? '', 'u').test(value) &&
      (schema.enum?.includes(value) ?? true)
    );
  }
  return Array.isArray(value) ? areEntries(schema, value) : isObject(schema, value);
}

function areEntries({ items, maxItems = Infinity }: ValueSchema, values: readonly unknown[]): boolean {
  return values.length <= maxItems && values.every((value) => items === undefined || fits(items, value));
}

function isObject({ required = [], properties = {} }: ValueSchema, value: unknown): boolean {
  const has: Readonly<Record<string, unknown>> = Object(value);
  return (
    required.every((name) => Object.hasOwn(has, name)) &&
    Object.entries(properties).every(([name, schema]) => !Object.hasOwn(has, name) || fits(schema, has[name]))
  );
}
