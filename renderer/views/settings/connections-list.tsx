import type { JSX } from 'react';
import { useId, useRef, useState } from 'react';
import { connectionName } from '../../../shared/connection-name.ts';
import type { AppSnapshot, ConnectionSummary } from '../../../shared/model/app-snapshot.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { connectionsText as words } from '../../connections-text.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { settingsText } from '../../settings-text.ts';
import { ConfirmDialog } from '../conflicts/confirm-dialog.tsx';
import { ConnectionRow } from './connection-row.tsx';

interface QuestionProps {
  readonly name: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** What removing means, before it happens. */
function RemoveQuestion({ name, onYes, onNo }: QuestionProps): JSX.Element {
  const { value: settings } = useLoaded('settings.get', null);
  const days = settingsText.history.daysOption(settings?.historyDays ?? 0);
  const { title, files, history, token, yes, no } = words.confirm;
  const lines = settings === null ? [files, token] : [files, history(days), token];
  return <ConfirmDialog title={title(name)} lines={lines} yes={yes} no={no} onYes={onYes} onNo={onNo} />;
}

/** All connections of this computer, where there are several. */
export function ConnectionsList({ snapshot }: { readonly snapshot: AppSnapshot }): JSX.Element {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { act, error } = useAct();
  const [leaving, setLeaving] = useState<ConnectionSummary | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const { connections } = snapshot;
  const nameOf = (one: ConnectionSummary): string => connectionName(one, connections);
  const remove = async (one: ConnectionSummary): Promise<void> => {
    const name = nameOf(one);
    setLeaving(null);
    const answer = await act('connections.remove', one.id);
    if (!answer.ok) return;
    setRemoved(name);
    // The button that had the focus goes with its row.
    heading.current?.focus();
  };
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <div className="group-box">
        <FailureNotice error={error} />
        <ul className="list connections" aria-label={words.list}>
          {connections.map((one) => (
            <ConnectionRow
              key={one.id}
              one={one}
              snapshot={snapshot}
              act={act}
              isOnly={connections.length < 2}
              onRemove={() => setLeaving(one)}
            />
          ))}
        </ul>
        <output className="field-note">{removed !== null && words.removed(removed)}</output>
        <div className="form-actions">
          <Button onClick={() => void act('connections.add', null)}>{words.add}</Button>
          {connections.length > 1 && (
            <Button onClick={() => void act('app.openWindow', 'compare')}>{words.compare}</Button>
          )}
        </div>
      </div>
      {leaving !== null && (
        <RemoveQuestion
          name={nameOf(leaving)}
          onYes={() => void remove(leaving)}
          onNo={() => setLeaving(null)}
        />
      )}
    </section>
  );
}
