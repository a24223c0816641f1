import type { JSX } from 'react';
import { useId, useState } from 'react';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import { Button } from '../../components/button.tsx';
import { connectionsText } from '../../connections-text.ts';
import { doctorText } from '../../doctor-text.ts';
import { useApi } from '../../hooks/use-api.ts';
import { settingsText } from '../../settings-text.ts';
import { text } from '../../text.ts';
import { ConnectionsList } from './connections-list.tsx';

function facts({ connection, credential }: AppSnapshot): readonly (readonly [string, string])[] {
  if (connection === null) return [];
  return [
    [settingsText.folder, connection.workspace],
    [settingsText.lssn, String(connection.lssn)],
    [settingsText.token, text.credential(credential)],
    [settingsText.apiUrl, connection.apiUrl],
  ];
}

/** What this computer is connected to, and the way to change it; a list where there are several connections. */
export function ConnectionSection({ snapshot }: { readonly snapshot: AppSnapshot }): JSX.Element {
  // Stays a list while somebody removes from it, so that what was said about that can be read.
  const [isList, setIsList] = useState(false);
  if (snapshot.connections.length > 1 && !isList) setIsList(true);
  const isShown = isList && snapshot.connections.length > 0;
  return isShown ? <ConnectionsList snapshot={snapshot} /> : <TheConnection snapshot={snapshot} />;
}

function TheConnection({ snapshot }: { readonly snapshot: AppSnapshot }): JSX.Element {
  const api = useApi();
  const id = useId();
  const known = facts(snapshot);
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{settingsText.connection}</h2>
      <div className="group-box">
        {known.length === 0 && <p>{settingsText.none}</p>}
        {known.length > 0 && (
          <dl className="facts">
            {known.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className="form-actions">
          <Button onClick={() => void api.call('app.openWindow', 'setup')}>
            {known.length === 0 ? text.connect.setUp : settingsText.change}
          </Button>
          {known.length > 0 && (
            <Button onClick={() => void api.call('app.openWindow', 'doctor')}>{doctorText.open}</Button>
          )}
          {snapshot.connections.length > 0 && (
            <Button onClick={() => void api.call('connections.add', null)}>{connectionsText.add}</Button>
          )}
        </div>
      </div>
    </section>
  );
}
