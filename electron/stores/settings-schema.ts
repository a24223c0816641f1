import { LANGUAGES } from '../../shared/language.ts';
import { LOG_LEVELS, type Settings } from '../../shared/model/settings.ts';
import type { ValueSchema } from './value-schema.ts';

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

/** What each setting may be: `fits` judges every write and every single key of a file. */
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
