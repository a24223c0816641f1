import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { text } from '../text.ts';
import { Button } from './button.tsx';

const MOST_ROWS = 50;
/** Who asks for more gets so many: tens of thousands drawn at once would hold the window. */
const ROWS_MORE = 500;

interface Props<T> {
  readonly items: readonly T[];
  readonly labelledBy: string;
  readonly keyOf: (item: T) => string | number;
  readonly row: (item: T) => ReactNode;
  /** The rest can be shown as well, where there is room for it. */
  readonly expandable?: boolean;
  /** How many rows stand there at first. */
  readonly most?: number;
}

/** A list that stays small: after some rows, fifty where nothing else is said, it tells how many more there are. */
export function LimitedList<T>({
  items,
  labelledBy,
  keyOf,
  row,
  expandable = false,
  most = MOST_ROWS,
}: Props<T>): JSX.Element {
  const [rows, setRows] = useState(most);
  const shown = items.slice(0, rows);
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
            <Button kind="quiet" onClick={() => setRows(rows + ROWS_MORE)}>
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
