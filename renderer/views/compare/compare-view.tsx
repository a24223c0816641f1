import { CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import { useCallback, useId, useState } from 'react';
import { connectionName } from '../../../shared/connection-name.ts';
import type { ConnectionSummary } from '../../../shared/model/app-snapshot.ts';
import type { Comparison } from '../../../shared/model/comparison.ts';
import { compareText } from '../../compare-text.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { ComparedFiles } from './compared-files.tsx';

interface Chosen {
  readonly left: string;
  readonly right: string;
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly connections: readonly ConnectionSummary[];
  readonly onChoose: (id: string) => void;
}

function Pick({ label, value, connections, onChoose }: PickProps): JSX.Element {
  const id = useId();
  return (
    <div className="compare-pick">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {connections.map((one) => (
          <option key={one.id} value={one.id}>
            {connectionName(one, connections)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The two that are compared: another one where the chosen one is gone, never the same one twice. */
function chosenAmong(connections: readonly ConnectionSummary[], wanted: Partial<Chosen>): Chosen | null {
  const ids = connections.map(({ id }) => id);
  const left = ids.find((id) => id === wanted.left) ?? ids[0];
  const others = ids.filter((id) => id !== left);
  const right = others.find((id) => id === wanted.right) ?? others[0];
  return left === undefined || right === undefined ? null : { left, right };
}

function Found({
  comparison,
  names,
}: {
  comparison: Comparison;
  names: readonly [string, string];
}): JSX.Element {
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const { configs } = comparison;
  const different = configs.filter(({ state }) => state !== 'equal');
  if (configs.length === 0) return <p className="preview-calm">{compareText.none}</p>;
  return (
    <>
      <label className="compare-filter">
        <input
          type="checkbox"
          checked={onlyDifferent}
          onChange={(event) => setOnlyDifferent(event.target.checked)}
        />
        {compareText.onlyDifferences}
      </label>
      <output>{compareText.sum(different.length, configs.length)}</output>
      {different.length === 0 && (
        <p className="preview-calm">
          <CircleCheck aria-hidden="true" />
          {compareText.allEqual}
        </p>
      )}
      <ComparedFiles configs={onlyDifferent ? different : configs} names={names} />
    </>
  );
}

function Comparing({ connections }: { readonly connections: readonly ConnectionSummary[] }): JSX.Element {
  const [wanted, setWanted] = useState<Partial<Chosen>>({});
  const chosen = chosenAmong(connections, wanted);
  return chosen === null ? (
    <p>{compareText.needsTwo}</p>
  ) : (
    <Chosen connections={connections} chosen={chosen} onChoose={setWanted} />
  );
}

interface ChosenProps {
  readonly connections: readonly ConnectionSummary[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function Chosen({ connections, chosen, onChoose }: ChosenProps): JSX.Element {
  const [times, setTimes] = useState(0);
  const { value, error, loading } = useLoaded('compare.configs', chosen, times);
  const { left, right } = chosen;
  const nameOf = (id: string): string => {
    const one = connections.find((each) => each.id === id);
    return one === undefined ? '' : connectionName(one, connections);
  };
  // Choosing the one that stands on the other side changes places.
  const choose = (side: keyof Chosen, id: string): void => {
    if (side === 'left') onChoose({ left: id, right: id === right ? left : right });
    else onChoose({ left: id === left ? right : left, right: id });
  };
  return (
    <>
      <div className="compare-picks">
        <Pick
          label={compareText.left}
          value={left}
          connections={connections}
          onChoose={(id) => choose('left', id)}
        />
        <Pick
          label={compareText.right}
          value={right}
          connections={connections}
          onChoose={(id) => choose('right', id)}
        />
        <Button inert={loading} onClick={() => setTimes(times + 1)}>
          {compareText.again}
        </Button>
      </div>
      <FailureNotice error={error} />
      {loading && <output>{compareText.looking}</output>}
      {!loading && value !== null && error === null && (
        <Found comparison={value} names={[nameOf(left), nameOf(right)]} />
      )}
    </>
  );
}

/** The configs of any two connections beside each other. It only looks. */
export function CompareView(): JSX.Element {
  const api = useApi();
  const snapshot = useSnapshot();
  useEscape(useCallback(() => void api.call('app.closeWindow', null), [api]));
  return (
    <main className="page compare" aria-busy={snapshot === null}>
      <header className="page-header">
        <h1>{compareText.title}</h1>
        <p>{compareText.intro}</p>
      </header>
      {snapshot !== null && <Comparing connections={snapshot.connections} />}
    </main>
  );
}
