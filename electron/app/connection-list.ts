import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { StoredConnection } from '../../shared/model/stored-connection.ts';

type Stored = Pick<Settings, 'apiUrl' | 'lssn' | 'workspace' | 'connectionId' | 'connections'>;

/** Every connection that the settings keep, the first one first, each id once. */
export function connectionsIn(settings: Stored): readonly StoredConnection[] {
  const { apiUrl, lssn, workspace, connectionId: id, connections } = settings;
  const first = lssn === null || workspace === null ? [] : [{ id, apiUrl, lssn, workspace }];
  const further = connections.filter(
    (one, at) => one.id !== id && connections.findIndex((other) => other.id === one.id) === at,
  );
  return [...first, ...further];
}

/** The ids that the settings name, set up or not, the first one first; a hand may have written one twice. */
export function storedIdsIn({ connectionId, connections }: Stored): readonly string[] {
  return [...new Set([connectionId, ...connections.map((one) => one.id)])];
}

/** The change of the settings after which the connection with this id has these values. */
export function withConnection(settings: Stored, id: string, values: Partial<Connection>): Partial<Settings> {
  if (id === settings.connectionId) return values;
  const known = settings.connections.find((one) => one.id === id);
  if (known)
    return { connections: settings.connections.map((one) => (one === known ? { ...one, ...values } : one)) };
  const { apiUrl = settings.apiUrl, lssn, workspace } = values;
  if (lssn === undefined || workspace === undefined) return {};
  return { connections: [...settings.connections, { id, apiUrl, lssn, workspace }] };
}

/** The change after which the connection is gone. Behind the first one, the next becomes the first. */
export function withoutConnection(settings: Stored, id: string): Partial<Settings> {
  const left = connectionsIn(settings).filter((one) => one.id !== id);
  if (id !== settings.connectionId)
    return { connections: left.filter((one) => one.id !== settings.connectionId) };
  const [next, ...further] = left;
  if (next === undefined) return { lssn: null, workspace: null, connections: [] };
  const { id: connectionId, apiUrl, lssn, workspace } = next;
  return { connectionId, apiUrl, lssn, workspace, connections: further };
}
