import type { MachineRules } from '../model/policy.ts';
import { LOG_LEVELS, type Settings } from '../model/settings.ts';

/** Where a key is shown: the folder of the Windows templates and the heading of the lists. */
export const POLICY_CATEGORIES = ['connection', 'network', 'behaviour', 'safety', 'updates'] as const;
export type PolicyCategory = (typeof POLICY_CATEGORIES)[number];

/** What a choice may say: the administrator decides, or leaves it to the person. */
export const CHOICES = ['always', 'never', 'user'] as const;

interface Common {
  /** The setting, or the rule that only a policy can set: it has the name of the key. */
  readonly sets: 'settings' | 'rules';
  readonly category: PolicyCategory;
}

/** `always`, `never` or `user`; the field is true, false or left alone. */
interface ChoiceKey extends Common {
  readonly type: 'choice';
  readonly example: (typeof CHOICES)[number];
}

interface IntegerKey extends Common {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
  readonly example: number;
}

interface OneOfKey extends Common {
  readonly type: 'oneOf';
  readonly values: readonly string[];
  readonly example: string;
}

/** `apiUrl`, `httpsUrl` and `proxy` are addresses; `folder` is a path in which `~` and variables stand for what they mean to each person. */
interface TextKey extends Common {
  readonly type: 'text';
  readonly format: 'apiUrl' | 'httpsUrl' | 'proxy' | 'folder' | 'file';
  readonly pattern: string;
  readonly maxLength: number;
  readonly example: string;
}

/** A program and its arguments, one text each. */
interface CommandKey extends Common {
  readonly type: 'command';
  readonly maxItems: number;
  readonly example: readonly string[];
}

export type PolicyKeySchema = ChoiceKey | IntegerKey | OneOfKey | TextKey | CommandKey;

const ABSOLUTE = '^(/|[A-Za-z]:[\\\\/]|\\\\\\\\)';
const PATH = { type: 'text', maxLength: 4096 } as const;

/**
 * Every key of the machine's policy, once: the reader, `policy --explain`, the Windows templates, the macOS profile,
 * the JSON Schema and the example are made from it. Its words are in `policy-texts-*.ts`.
 */
export const POLICY_SCHEMA = {
  apiUrl: {
    type: 'text',
    format: 'apiUrl',
    sets: 'settings',
    category: 'connection',
    pattern: '^https?://[^\\s@#?]+$',
    maxLength: 2000,
    example: 'https://api.netbako.com/api',
  },
  workspace: {
    ...PATH,
    format: 'folder',
    sets: 'settings',
    category: 'connection',
    pattern: '^(/|~|\\$\\{|%|[A-Za-z]:[\\\\/]|\\\\\\\\)',
    example: '~/.openclaw',
  },
  lssn: {
    type: 'integer',
    sets: 'settings',
    category: 'connection',
    minimum: 1,
    maximum: 2_147_483_647,
    example: 71_028,
  },
  tokenFile: {
    ...PATH,
    format: 'file',
    sets: 'rules',
    category: 'connection',
    pattern: ABSOLUTE,
    example: '/etc/openclaw-sync/token',
  },
  tokenCommand: {
    type: 'command',
    sets: 'rules',
    category: 'connection',
    maxItems: 32,
    example: ['/usr/local/bin/giip-token', '--print'],
  },
  proxy: {
    type: 'text',
    format: 'proxy',
    sets: 'settings',
    category: 'network',
    pattern: '^(system|direct|(https?|socks5)://[^\\s@/?#]+/?)$',
    maxLength: 2000,
    example: 'system',
  },
  caFile: {
    ...PATH,
    format: 'file',
    sets: 'settings',
    category: 'network',
    pattern: ABSOLUTE,
    example: '/etc/ssl/certs/company.pem',
  },
  intervalSeconds: {
    type: 'integer',
    sets: 'settings',
    category: 'behaviour',
    minimum: 15,
    maximum: 3600,
    example: 300,
  },
  autostart: { type: 'choice', sets: 'settings', category: 'behaviour', example: 'always' },
  notifications: { type: 'choice', sets: 'settings', category: 'behaviour', example: 'user' },
  quitAllowed: { type: 'choice', sets: 'rules', category: 'behaviour', example: 'always' },
  logLevel: {
    type: 'oneOf',
    sets: 'settings',
    category: 'behaviour',
    values: LOG_LEVELS,
    example: 'info',
  },
  conflictDefault: {
    type: 'oneOf',
    sets: 'rules',
    category: 'safety',
    values: ['ask', 'mine', 'server', 'both'],
    example: 'ask',
  },
  massCount: {
    type: 'integer',
    sets: 'rules',
    category: 'safety',
    minimum: 1,
    maximum: 100_000,
    example: 10,
  },
  massPercent: { type: 'integer', sets: 'rules', category: 'safety', minimum: 1, maximum: 100, example: 50 },
  historyDays: {
    type: 'integer',
    sets: 'settings',
    category: 'safety',
    minimum: 1,
    maximum: 3650,
    example: 90,
  },
  historyVersions: {
    type: 'integer',
    sets: 'settings',
    category: 'safety',
    minimum: 1,
    maximum: 1000,
    example: 20,
  },
  secretGate: { type: 'choice', sets: 'settings', category: 'safety', example: 'always' },
  updates: { type: 'choice', sets: 'settings', category: 'updates', example: 'never' },
  updateFeed: {
    type: 'text',
    format: 'httpsUrl',
    sets: 'rules',
    category: 'updates',
    pattern: '^https://[^\\s@#?]+$',
    maxLength: 2000,
    example: 'https://software.example.com/openclaw-sync/',
  },
} as const satisfies Partial<Record<keyof Settings | keyof MachineRules, PolicyKeySchema>>;

export type PolicyKey = keyof typeof POLICY_SCHEMA;

/** In the order in which they are listed. */
export const POLICY_KEYS = Object.keys(POLICY_SCHEMA) as readonly PolicyKey[];

/** True for a word that is a key of the policy. */
export function isPolicyKey(word: string): word is PolicyKey {
  return Object.hasOwn(POLICY_SCHEMA, word);
}

/** The schema of one key, without the literal types of the table. */
export function policyKeySchema(key: PolicyKey): PolicyKeySchema {
  return POLICY_SCHEMA[key];
}
