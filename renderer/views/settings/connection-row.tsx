import type { JSX } from 'react';
import { connectionName } from '../../../shared/connection-name.ts';
import type { AppSnapshot, ConnectionSummary } from '../../../shared/model/app-snapshot.ts';
import { summaryWords } from '../../../shared/status-words.ts';
import { Button } from '../../components/button.tsx';
import { StateIcon } from '../../components/state-icon.tsx';
import { connectionsText as words } from '../../connections-text.ts';
import { doctorText } from '../../doctor-text.ts';
import type { Act } from '../../hooks/use-act.ts';

interface Props {
  readonly one: ConnectionSummary;
  readonly snapshot: AppSnapshot;
  readonly act: Act;
  /** The only one there is can be changed, not removed. */
  readonly isOnly: boolean;
  readonly onRemove: () => void;
}

/** One of several connections: what it is, how it is, and what can be done with it. */
export function ConnectionRow({ one, snapshot, act, isOnly, onRemove }: Props): JSX.Element {
  const { id, workspace, lssn, apiUrl, paused, state } = one;
  const name = connectionName(one, snapshot.connections);
  const pause = (): void =>
    void (paused ? act('connections.resume', id) : act('connections.pause', { id, pauseFor: 'resumed' }));
  return (
    <li className="row">
      <StateIcon state={state} />
      <div className="row-text">
        <strong>{name}</strong>
        <p className="row-note">{summaryWords(one, snapshot.language)}</p>
        <p className="row-note">{workspace}</p>
        <p className="row-note">
          {words.lssn(lssn)}, {apiUrl}
        </p>
      </div>
      <div className="connection-tools">
        <Button aria-description={name} onClick={pause}>
          {paused ? words.resume : words.pause}
        </Button>
        <Button aria-description={name} onClick={() => void act('connections.open', { id, window: 'setup' })}>
          {words.change}
        </Button>
        <Button
          aria-description={name}
          onClick={() => void act('connections.open', { id, window: 'doctor' })}
        >
          {doctorText.open}
        </Button>
        <Button aria-description={name} inert={isOnly} onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}
