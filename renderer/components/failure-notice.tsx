import type { JSX } from 'react';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { errorWords } from '../error-words.ts';
import { DismissButton } from './dismiss-button.tsx';

interface Props {
  readonly error: SyncError | null;
  readonly onDismiss?: () => void;
}

/** Says at once that what was just asked for did not work, and what to do. */
export function FailureNotice({ error, onDismiss }: Props): JSX.Element | null {
  if (error === null) return null;
  const { message, help } = errorWords(error);
  return (
    <div className="failure" role="alert">
      <div>
        <p className="failure-message">{message}</p>
        <p>{help}</p>
      </div>
      {onDismiss !== undefined && <DismissButton onClick={onDismiss} />}
    </div>
  );
}
