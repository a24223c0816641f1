import { describe, expect, test } from 'vitest';
import type { TokenSource } from '../../../electron/app/token-source.ts';
import type { Connection } from '../../../shared/model/app-snapshot.ts';
import { DEFAULT_MACHINE_RULES, type MachinePolicy, NO_POLICY } from '../../../shared/model/policy.ts';
import { fail, ok } from '../../../shared/model/sync-error.ts';
import { type AppWorld, appIn, openEngine, type WorldPorts } from '../app/app-world.ts';
import { inStep } from '../sync/world.ts';

const API = 'https://giip.example.com/api';
const SOURCE = { source: '/etc/openclaw-sync/policy.json' };

const COMPLETE: MachinePolicy = {
  ...NO_POLICY,
  settings: { apiUrl: API, lssn: 71, workspace: '/memory' },
  managed: { apiUrl: SOURCE, lssn: SOURCE, workspace: SOURCE },
  rules: { ...DEFAULT_MACHINE_RULES, tokenFile: '/etc/token' },
  ruled: { tokenFile: SOURCE },
};

interface ManagedWorld extends AppWorld {
  readonly opened: Connection[];
  readonly tokens: string[];
  setPolicy(policy: MachinePolicy): void;
  setToken(token: string): void;
}

/** An application whose administrator changes the policy and the token file; GIIP refuses the token `old`. */
async function managed(first: MachinePolicy, connected = false): Promise<ManagedWorld> {
  const world = await inStep({ 'docs/a.md': 'a\n' });
  const opened: Connection[] = [];
  const tokens: string[] = [];
  let policy = first;
  let token = 'new';
  let tell: (now: MachinePolicy) => void = () => undefined;
  const remote = { ...world.m.remote };
  const withToken = (source: TokenSource) => ({
    ...world.m.engine,
    remote: {
      ...remote,
      pull: async (known: Parameters<typeof remote.pull>[0]) => {
        const now = await source();
        if (!now.ok) return now;
        tokens.push(now.value);
        return now.value === 'old' ? fail('token-refused') : world.m.remote.pull(known);
      },
    },
  });
  const others: Partial<WorldPorts> = {
    engines: {
      open: async (connection, source) => {
        opened.push(connection);
        return ok(openEngine({ engine: withToken(source) }));
      },
    },
    policy: {
      current: () => policy,
      onChange: (listener) => {
        tell = listener;
        return () => undefined;
      },
      end: () => undefined,
    },
    policyToken: () => (policy.rules.tokenFile === null ? null : async () => ok(token)),
    givenToken: 'of-the-user',
  };
  const made = appIn(world, connected, others);
  return {
    ...made,
    opened,
    tokens,
    setPolicy(next) {
      policy = next;
      tell(next);
    },
    setToken(next) {
      token = next;
    },
  };
}

describe('an application under a policy', () => {
  test('with a complete one syncs at once, with the token of the policy: nobody sets anything up', async () => {
    const { app, until, opened, tokens } = await managed(COMPLETE);
    await app.start();
    // At once: the desktop looks here whether a set-up window is needed.
    expect(app.snapshot().state).not.toBe('setup');
    const shown = await until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
    expect(shown).toMatchObject({ connection: { apiUrl: API, lssn: 71 }, credential: 'managed' });
    expect(opened).toEqual([{ apiUrl: API, lssn: 71, workspace: '/memory' }]);
    expect(new Set(tokens)).toEqual(new Set(['new']));
    await app.stop();
  });

  test('waits for set-up when the policy does not say everything', async () => {
    const { app, opened } = await managed({ ...COMPLETE, settings: { apiUrl: API } });
    await app.start();
    expect(app.snapshot().state).toBe('setup');
    expect(await app.handlers['setup.defaults'](null)).toMatchObject({ ok: true, value: { apiUrl: API } });
    expect(opened).toEqual([]);
    await app.stop();
  });

  test('connects anew when the connection changes, and goes back to set-up when the policy goes', async () => {
    const { app, until, opened, setPolicy } = await managed(NO_POLICY);
    await app.start();
    setPolicy(COMPLETE);
    await until(({ connection }) => connection?.lssn === 71);
    const states: string[] = [];
    const end = app.onChange(({ state }) => states.push(state));
    setPolicy({ ...COMPLETE, settings: { ...COMPLETE.settings, lssn: 72 } });
    await until(({ connection, lastSuccess }) => connection?.lssn === 72 && lastSuccess !== null);
    end();
    expect(states).not.toContain('setup');
    expect(opened.map(({ lssn }) => lssn)).toEqual([71, 72]);
    setPolicy(NO_POLICY);
    await until(({ state }) => state === 'setup');
    await app.stop();
  });

  test('what does not concern the connection starts a cycle and no new connection', async () => {
    const { app, until, opened, tokens, setPolicy } = await managed(COMPLETE);
    await app.start();
    await until(({ lastSuccess, progress }) => lastSuccess !== null && progress === null);
    const before = tokens.length;
    setPolicy({ ...COMPLETE, rules: { ...COMPLETE.rules, quitAllowed: false } });
    const shown = await until(({ quitAllowed }) => !quitAllowed);
    expect(shown.policyRevision).toBe(1);
    await until(() => tokens.length > before);
    expect(opened).toHaveLength(1);
    await app.stop();
  });

  test('a refused token that the administrator replaces is taken up without anybody’s help', async () => {
    const { app, until, setToken } = await managed(COMPLETE);
    setToken('old');
    await app.start();
    await until(({ error }) => error?.code === 'token-refused');
    setToken('new');
    await until(({ error, lastSuccess }) => error === null && lastSuccess !== null);
    await app.stop();
  });

  test('set-up cannot go round it: what was typed in the place of a managed value is not used', async () => {
    const { app, opened } = await managed({ ...COMPLETE, settings: { apiUrl: API, lssn: 71 } });
    const typed = {
      apiUrl: 'https://other.example.com/api',
      lssn: '9',
      workspace: '/memory',
      token: '',
      candidateId: null,
    };
    expect(await app.handlers['setup.test'](typed)).toMatchObject({ ok: true });
    expect(opened).toEqual([{ apiUrl: API, lssn: 71, workspace: '/memory' }]);
    await app.stop();
  });

  test('windows are told what it sets and what it got wrong', async () => {
    const problems = [{ fault: 'unknown' as const, key: 'x', source: 'p', expected: '' }];
    const { app } = await managed({ ...COMPLETE, problems });
    expect(await app.handlers['policy.get'](null)).toMatchObject({
      ok: true,
      value: {
        keys: [{ key: 'apiUrl', value: API }, { key: 'workspace' }, { key: 'lssn' }, { key: 'tokenFile' }],
        problems,
      },
    });
    await app.stop();
  });
});
