import { expect, test } from 'vitest';
import type { Connections } from '../../../electron/app/application.ts';
import { createFleet, type FleetPorts } from '../../../electron/app/fleet.ts';
import { NOTHING_OPEN } from '../../../electron/app/idle-view.ts';
import type { RunningSession, SessionRequest, SessionView } from '../../../electron/app/running-session.ts';
import type { SetupInput } from '../../../shared/ipc/contract.ts';
import type { MachinePolicy } from '../../../shared/model/policy.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts';
import { ok } from '../../../shared/model/sync-error.ts';
import { manualClock, settle } from '../sync/manual-clock.ts';

const CALM: SessionView = {
  schedule: { isRunning: false, nextAt: null, failures: 0, isPaused: false, pausedUntil: null },
  progress: null,
  status: null,
  error: null,
  outcome: 'inSync',
  stopped: false,
};
const API = 'https://a.example/api';
const FIRST = { apiUrl: API, lssn: 1, workspace: '/one/.openclaw' };
const SECOND = { id: 'second', apiUrl: 'https://b.example/api', lssn: 2, workspace: '/two/.openclaw' };
const INPUT: SetupInput = { apiUrl: API, lssn: '3', workspace: '/three', token: 'sk-3', candidateId: null };

interface Pretend {
  readonly request: SessionRequest;
  view: SessionView;
  readonly did: string[];
}

/** Connections whose sessions only remember what they were told. */
class Computer {
  settings: Settings;
  policy: MachinePolicy = NO_POLICY;
  playFails = false;
  stopFails = '';
  isMonitorEnded = false;
  readonly sessions = new Map<string, Pretend>();
  readonly tokens = new Map<string, string>();
  readonly clock = manualClock();
  readonly connections: Connections;

  constructor(settings: Partial<Settings>, overrides: FleetPorts['overrides'] = {}) {
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
    this.connections = createFleet(this.#ports(overrides));
  }

  at(workspace: string): Pretend {
    const found = this.sessions.get(workspace);
    if (!found) throw new Error(`nothing is at work in ${workspace}`);
    return found;
  }

  /** What this session shows now. */
  shows(workspace: string, view: Partial<SessionView>): void {
    const session = this.at(workspace);
    session.view = { ...CALM, ...view };
    session.request.onChange();
  }

  /** Time enough for every snapshot to have come. */
  async passes(): Promise<void> {
    await settle();
    this.clock.advance(200);
    await settle();
  }

  #begin(request: SessionRequest): RunningSession {
    const { workspace } = request.connection;
    const pretend: Pretend = { request, view: CALM, did: [] };
    this.sessions.set(workspace, pretend);
    const did = (what: string) => () => void pretend.did.push(what);
    return {
      connection: request.connection,
      view: () => pretend.view,
      call: async () => ({ ok: false, error: { code: 'usage' } }),
      start: did('start'),
      trigger: (why) => void pretend.did.push(why),
      pause: did('pause'),
      resume: did('resume'),
      factsChanged: did('facts'),
      stop: async () => {
        this.sessions.delete(workspace);
        if (workspace === this.stopFails) throw new Error('disk full');
      },
    };
  }

  #ports(overrides: FleetPorts['overrides']): FleetPorts {
    let last = 0;
    return {
      sessions: {
        begin: (request) => this.#begin(request),
        countItems: async () => ok({ items: 0 }),
        planFirstSync: async () => ok([]),
      },
      settings: {
        get: () => this.settings,
        update: (change) => {
          this.settings = { ...this.settings, ...change };
          return ok(this.settings);
        },
      },
      tokensFor: (id) => ({
        save: async (token, origin) => {
          this.tokens.set(id, `${origin} ${token}`);
          return ok('stored');
        },
        load: async () => ok(this.tokens.get(id) ?? ''),
        state: async () => 'stored',
        forget: async () => {
          this.tokens.delete(id);
          return ok(undefined);
        },
      }),
      newId: () => {
        last += 1;
        return `new${last}`;
      },
      compare: {} as never,
      rules: { apiUrl: ok, lssn: (text) => ok(Number(text)), token: ok, workspace: async (text) => ok(text) },
      giipConfigs: { candidates: async () => [], token: async () => ok('') },
      rehearsal: {
        start: async () => {
          if (this.playFails) throw new Error('no port');
          return { connection: { ...FIRST, workspace: '/play' }, token: 'x' };
        },
        stop: async () => undefined,
      },
      clock: this.clock,
      monitor: {
        ended: () => undefined,
        end: () => {
          this.isMonitorEnded = true;
        },
      },
      trayHost: () => true,
      systemLanguages: () => ['en'],
      policy: { current: () => this.policy, onChange: () => () => undefined, end: () => undefined },
      policyToken: () => null,
      overrides,
      givenToken: null,
      usualWorkspace: '/home/.openclaw',
    };
  }
}

