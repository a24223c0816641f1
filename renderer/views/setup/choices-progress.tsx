import type { JSX } from 'react';
import { FailedItems } from '../../components/failed-items.tsx';
import { setupText } from '../../setup-text.ts';
import type { ChoicesState, Waiting } from './use-first-choices.ts';
import { useFirstChoices } from './use-first-choices.ts';

const words = setupText.done.choices;

function Result({ state }: { readonly state: ChoicesState & { readonly name: 'settled' } }): JSX.Element {
  const { done, ended, failed } = state;
  return (
    <>
      {done > 0 && <p>{words.settled(done)}</p>}
      {ended > 0 && <p>{words.ended(ended)}</p>}
      {failed.length > 0 && <FailedItems words={words.failed(failed.length)} failed={failed} />}
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
