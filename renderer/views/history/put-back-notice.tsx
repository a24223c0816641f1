import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { DismissButton } from '../../components/dismiss-button.tsx';
import { FailedItems } from '../../components/failed-items.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { historyText } from '../../history-text.ts';
import type { PuttingBack } from './use-putting-back.ts';

/** What a restore or an undo came to: what was done, what was not and why, and the way back. */
export function PutBackNotice({ puttingBack }: { readonly puttingBack: PuttingBack }): JSX.Element {
  const { result, error, busy, undo, dismiss } = puttingBack;
  const whole = result !== null && result.done.failed.length === 0 && result.done.done.length > 0;
  const Icon = whole ? CircleCheck : TriangleAlert;
  return (
    <>
      <FailureNotice error={error} onDismiss={dismiss} />
      {/* Always there, so that a screen reader says what comes into it. */}
      <output className="put-back" aria-label={historyText.done.title}>
        {busy && <span className="put-back-busy">{historyText.plan.working}</span>}
        {result !== null && (
          <div className={whole ? 'came-of came-of-good' : 'came-of came-of-warning'}>
            <Icon className="came-of-icon" aria-hidden="true" />
            <div className="came-of-text">
              <p>{result.words}</p>
              {result.done.failed.length > 0 && (
                <FailedItems
                  words={historyText.done.failed(result.done.failed.length)}
                  failed={result.done.failed}
                />
              )}
            </div>
            {result.done.done.length > 0 && <Button onClick={undo}>{historyText.done.undo}</Button>}
            <DismissButton onClick={dismiss} />
          </div>
        )}
      </output>
    </>
  );
}
