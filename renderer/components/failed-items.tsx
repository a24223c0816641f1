import type { JSX } from 'react';
import { useId } from 'react';
import type { ManyDone } from '../../shared/model/conflict.ts';
import { errorWords } from '../error-words.ts';
import { LimitedList } from './limited-list.tsx';
import { PathName } from './path-name.tsx';

interface Props extends Pick<ManyDone, 'failed'> {
  /** The sentence above the list. */
  readonly words: string;
}

/** The files for which something could not be done, each with the reason. */
export function FailedItems({ words, failed }: Props): JSX.Element {
  const id = useId();
  return (
    <>
      <p id={id}>{words}</p>
      <LimitedList
        expandable
        items={failed}
        labelledBy={id}
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
