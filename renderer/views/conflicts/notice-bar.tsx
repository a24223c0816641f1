import type { JSX } from 'react';
import type { RestoreStep } from '../../../shared/model/history.ts';
import { Button } from '../../components/button.tsx';
import { DismissButton } from '../../components/dismiss-button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { conflictText } from '../../conflict-text.ts';
import { errorWords } from '../../error-words.ts';
import type { Notice, Settling } from './use-settling.ts';

function Failures({ failed }: Pick<Notice, 'failed'>): JSX.Element | null {
  if (failed.length === 0) return null;
  return (
    <details className="notice-failed">
      <summary>{conflictText.failedToo(failed.length)}</summary>
      <ul>
        {failed.map(({ path, error }) => (
          <li key={path}>
            {path}: {errorWords(error).message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function amountsOf(steps: readonly RestoreStep[]): Readonly<Record<RestoreStep['change'], number>> {
  const amounts = { replace: 0, create: 0, delete: 0, unavailable: 0 };
  for (const { change } of steps) amounts[change] += 1;
  return amounts;
}

function NoticeBody({ notice, settling }: { notice: Notice; settling: Settling }): JSX.Element {
  const { words, undo, offer, failed } = notice;
  return (
    <>
      <div className="notice-words">
        <p>
          {words} {undo !== null && conflictText.undoWords(amountsOf(undo.steps))}
        </p>
        <Failures failed={failed} />
        {offer !== null && (
          <div className="notice-offer">
            <span>{conflictText.ruleQuestion(offer)}</span>
            <Button onClick={() => void settling.addRule(offer)}>{conflictText.ruleYes}</Button>
            <Button kind="quiet" onClick={settling.dismiss}>
              {conflictText.ruleNo}
            </Button>
          </div>
        )}
      </div>
      {undo !== null && (
        <Button inert={settling.undoing} onClick={() => void settling.undo(undo.run)}>
          {conflictText.undo}
        </Button>
      )}
      <DismissButton onClick={settling.dismiss} />
    </>
  );
}

/** What the last decision came to, with one way back; and how one failed. */
export function NoticeBar({ settling }: { readonly settling: Settling }): JSX.Element {
  const { notice, error, dismiss } = settling;
  return (
    <div className="notices">
      <FailureNotice error={error} onDismiss={dismiss} />
      <div role="status" className={notice === null ? '' : 'notice'}>
        {notice !== null && <NoticeBody notice={notice} settling={settling} />}
      </div>
    </div>
  );
}
