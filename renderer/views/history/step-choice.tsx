import type { JSX } from 'react';
import { useState } from 'react';
import type { RestoreStep } from '../../../shared/model/history.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { historyText } from '../../history-text.ts';
import { text } from '../../text.ts';

const FIRST_ROWS = 50;

interface Props {
  readonly labelledBy: string;
  readonly steps: readonly RestoreStep[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function changed(chosen: ReadonlySet<string>, paths: readonly string[], add: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const path of paths) {
    if (add) next.add(path);
    else next.delete(path);
  }
  return next;
}

/** A list of files to choose from, with one box for all of them. */
export function StepChoice({ labelledBy, steps, chosen, onChoose }: Props): JSX.Element {
  const [whole, setWhole] = useState(false);
  const paths = steps.map(({ path }) => path);
  const amount = paths.filter((path) => chosen.has(path)).length;
  const shown = whole ? paths : paths.slice(0, FIRST_ROWS);
  const hidden = paths.length - shown.length;
  return (
    <ul className="list" aria-labelledby={labelledBy}>
      {paths.length > 1 && (
        <li className="row">
          <label className="check">
            <input
              type="checkbox"
              checked={amount === paths.length}
              ref={(box) => {
                if (box !== null) box.indeterminate = amount > 0 && amount < paths.length;
              }}
              onChange={(event) => onChoose(changed(chosen, paths, event.target.checked))}
            />
            {historyText.plan.all}
          </label>
        </li>
      )}
      {shown.map((path) => (
        <li key={path} className="row">
          <label className="check">
            <input
              type="checkbox"
              aria-label={path}
              checked={chosen.has(path)}
              onChange={(event) => onChoose(changed(chosen, [path], event.target.checked))}
            />
            <PathName path={path} />
          </label>
        </li>
      ))}
      {hidden > 0 && (
        <li className="row">
          <Button kind="quiet" onClick={() => setWhole(true)}>
            {text.andMore(hidden)}
          </Button>
        </li>
      )}
    </ul>
  );
}
