import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { text } from '../text.ts';
import { Button } from './button.tsx';

const MOST_ROWS = 50;

interface Props<T> {
  readonly items: readonly T[];
  readonly labelledBy: string;
  readonly keyOf: (item: T) => string | number;
  readonly row: (item: T) => ReactNode;
  /** The rest can be shown as well, where there is room for it. */
  readonly expandable?: boolean;
}

/** A list that stays small: after fifty rows it says how many more there are. */
export function LimitedList<T>({ items, labelledBy, keyOf, row, expandable = false }: Props<T>): JSX.Element {
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, MOST_ROWS);
  const more = items.length - shown.length;
  return (
    <ul className="list" aria-labelledby={labelledBy}>
      {shown.map((item) => (
        <li key={keyOf(item)} className="row">
          {row(item)}
        </li>
      ))}
      {more > 0 && (
        <li className="row row-more">
          {expandable ? (
            <Button kind="quiet" onClick={() => setWhole(true)}>
              {text.andMore(more)}
            </Button>
          ) : (
            text.andMore(more)
          )}
        </li>
      )}
    </ul>
  );
}
