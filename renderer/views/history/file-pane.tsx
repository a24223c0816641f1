import type { JSX } from 'react';
import { useState } from 'react';
import type { HistoryVersion } from '../../../shared/model/change.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PathName } from '../../components/path-name.tsx';
import { countText } from '../../count-text.ts';
import { historyText } from '../../history-text.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { timeText } from '../../time-text.ts';
import { moveAmongRows } from './move-among-rows.ts';
import type { PuttingBack } from './use-putting-back.ts';
import { VersionPane } from './version-pane.tsx';

interface Props {
  readonly path: ItemPath;
  /** A new value asks for everything again: the file may have changed. */
  readonly fresh: string;
  readonly puttingBack: PuttingBack;
}

interface VersionsProps {
  readonly versions: readonly HistoryVersion[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

function Versions({ versions, selected, onSelect }: VersionsProps): JSX.Element {
  return (
    <section aria-label={historyText.versions.title}>
      <ul className="versions" onKeyDown={moveAmongRows}>
        {versions.map(({ id, time, origin, bytes }) => (
          <li key={id}>
            <button
              type="button"
              data-row=""
              className="pick pick-version"
              aria-current={id === selected}
              tabIndex={id === selected ? 0 : -1}
              onClick={() => onSelect(id)}
            >
              <span className="pick-text">
                <time dateTime={new Date(time).toISOString()}>{timeText.exact(time)}</time>
                <span className="pick-note">{historyText.versions.origin(origin)}</span>
              </span>
              <span className="pick-size">{countText.bytes(bytes)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The kept versions of one file, and the chosen one beside the file as it is now. */
export function FilePane({ path, fresh, puttingBack }: Props): JSX.Element {
  const { value, error } = useLoaded('history.versions', path, fresh);
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = [...(value ?? [])].sort((a, b) => b.time - a.time);
  const selected = versions.find(({ id }) => id === chosen) ?? versions[0];
  return (
    <article className="detail">
      <h2 className="detail-title">
        <PathName path={path} />
      </h2>
      <FailureNotice error={error} />
      {value !== null && versions.length === 0 && <p className="detail-note">{historyText.versions.none}</p>}
      {selected !== undefined && (
        <>
          <Versions versions={versions} selected={selected.id} onSelect={setChosen} />
          <VersionPane key={selected.id} id={selected.id} fresh={fresh} puttingBack={puttingBack} />
        </>
      )}
    </article>
  );
}