async function started(settings: Partial<Settings>, overrides = {}): Promise<Computer> {
  const computer = new Computer(settings, overrides);
  await computer.connections.start();
  return computer;
}

const BOTH = { ...FIRST, connections: [SECOND] };
const CONFLICTING = {
  status: {
    ...NOTHING_OPEN,
    conflicts: [{ path: 'docs/a.md' }],
    lastSuccess: 5,
  } as never,
};

test('each connection is at work by itself, and every snapshot names all of them', async () => {
  const { connections, sessions } = await started(BOTH);
  expect([...sessions.keys()]).toEqual(['/one/.openclaw', '/two/.openclaw']);
  expect(connections.ids()).toEqual(['first', 'second']);
  const { connectionId, connection, connections: all } = connections.snapshot('second');
  expect(connectionId).toBe('second');
  expect(connection).toMatchObject({ lssn: 2 });
  expect(all.map(({ id, lssn }) => `${id} ${lssn}`)).toEqual(['first 1', 'second 2']);
  expect(connections.snapshot('nobody').connectionId).toBe('first');
});

test('the worst is shown on the icon, and told to windows of the others too', async () => {
  const computer = await started(BOTH);
  const { connections } = computer;
  expect(connections.worst().connectionId).toBe('first');
  const before = connections.snapshot('first');
  computer.shows('/two/.openclaw', CONFLICTING);
  await computer.passes();
  expect(connections.worst()).toMatchObject({ connectionId: 'second', state: 'conflict' });
  const now = connections.snapshot('first');
  expect(now.connections[1]).toMatchObject({ state: 'conflict', conflicts: 1 });
  expect(now.revision).toBeGreaterThan(before.revision);
  expect(connections.snapshot('first')).toBe(now);
});

test('a window that shows another connection gets a newer snapshot', async () => {
  const { connections } = await started(BOTH);
  const [second, first] = [connections.snapshot('second'), connections.snapshot('first')];
  expect(first.revision).toBeGreaterThan(second.revision);
  connections.renew('second');
  expect(connections.snapshot('second').revision).toBeGreaterThan(first.revision);
});

test('a draft becomes a connection with a token of its own as soon as it is set up', async () => {
  const { connections, tokens, settings } = await started(FIRST);
  const id = connections.draft();
  expect(connections.ids()).toEqual(['first']);
  expect(connections.snapshot(id)).toMatchObject({ state: 'setup', connection: null });
  expect(await connections.handlers(id)['setup.defaults'](null)).toMatchObject({ value: { workspace: '' } });
  expect((await connections.handlers(id)['setup.start'](INPUT)).ok).toBe(true);
  expect(connections.ids()).toEqual(['first', id]);
  expect([...tokens]).toEqual([[id, 'https://a.example sk-3']]);
  expect(settings).toMatchObject(FIRST);
  connections.dropDraft(id);
  expect(connections.ids()).toEqual(['first', id]);
});

test('a draft that came to nothing leaves nothing', async () => {
  const { connections } = await started(FIRST);
  const id = connections.draft();
  connections.dropDraft(id);
  await settle();
  expect(connections.snapshot(id).connectionId).toBe('first');
});

test('closing the set-up of a connection that is gone costs no other one its token', async () => {
  const { connections, tokens } = await started(BOTH);
  tokens.set('first', 'x').set('second', 'y');
  await connections.handlers('first')['connections.remove']('second');
  connections.dropDraft('second');
  connections.dropDraft('nobody');
  await settle();
  expect([...tokens.keys()]).toEqual(['first']);
});

