import type { JSX, ReactNode } from 'react';
import { useId } from 'react';
import { LimitedList } from './limited-list.tsx';

/** Three screens of the popup, where these stand: drawing fifty rows was a fourth of the time until it was there. */
const MOST_ROWS = 20;

interface Props<T> {
  readonly title: string;
  readonly note?: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string | number;
  readonly row: (item: T) => ReactNode;
}

/** A titled list with its count. Nothing is shown for an empty one. */
export function ListSection<T>({ title, note, items, keyOf, row }: Props<T>): JSX.Element | null {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <header className="section-header">
        <h2 id={id}>{title}</h2>
        <span className="count">{items.length}</span>
      </header>
      {note !== undefined && <p className="section-note">{note}</p>}
      <LimitedList expandable items={items} labelledBy={id} keyOf={keyOf} row={row} most={MOST_ROWS} />
    </section>
  );
}
