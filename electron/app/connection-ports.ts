import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { fail } from '../../shared/model/sync-error.ts';
import { connectionsIn, withConnection } from './connection-list.ts';
import { overlappingFolder } from './overlapping-folder.ts';
import type { ApplicationPorts, PolicyKeeper, SettingsKeeper } from './ports.ts';
import { refusedSession } from './refused-session.ts';
import type { Sessions } from './running-session.ts';

/** What is there once for all connections. */
export type SharedPorts = Omit<ApplicationPorts, 'tokens'>;

const nothing = (): void => undefined;

function valuesOf(settings: Settings, id: string): Pick<Settings, keyof Connection> {
  const found = connectionsIn(settings).find((one) => one.id === id);
  if (found === undefined) return { apiUrl: settings.apiUrl, lssn: null, workspace: null };
  return { apiUrl: found.apiUrl, lssn: found.lssn, workspace: found.workspace };
}

/** The settings as this connection sees them: its own three values, everything else as all have it. */
function settingsFor(settings: SettingsKeeper, id: string): SettingsKeeper {
  const seen = (all: Settings): Settings =>
    all.connectionId === id ? all : { ...all, ...valuesOf(all, id) };
  return {
    get: () => seen(settings.get()),
    update({ apiUrl, lssn, workspace, ...others }) {
      const isConnected = apiUrl !== undefined && typeof lssn === 'number' && typeof workspace === 'string';
      const values = isConnected ? withConnection(settings.get(), id, { apiUrl, lssn, workspace }) : {};
      const updated = settings.update({ ...others, ...values });
      return updated.ok ? { ok: true, value: seen(updated.value) } : updated;
    },
  };
}

/** The folder and the number that IT has fixed are those of the first connection; its API address and all else hold for every one. */
function policyFor(policy: PolicyKeeper, isFirst: () => boolean): PolicyKeeper {
  const seen = (all: MachinePolicy): MachinePolicy => {
    if (isFirst()) return all;
    const { lssn: _lssn, workspace: _workspace, ...settings } = all.settings;
    const { lssn: _l, workspace: _w, ...managed } = all.managed;
    return { ...all, settings, managed };
  };
  return {
    current: () => seen(policy.current()),
    onChange: (listener) => policy.onChange((all) => listener(seen(all))),
    end: nothing,
  };
}

/** Begins nothing in a folder that another connection is at work in, whoever put it into the settings. */
function guarded(sessions: Sessions, before: () => readonly string[]): Sessions {
  return {
    begin(request) {
      const taken = overlappingFolder(request.connection.workspace, before());
      if (taken === null) return sessions.begin(request);
      return refusedSession(request.connection, { code: 'workspace-taken', detail: taken });
    },
    countItems: (request) => sessions.countItems(request),
    planFirstSync: (request) => sessions.planFirstSync(request),
  };
}

export interface ConnectionPlace {
  readonly id: string;
  readonly isFirst: () => boolean;
  /** The folders of all others. */
  readonly others: () => readonly string[];
  /** The folders of those that come before it: of two that overlap, the first one syncs. */
  readonly before: () => readonly string[];
}

/** The ports of one connection: its own values and token; of what is shared, it ends nothing. */
export function connectionPorts(
  shared: SharedPorts,
  tokens: ApplicationPorts['tokens'],
  { id, isFirst, others, before }: ConnectionPlace,
): ApplicationPorts {
  const { rules, monitor } = shared;
  return {
    ...shared,
    tokens,
    settings: settingsFor(shared.settings, id),
    policy: policyFor(shared.policy, isFirst),
    // What this run was given is meant for the connection that there was before there could be several.
    ...(isFirst() ? {} : { overrides: {}, givenToken: null }),
    sessions: guarded(shared.sessions, before),
    monitor: { ended: (cycle) => monitor.ended(cycle), end: nothing },
    rules: {
      ...rules,
      async workspace(text) {
        const folder = await rules.workspace(text);
        const taken = folder.ok ? overlappingFolder(folder.value, others()) : null;
        return taken === null ? folder : fail('workspace-taken', taken);
      },
    },
  };
}
