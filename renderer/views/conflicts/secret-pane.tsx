import type { JSX } from 'react';
import { useId } from 'react';
import type { HeldItem } from '../../../shared/model/change.ts';
import { Button } from '../../components/button.tsx';
import { LimitedList } from '../../components/limited-list.tsx';
import { secretText } from '../../secret-text.ts';
import { type DecideSecret, SecretRow } from '../secrets/secret-row.tsx';

interface Props {
  readonly items: readonly HeldItem[];
  readonly decide: DecideSecret;
}

/** Where secrets stand, and what is to become of each file, or of all that are looked at. */
export function SecretPane({ items, decide }: Props): JSX.Element {
  const id = useId();
  const paths = items.map(({ path }) => path);
  return (
    <div className="note">
      <p id={id}>{secretText.body}</p>
      {paths.length > 1 && (
        <div className="note-actions">
          <Button onClick={() => decide(paths, 'keep')}>{secretText.keepAll(paths.length)}</Button>
        </div>
      )}
      <LimitedList
        items={items}
        labelledBy={id}
        keyOf={({ path }) => path}
        row={(item) => <SecretRow item={item} decide={decide} />}
        expandable
      />
    </div>
  );
}
