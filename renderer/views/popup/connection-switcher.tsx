import type { JSX } from 'react';
import { connectionName } from '../../../shared/connection-name.ts';
import type { AppSnapshot, ConnectionSummary } from '../../../shared/model/app-snapshot.ts';
import { worstFirst } from '../../../shared/model/worst-first.ts';
import { summaryWords } from '../../../shared/status-words.ts';
import { StateIcon } from '../../components/state-icon.tsx';
import { connectionsText } from '../../connections-text.ts';
import type { Act } from '../../hooks/use-act.ts';

interface Props {
  readonly snapshot: AppSnapshot;
  readonly act: Act;
}

/** All connections with their states, those first that a person should look at first; one of them is shown below. */
export function ConnectionSwitcher({ snapshot, act }: Props): JSX.Element | null {
  const { connections } = snapshot;
  if (connections.length < 2) return null;
  return (
    <nav className="connection-switcher" aria-label={connectionsText.title}>
      <ul>
        {worstFirst(connections).map((one) => (
          <li key={one.id}>
            <Choice one={one} snapshot={snapshot} onChoose={() => void act('connections.show', one.id)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChoiceProps {
  readonly one: ConnectionSummary;
  readonly snapshot: AppSnapshot;
  readonly onChoose: () => void;
}

function Choice({ one, snapshot, onChoose }: ChoiceProps): JSX.Element {
  const { connectionId, connections, language } = snapshot;
  return (
    <button
      type="button"
      className="connection-choice"
      aria-current={one.id === connectionId ? 'true' : undefined}
      title={one.workspace}
      onClick={onChoose}
    >
      <StateIcon state={one.state} />
      <span className="connection-name">{connectionName(one, connections)}</span>
      <span className="connection-state">{summaryWords(one, language)}</span>
    </button>
  );
}
