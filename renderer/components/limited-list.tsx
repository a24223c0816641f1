import type { JSX, ReactNode } from 'react';
import { text } from '../text.ts';

const MOST_ROWS = 50;

interface Props<T> {
  readonly items: readonly T[];
  readonly labelledBy: string;
  readonly keyOf: (item: T) => string | number;
  readonly row: (item: T) => ReactNode;
}

/** A list that stays small: after fifty rows it says how many more there are. */
export function LimitedList<T>({ items, labelledBy, keyOf, row }: Props<T>): JSX.Element {
  const more = items.length - MOST_ROWS;
  return (
    <ul className="list" aria-labelledby={labelledBy}>
      {items.slice(0, MOST_ROWS).map((item) => (
        <li key={keyOf(item)} className="row">
          {row(item)}
        </li>
      ))}
      {more > 0 && <li className="row row-more">{text.andMore(more)}</li>}
    </ul>
  );
}
