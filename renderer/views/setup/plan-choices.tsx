import type { JSX } from 'react';
import { useId, useState } from 'react';
import type { PlannedStep } from '../../../shared/model/change.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { setupText } from '../../setup-text.ts';
import { text } from '../../text.ts';
import type { FirstChoices, Take } from './first-choices.ts';
import { chosenCounts } from './first-choices.ts';

const FIRST_ROWS = 50;
const TAKES = ['later', 'mine', 'server', 'both'] as const;
const words = setupText.plan.choices;

interface PickProps {
  readonly label: string;
  readonly value: Take | 'mixed';
  readonly onChange: (take: Take) => void;
}

function Pick({ label, value, onChange }: PickProps): JSX.Element {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as Take)}>
      {value === 'mixed' && (
        <option value="mixed" disabled>
          {words.mixed}
        </option>
      )}
      {TAKES.map((take) => (
        <option key={take} value={take}>
          {words[take]}
        </option>
      ))}
    </select>
  );
}

function commonTake(paths: readonly ItemPath[], choices: FirstChoices): Take | 'mixed' {
  const takes = new Set(paths.map((path) => choices.get(path) ?? 'later'));
  const [only] = takes;
  return takes.size === 1 && only !== undefined ? only : 'mixed';
}

function withChoice(choices: FirstChoices, paths: readonly ItemPath[], take: Take): FirstChoices {
  const next = new Map(choices);
  for (const path of paths) {
    if (take === 'later') next.delete(path);
    else next.set(path, take);
  }
  return next;
}

interface Props {
  readonly steps: readonly PlannedStep[];
  readonly choices: FirstChoices;
  readonly onChoices: (choices: FirstChoices) => void;
}

/** What is different on both sides, to be decided before the first sync: each by itself, or all at once. */
export function PlanChoices({ steps, choices, onChoices }: Props): JSX.Element {
  const id = useId();
  const [whole, setWhole] = useState(false);
  const paths = steps.map(({ path }) => path);
  const shown = whole ? paths : paths.slice(0, FIRST_ROWS);
  const choose = (some: readonly ItemPath[], take: Take): void => onChoices(withChoice(choices, some, take));
  return (
    <section className="section section-boxed plan-choices" aria-labelledby={id}>
      <h2 id={id}>{words.title(paths.length)}</h2>
      <p className="section-note">{words.note}</p>
      {paths.length > 1 && (
        <div className="row plan-choice-all">
          <span className="row-text">{words.all}</span>
          <Pick
            label={words.all}
            value={commonTake(paths, choices)}
            onChange={(take) => choose(paths, take)}
          />
        </div>
      )}
      <ul className="list" aria-labelledby={id}>
        {shown.map((path) => (
          <li key={path} className="row">
            <div className="row-text">
              <PathName path={path} />
            </div>
            <Pick
              label={words.of(path)}
              value={choices.get(path) ?? 'later'}
              onChange={(take) => choose([path], take)}
            />
          </li>
        ))}
      </ul>
      {shown.length < paths.length && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {text.andMore(paths.length - shown.length)}
        </Button>
      )}
      <output className="field-note">
        {choices.size > 0 &&
          words.sum(chosenCounts(paths, choices).map(({ take, amount }) => words.chosen(take, amount)))}
      </output>
    </section>
  );
}
