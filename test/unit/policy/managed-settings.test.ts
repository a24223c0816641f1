import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ManagedSettings } from '../../../electron/policy/managed-settings.ts';
import { readPolicy } from '../../../electron/policy/read-policy.ts';
import { SettingsStore } from '../../../electron/stores/settings-store.ts';
import type { MachinePolicy } from '../../../shared/model/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts';
import { temporaryFolder } from '../../contract/state-makers.ts';
import { openConfStore } from '../stores/conf-backend.ts';

const PLACE = { platform: 'linux' as const, home: '/home/ann', environment: {} };
const SOURCE = '/etc/openclaw-sync/policy.json';

function policyOf(values: Readonly<Record<string, unknown>>): MachinePolicy {
  return readPolicy([{ source: SOURCE, values }], PLACE);
}

function setUp(values: Readonly<Record<string, unknown>>) {
  const folder = join(temporaryFolder(), 'state');
  const listeners = new Set<(policy: MachinePolicy) => void>();
  let policy = policyOf(values);
  const keeper = {
    current: () => policy,
    onChange: (listener: (now: MachinePolicy) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => undefined,
  };
  const store = new SettingsStore(folder, openConfStore);
  const settings = new ManagedSettings(store, keeper);
  const file = (): unknown => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  const setPolicy = (next: Readonly<Record<string, unknown>>): void => {
    policy = policyOf(next);
    for (const listener of listeners) listener(policy);
  };
  return { settings, store, file, setPolicy };
}

describe('settings under a policy', () => {
  it('are the defaults, then the person’s, then the policy’s', () => {
    const { settings, store } = setUp({ intervalSeconds: 60, updates: 'never' });
    store.update({ intervalSeconds: 900, historyDays: 7 });
    expect(settings.get()).toEqual({
      ...DEFAULT_SETTINGS,
      historyDays: 7,
      intervalSeconds: 60,
      updates: false,
    });
  });

  it('refuse a change of a managed one, with all that was to be changed with it', () => {
    const { settings } = setUp({ intervalSeconds: 60 });
    expect(settings.update({ historyDays: 7, intervalSeconds: 120 })).toEqual({
      ok: false,
      error: { code: 'managed', detail: `intervalSeconds: ${SOURCE}` },
    });
    expect(settings.get().historyDays).toBe(DEFAULT_SETTINGS.historyDays);
  });

  it('take what the policy says anyway, and write only the rest', () => {
    const { settings, file } = setUp({ apiUrl: 'https://giip.example.com/api' });
    const change = { apiUrl: 'https://giip.example.com/api', lssn: 5 };
    expect(settings.update(change)).toMatchObject({ ok: true, value: change });
    expect(file()).toEqual({ lssn: 5 });
  });

  it('come back to the person’s own when the policy lets go', () => {
    const { settings, store, setPolicy } = setUp({ intervalSeconds: 60 });
    store.update({ intervalSeconds: 900 });
    setPolicy({});
    expect(settings.get().intervalSeconds).toBe(900);
    expect(settings.update({ intervalSeconds: 120 })).toMatchObject({ ok: true });
  });

  it('tell a change of either, until nobody listens', () => {
    const { settings, setPolicy } = setUp({});
    const heard: Settings[] = [];
    const end = settings.onChange((now) => heard.push(now));
    settings.update({ intervalSeconds: 120 });
    setPolicy({ intervalSeconds: 60 });
    end();
    setPolicy({});
    settings.update({ intervalSeconds: 30 });
    expect(heard.map(({ intervalSeconds }) => intervalSeconds)).toEqual([120, 60]);
  });
});
