import { type JSX, useId } from 'react';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ManagedNote } from '../../components/managed-note.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useManaged } from '../../hooks/use-managed.ts';
import { networkText as words } from '../../network-text.ts';

interface Props {
  readonly file: string | null;
  readonly problem: SyncError | null;
  readonly onFile: (file: string | null) => void;
}

/** The file with the company's authorities. */
export function CaFileSetting({ file, problem, onFile }: Props): JSX.Element {
  const api = useApi();
  const id = useId();
  const isManaged = useManaged('caFile') !== null;
  const choose = async (): Promise<void> => {
    const answer = await api.call('network.chooseCaFile', null);
    if (answer.ok && answer.value !== null) onFile(answer.value);
  };
  return (
    <>
      <fieldset className="setting setting-plain" aria-labelledby={id} aria-describedby={`${id}-note`}>
        <div>
          <span id={id} className="field-label">
            {words.ca}
          </span>
          <p className="field-note" id={`${id}-note`}>
            {words.caHint}
            <ManagedNote policyKey="caFile" />
          </p>
          <p className="setting-path">{file ?? words.caNone}</p>
        </div>
        {!isManaged && <Button onClick={() => void choose()}>{words.choose}</Button>}
        {!isManaged && file !== null && <Button onClick={() => onFile(null)}>{words.remove}</Button>}
      </fieldset>
      <FailureNotice error={problem} />
    </>
  );
}
