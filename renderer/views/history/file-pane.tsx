import type { JSX } from 'react';
import { useEffect, useState } from 'react';
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
  readonly selected: string | null;
  /** The version that is what stands here now, if one is. */
  readonly asNow: string | null;
  readonly onSelect: (id: string) => void;
}

function VersionList({ versions, selected, asNow, onSelect }: VersionsProps): JSX.Element {
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
                <span className="pick-note">
                  {historyText.versions.origin(origin)}
                  {id === asNow && historyText.versions.asNow}
                </span>
              </span>
              <span className="pick-size">{countText.bytes(bytes)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FileProps extends Pick<Props, 'fresh' | 'puttingBack'> {
  /** Newest first, at least one. */
  readonly versions: readonly [HistoryVersion, ...HistoryVersion[]];
}

/** Opens with the newest version that is not what stands here now: that is the one people look for. */
function Versions({ versions, fresh, puttingBack }: FileProps): JSX.Element {
  const [chosen, setChosen] = useState<string | null>(null);
  const [newest, before] = versions;
  const { value, loading } = useLoaded('history.text', newest.id, fresh);
  const asNow = value !== null && value.text === value.now ? newest.id : null;
  const preferred = asNow !== null && before !== undefined ? before : newest;
  const known = value !== null || !loading;
  // Once: what is looked at stays where it is, whatever is restored.
  useEffect(() => {
    if (known) setChosen((old) => old ?? preferred.id);
  }, [known, preferred.id]);
  const selected = versions.find(({ id }) => id === chosen);
  return (
    <>
      <VersionList versions={versions} selected={selected?.id ?? null} asNow={asNow} onSelect={setChosen} />
      {selected !== undefined && (
        <VersionPane key={selected.id} id={selected.id} fresh={fresh} puttingBack={puttingBack} />
      )}
    </>
  );
}

/** The kept versions of one file, and the chosen one beside the file as it is now. */
export function FilePane({ path, fresh, puttingBack }: Props): JSX.Element {
  const { value, error } = useLoaded('history.versions', path, fresh);
  const [newest, ...older] = (value ?? []).toSorted((a, b) => b.time - a.time);
  return (
    <article className="detail">
      <h2 className="detail-title">
        <PathName path={path} />
      </h2>
      <FailureNotice error={error} />
      {value !== null && newest === undefined && <p className="detail-note">{historyText.versions.none}</p>}
      {newest !== undefined && (
        <Versions versions={[newest, ...older]} fresh={fresh} puttingBack={puttingBack} />
      )}
    </article>
  );
}
