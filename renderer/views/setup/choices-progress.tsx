import type { JSX } from 'react';
import { errorWords } from '../../../shared/error-words.ts';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import { setupText } from '../../setup-text.ts';
import type { ChoicesState, Waiting } from './use-first-choices.ts';
import { useFirstChoices } from './use-first-choices.ts';

const words = setupText.done.choices;
const FAILED = 'choices-failed';

function Result({ state }: { readonly state: ChoicesState & { readonly name: 'settled' } }): JSX.Element {
  const { done, ended, failed } = state;
  return (
    <>
      {done > 0 && <p>{words.settled(done)}</p>}
      {ended > 0 && <p>{words.ended(ended)}</p>}
      {failed.length > 0 && <p id={FAILED}>{words.failed(failed.length)}</p>}
      {failed.length > 0 && (
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
      )}
    </>
  );
}

/** How far the choices are that were made before the first sync, and what came of them. */
export function ChoicesProgress({ waiting }: { readonly waiting: Waiting }): JSX.Element {
  const state = useFirstChoices(waiting);
  const amount = waiting.choices.size;
  return (
    <output className="choices-progress" aria-label={words.title}>
      {state.name === 'settled' ? <Result state={state} /> : <p>{words[state.name](amount)}</p>}
    </output>
  );
}
