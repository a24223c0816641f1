import type { AppSnapshot, ConnectionSummary } from '../../shared/model/app-snapshot.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { worstFirst } from '../../shared/model/worst-first.ts';
import type { Application, ApplicationCall, Connections, FleetCall, Handlers } from './application.ts';
import { type ComparePorts, compareConfigs } from './compare-configs.ts';
import { comparedSide } from './compared-side.ts';
import { configuredConnection } from './configured-connection.ts';
import { connectionsIn, storedIdsIn, withoutConnection } from './connection-list.ts';
import { connectionPorts, type SharedPorts } from './connection-ports.ts';
import { summaryOf } from './connection-summary.ts';
import { createApplication } from './create-application.ts';
import { eachOf } from './each-of.ts';
import type { ApplicationPorts, TokenKeeper } from './ports.ts';

export interface FleetPorts extends SharedPorts {
  readonly tokensFor: (connectionId: string) => TokenKeeper & { forget(): Promise<Result<void>> };
  readonly newId: () => string;
  readonly compare: ComparePorts;
}

interface Member {
  readonly application: Application;
  readonly ports: ApplicationPorts;
  readonly tokens: ReturnType<FleetPorts['tokensFor']>;
  readonly endFollow: () => void;
}

/** Nothing runs before `start`. */
export function createFleet(ports: FleetPorts): Connections {
  const members = new Map<string, Member>();
  const shown = new Map<string, AppSnapshot>();
  const listeners = new Set<() => void>();
  /** Those that are being set up at this moment. */
  const begins = new Set<string>();
  let revision = 0;
  let summariesBefore = '';
  /** In a rehearsal the real connections rest. */
  let isRehearsing = false;

  const settings = () => ports.settings.get();
  const storedIds = (): readonly string[] => storedIdsIn(settings());
  const isFirst = (id: string): boolean => settings().connectionId === id;

  function ids(): readonly string[] {
    const isSetUp = (id: string): boolean =>
      members.has(id) && configuredConnection(member(id).ports) !== null;
    const known = storedIds().filter(isSetUp);
    return known.length > 0 && !isRehearsing ? known : [settings().connectionId];
  }

  function folderOf(id: string): readonly string[] {
    const connection = configuredConnection(member(id).ports);
    return connection === null ? [] : [connection.workspace];
  }

  function foldersBut(id: string, all: readonly string[]): readonly string[] {
    return all.filter((other) => other !== id && members.has(other)).flatMap(folderOf);
  }

  function before(id: string): readonly string[] {
    const all = storedIds();
    return foldersBut(id, all.slice(0, Math.max(0, all.indexOf(id))));
  }

  function make(id: string): Member {
    const tokens = ports.tokensFor(id);
    const own = connectionPorts(ports, tokens, {
      id,
      isFirst: () => isFirst(id),
      others: () => foldersBut(id, storedIds()),
      before: () => before(id),
    });
    const application = createApplication(own);
    const endFollow = application.onChange(() => changed(id));
    const made = { application, ports: own, tokens, endFollow };
    members.set(id, made);
    return made;
  }

  /** The connection with this id, or the first one where there is none. */
  function present(id: string): string {
    return members.has(id) ? id : (ids()[0] ?? settings().connectionId);
  }

  function member(id: string): Member {
    return members.get(present(id)) ?? make(settings().connectionId);
  }

  function summaries(): readonly ConnectionSummary[] {
    return isRehearsing ? [] : ids().flatMap((id) => summaryOf(id, member(id).application.snapshot()));
  }

  function changed(id: string): void {
    shown.delete(id);
    const now = JSON.stringify(summaries());
    if (now !== summariesBefore) shown.clear();
    summariesBefore = now;
    for (const listener of listeners) listener();
  }

  function snapshot(wanted: string): AppSnapshot {
    const id = present(wanted);
    const known = shown.get(id);
    if (known) return known;
    revision += 1;
    const own = member(id).application.snapshot();
    const made = { ...own, revision, connectionId: id, connections: summaries() };
    shown.set(id, made);
    return made;
  }

  async function end(id: string): Promise<void> {
    const leaving = members.get(id);
    members.delete(id);
    leaving?.endFollow();
    changed(id);
    await leaving?.application.stop();
  }

  /** Files and history stay; the token goes. The first one cannot go where IT has fixed what it is. */
  async function remove(id: string): Promise<Result<null>> {
    const all = connectionsIn(settings());
    const leaving = members.get(id);
    if (leaving === undefined || all.length < 2 || !all.some((one) => one.id === id)) return fail('usage');
    const { lssn, workspace } = ports.policy.current().settings;
    if (isFirst(id) && (lssn !== undefined || workspace !== undefined)) return fail('managed', 'connection');
    const updated = ports.settings.update(withoutConnection(settings(), id));
    if (!updated.ok) return updated;
    await end(id);
    await retryRefused();
    const forgotten = await leaving.tokens.forget();
    return forgotten.ok ? ok(null) : forgotten;
  }

  /** What another connection's folder kept from working may do so now. */
  async function retryRefused(): Promise<void> {
    const isRefused = (id: string): boolean => snapshot(id).error?.code === 'workspace-taken';
    for (const id of ids().filter(isRefused)) {
      await end(id);
      await make(id).application.start();
    }
  }

  async function rest(): Promise<void> {
    const others = [...members.keys()].filter((id) => !isFirst(id));
    isRehearsing = true;
    await Promise.all(others.map(end));
  }

  async function wake(): Promise<void> {
    isRehearsing = false;
    const missing = storedIds().filter((id) => !members.has(id));
    await Promise.all(missing.map((id) => make(id).application.start()));
    changed(settings().connectionId);
  }

  function others(id: string): readonly Application[] {
    return [...members].flatMap(([other, { application }]) => (other === id ? [] : [application]));
  }

  function handlers(wanted: string): Handlers<ApplicationCall | FleetCall> {
    const id = present(wanted);
    const own = member(id).application.handlers;
    const at = (named: string): Handlers<ApplicationCall> | null =>
      members.get(named)?.application.handlers ?? null;
    return {
      ...own,
      'snapshot.get': async () => ok(snapshot(id)),
      async 'settings.update'(change) {
        const answer = await own['settings.update'](change);
        for (const other of others(id)) {
          other.nudge('settings');
          if (change.proxy !== undefined || change.caFile !== undefined) other.nudge('online');
        }
        return answer;
      },
      async 'setup.defaults'(input) {
        const answer = await own['setup.defaults'](input);
        // The usual folder is taken by now.
        const isFurther = answer.ok && !isFirst(id) && folderOf(id).length === 0;
        return isFurther ? ok({ ...answer.value, workspace: '' }) : answer;
      },
      async 'setup.start'(input) {
        begins.add(id);
        const started = await own['setup.start'](input).finally(() => begins.delete(id));
        if (started.ok) await (isRehearsing ? wake() : retryRefused());
        return started;
      },
      async 'rehearsal.start'(input) {
        await rest();
        try {
          return await member(settings().connectionId).application.handlers['rehearsal.start'](input);
        } catch (cause) {
          await wake();
          throw cause;
        }
      },
      'connections.pause': async ({ id: named, pauseFor }) =>
        at(named)?.['sync.pause'](pauseFor) ?? fail('usage'),
      'connections.resume': async (named) => at(named)?.['sync.resume'](null) ?? fail('usage'),
      'connections.remove': remove,
      async 'compare.configs'({ left, right }) {
        const [a, b] = [await comparedSide(members.get(left)), await comparedSide(members.get(right))];
        return a && b ? compareConfigs(ports.compare, a, b) : fail('workspace-not-set');
      },
    };
  }

  return {
    ids,
    snapshot,
    worst() {
      const [worst] = worstFirst(ids().map(snapshot));
      return worst ?? snapshot(settings().connectionId);
    },
    renew: (id) => void shown.delete(id),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    handlers,
    has: (id) => members.has(id) || storedIds().includes(id),
    application: (id) => member(id).application,
    draft() {
      const id = ports.newId();
      void make(id).application.start();
      return id;
    },
    dropDraft(id) {
      const draft = members.get(id);
      // A window that is closed while its "Start syncing" is under way leaves a connection, not a draft.
      if (draft === undefined || begins.has(id) || storedIds().includes(id)) return;
      void end(id).then(() => draft.tokens.forget());
    },
    policy: () => ports.policy.current(),
    nudge(what) {
      for (const { application } of members.values()) application.nudge(what);
    },
    async start() {
      const made = storedIds().map((id) => members.get(id) ?? make(id));
      await eachOf(made.map(({ application }) => application.start()));
    },
    async stop() {
      ports.policy.end();
      await eachOf([...members.values()].map(({ application }) => application.stop())).finally(
        ports.monitor.end,
      );
    },
  };
}