test('set-up that is closed while it starts leaves a connection at work, not a hidden session', async () => {
  const { connections, sessions } = await started(FIRST);
  const id = connections.draft();
  const starting = connections.handlers(id)['setup.start'](INPUT);
  connections.dropDraft(id);
  expect((await starting).ok).toBe(true);
  expect(connections.ids()).toEqual(['first', id]);
  expect([...sessions.keys()]).toEqual(['/one/.openclaw', '/three']);
});

test('a window of a connection that is gone is told and served the same one', async () => {
  const { connections } = await started({ connections: [SECOND] });
  const { connectionId, connection } = connections.snapshot('gone');
  expect(connectionId).toBe('second');
  const served = await connections.handlers('gone')['settings.get'](null);
  expect(served).toMatchObject({ value: { workspace: connection?.workspace } });
});

test('whoever watches hears that a connection is gone before its session has stopped', async () => {
  const { connections, sessions } = await started(BOTH);
  const heard: boolean[] = [];
  connections.onChange(() => heard.push(connections.has('second') || !sessions.has('/two/.openclaw')));
  expect(connections.has('second')).toBe(true);
  await connections.handlers('first')['connections.remove']('second');
  expect(heard[0]).toBe(false);
});

test.each(['/one/.openclaw', '/one/.openclaw/docs', '/one'])(
  '%s is refused for another one',
  async (workspace) => {
    const { connections } = await started(FIRST);
    const handlers = connections.handlers(connections.draft());
    const answer = { ok: false, error: { code: 'workspace-taken', detail: '/one/.openclaw' } };
    expect(await handlers['setup.start']({ ...INPUT, workspace })).toEqual(answer);
    expect(await handlers['setup.test']({ ...INPUT, workspace })).toEqual(answer);
    expect(connections.ids()).toEqual(['first']);
  },
);

test('of two that overlap in the settings file the first one syncs; the other says why, and begins when it may', async () => {
  const nested = { ...SECOND, workspace: '/one/.openclaw/docs' };
  const { connections, sessions } = await started({ ...FIRST, connections: [nested] });
  expect([...sessions.keys()]).toEqual(['/one/.openclaw']);
  expect(connections.snapshot('second')).toMatchObject({
    state: 'error',
    error: { code: 'workspace-taken' },
  });
  await connections.handlers('first')['connections.remove']('first');
  expect([...sessions.keys()]).toEqual(['/one/.openclaw/docs']);
  expect(connections.snapshot('second').state).toBe('inStep');
});

test('what was refused for its folder begins as soon as the other one has moved away', async () => {
  const same = { ...SECOND, workspace: FIRST.workspace };
  const { connections, sessions } = await started({ ...FIRST, connections: [same] });
  expect((await connections.handlers('first')['setup.start']({ ...INPUT, workspace: '/three' })).ok).toBe(
    true,
  );
  expect(connections.snapshot('second')).toMatchObject({ state: 'inStep', error: null });
  expect([...sessions.keys()].sort()).toEqual(['/one/.openclaw', '/three']);
});

test('removing ends the session and drops the token; the last one stays', async () => {
  const computer = await started(BOTH);
  const { connections, sessions, tokens } = computer;
  tokens.set('second', 'x').set('first', 'y');
  const remove = connections.handlers('first')['connections.remove'];
  expect((await remove('second')).ok).toBe(true);
  expect([...sessions.keys()]).toEqual(['/one/.openclaw']);
  expect([...tokens.keys()]).toEqual(['first']);
  expect(computer.settings.connections).toEqual([]);
  expect(await remove('first')).toMatchObject({ ok: false });
  expect(await remove('second')).toMatchObject({ ok: false });
});

test('behind the first one the next goes on at work, untouched, and is the first from then on', async () => {
  const computer = await started(BOTH);
  const before = computer.at('/two/.openclaw');
  expect((await computer.connections.handlers('second')['connections.remove']('first')).ok).toBe(true);
  expect(computer.at('/two/.openclaw')).toBe(before);
  expect(computer.settings).toMatchObject({ connectionId: 'second', lssn: 2, connections: [] });
});

