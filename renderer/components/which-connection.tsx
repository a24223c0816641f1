import type { JSX } from 'react';
import { connectionName } from '../../shared/connection-name.ts';
import type { AppSnapshot } from '../../shared/model/app-snapshot.ts';
import { useSnapshot } from '../hooks/use-snapshot.ts';

/** What the connection is called that this window shows; null where there is only one. */
export function shownConnection(snapshot: AppSnapshot | null): string | null {
  if (snapshot === null || snapshot.connection === null || snapshot.connections.length < 2) return null;
  return connectionName(snapshot.connection, snapshot.connections);
}

/** Under a heading: which connection all of this is about. */
export function WhichConnection(): JSX.Element | null {
  const name = shownConnection(useSnapshot());
  return name === null ? null : <p className="which-connection">{name}</p>;
}
