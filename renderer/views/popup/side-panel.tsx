import type { JSX } from 'react';
import { useId } from 'react';
import { resolveText } from '../../resolve-text.ts';
import type { Side, SideRow } from './side-lines.ts';

interface Props {
  readonly title: string;
  /** Null: this side has no such file, which is not the same as an empty one. */
  readonly side: Side | null;
  readonly absent: string;
}

function Row({ row }: { readonly row: SideRow }): JSX.Element {
  if (row.kind === 'fold') return <div className="line line-fold">{resolveText.skipped(row.amount)}</div>;
  const { number, line, differs } = row;
  return (
    <div className={differs ? 'line line-differs' : 'line'}>
      <span className="line-number" aria-hidden="true">
        {number}
      </span>
      {differs ? <mark>{line}</mark> : <span>{line}</span>}
    </div>
  );
}

function Lines({ side }: { readonly side: Side }): JSX.Element {
  if (side.rows.length === 0) return <p className="side-absent">{resolveText.empty}</p>;
  return (
    <div className="lines">
      {side.rows.map((row) => (
        <Row key={row.number} row={row} />
      ))}
      {side.cut > 0 && <div className="line line-fold">{resolveText.cut(side.cut)}</div>}
    </div>
  );
}

/** One side of a conflict, with the lines marked that the other side lacks. */
export function SidePanel({ title, side, absent }: Props): JSX.Element {
  const id = useId();
  return (
    <section className="side" aria-labelledby={id}>
      <header className="side-header">
        <h2 id={id}>{title}</h2>
        {side?.differing != null && <span>{resolveText.differing(side.differing)}</span>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div className="side-body" tabIndex={0}>
        {side === null ? <p className="side-absent">{absent}</p> : <Lines side={side} />}
      </div>
    </section>
  );
}