test('one is paused by itself', async () => {
  const computer = await started(BOTH);
  const handlers = computer.connections.handlers('first');
  await handlers['connections.pause']({ id: 'second', pauseFor: 'resumed' });
  expect(computer.at('/two/.openclaw').did).toContain('pause');
  expect(computer.at('/one/.openclaw').did).not.toContain('pause');
  await handlers['connections.resume']('second');
  expect(computer.at('/two/.openclaw').did).toContain('resume');
  expect((await handlers['connections.resume']('nobody')).ok).toBe(false);
});

test('what IT fixed is the first one; its address is that of all, and the first one cannot be removed', async () => {
  const computer = new Computer(BOTH);
  const settings = { apiUrl: 'https://it.example/api', lssn: 9, workspace: '/it/.openclaw' };
  computer.policy = { ...NO_POLICY, settings };
  const { connections } = computer;
  await connections.start();
  expect(connections.snapshot('first').connection).toEqual(settings);
  expect(connections.snapshot('second').connection).toEqual({
    apiUrl: 'https://it.example/api',
    lssn: 2,
    workspace: '/two/.openclaw',
  });
  const answer = await connections.handlers('first')['connections.remove']('first');
  expect(answer).toMatchObject({ ok: false, error: { code: 'managed' } });
});

test('what this run was given is of the first one only', async () => {
  const { connections } = await started(BOTH, { lssn: 77 });
  expect(connections.snapshot('first').connection?.lssn).toBe(77);
  expect(connections.snapshot('second').connection?.lssn).toBe(2);
});

test('a first one that only this run was given is one of them', async () => {
  const { connections } = await started({ connections: [SECOND] }, { lssn: 1, workspace: '/one/.openclaw' });
  expect(connections.ids()).toEqual(['first', 'second']);
});

test('in a rehearsal the real ones rest; afterwards they are at work again', async () => {
  const computer = await started(BOTH);
  const { connections, sessions } = computer;
  await connections.handlers('first')['rehearsal.start'](null);
  expect([...sessions.keys()]).toEqual(['/play']);
  await computer.passes();
  expect(connections.worst()).toMatchObject({ rehearsal: true, connections: [] });
  await connections.handlers('first')['setup.start']({ ...INPUT, workspace: '/one/.openclaw', lssn: '1' });
  expect([...sessions.keys()].sort()).toEqual(['/one/.openclaw', '/two/.openclaw']);
  expect(connections.ids()).toEqual(['first', 'second']);
});

test('a rehearsal that cannot begin leaves the real ones at work', async () => {
  const computer = await started(BOTH);
  computer.playFails = true;
  const { connections, sessions } = computer;
  await expect(connections.handlers('first')['rehearsal.start'](null)).rejects.toThrow('no port');
  expect([...sessions.keys()].sort()).toEqual(['/one/.openclaw', '/two/.openclaw']);
  expect(connections.ids()).toEqual(['first', 'second']);
});

test('a setting that somebody changes in one window is told to all', async () => {
  const computer = await started(BOTH);
  const { connections } = computer;
  await connections.handlers('second')['settings.update']({ language: 'ko' });
  await computer.passes();
  expect(connections.snapshot('first').language).toBe('ko');
  expect(connections.snapshot('second').language).toBe('ko');
});

test('a rule that somebody changes in one window holds in every session at once', async () => {
  const computer = await started(BOTH);
  await computer.connections.handlers('second')['settings.update']({ secretGate: false });
  for (const { did, request } of computer.sessions.values()) {
    expect(did).toContain('facts');
    expect(request.facts().settings.secretGate).toBe(false);
  }
});

test('the computer wakes up for all of them, and all end', async () => {
  const computer = await started(BOTH);
  computer.connections.nudge('resumed');
  for (const { did } of computer.sessions.values()) expect(did).toContain('resumed');
  await computer.connections.stop();
  expect(computer.sessions.size).toBe(0);
});

test('one that cannot stop keeps no other one from stopping, and quitting waits for all', async () => {
  const computer = await started(BOTH);
  computer.stopFails = '/one/.openclaw';
  await expect(computer.connections.stop()).rejects.toThrow('disk full');
  expect(computer.sessions.size).toBe(0);
  expect(computer.isMonitorEnded).toBe(true);
});
