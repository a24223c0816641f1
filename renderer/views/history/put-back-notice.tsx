import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import type { JSX } from 'react';
import { errorWords } from '../../../shared/error-words.ts';
import type { ManyDone } from '../../../shared/model/conflict.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import { historyText } from '../../history-text.ts';
import { text } from '../../text.ts';
import type { PuttingBack } from './use-putting-back.ts';

const FAILED = 'put-back-failed';

function Failed({ failed }: Pick<ManyDone, 'failed'>): JSX.Element {
  return (
    <>
      <p id={FAILED}>{historyText.done.failed(failed.length)}</p>
      <LimitedList
        expandable
        items={failed}
        labelledBy={FAILED}
        keyOf={({ path }) => path}
        row={({ path, error }) => (
          <div className="row-text">
            <PathName path={path} />
            <p className="row-note">{errorWords(error).message}</p>
          </div>
        )}
      />
    </>
  );
}

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
              {result.done.failed.length > 0 && <Failed failed={result.done.failed} />}
            </div>
            {result.done.done.length > 0 && <Button onClick={undo}>{historyText.done.undo}</Button>}
            <Button kind="quiet" className="button-icon" aria-label={text.dismiss} onClick={dismiss}>
              <X aria-hidden="true" />
            </Button>
          </div>
        )}
      </output>
    </>
  );
}
