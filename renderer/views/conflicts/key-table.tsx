import type { JSX } from 'react';
import { useId } from 'react';
import type { JsonSource, KeyDecision, KeyDifference } from '../../../shared/merge/key-difference.ts';
import { keyName } from '../../../shared/merge/key-differences.ts';
import { conflictText } from '../../conflict-text.ts';
import { keySpoken, keyWords } from '../../difference/conflict-words.ts';
import type { KeyDecisions } from './draft.ts';
import { decisionProblem } from './outcome.ts';

interface Props {
  readonly differences: readonly KeyDifference[];
  readonly decisions: KeyDecisions;
  readonly onDecide: (name: string, decision: KeyDecision) => void;
}

interface RowProps extends Omit<Props, 'differences'> {
  readonly difference: KeyDifference;
  readonly index: number;
  readonly total: number;
}

/** Which of the three is chosen: what was decided, else what was joined by itself, else none. */
function chosen(
  { kind }: KeyDifference,
  decision: KeyDecision | undefined,
): 'mine' | 'server' | 'other' | null {
  if (decision !== undefined) return typeof decision === 'object' ? 'other' : decision;
  if (kind === 'overlap') return null;
  return kind === 'server' ? 'server' : 'mine';
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value?: JsonSource;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, value, isChosen, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label className="key-choice">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>{label}</span>
      {value !== undefined && (
        <code className={value === null ? 'key-none' : ''}>{value ?? conflictText.keyNone}</code>
      )}
    </label>
  );
}

/** A value of the person's own, with what is wrong with it. */
function OtherValue({ difference, decisions, onDecide }: Omit<RowProps, 'index' | 'total'>): JSX.Element {
  const id = useId();
  const name = keyName(difference.key);
  const decision = decisions.get(name);
  const problem = decisionProblem(difference, decisions);
  return (
    <div className="key-other">
      <input
        aria-label={`${conflictText.keyOther}: ${difference.key.join(' › ')}`}
        aria-invalid={problem !== null}
        aria-describedby={id}
        spellCheck={false}
        value={typeof decision === 'object' ? decision.source : ''}
        onChange={(event) => onDecide(name, { source: event.target.value })}
      />
      <p id={id} className="key-problem">
        {problem !== null && conflictText.valueProblem[problem]}
      </p>
    </div>
  );
}

function KeyRow({ difference, decisions, onDecide, index, total }: RowProps): JSX.Element {
  const group = useId();
  const { key, kind, mine, server } = difference;
  const name = keyName(key);
  const choice = chosen(difference, decisions.get(name));
  const isAuto = kind !== 'overlap' && !decisions.has(name);
  return (
    <tr className={choice === null ? 'key-row key-open' : 'key-row'}>
      <th scope="row">
        <span className="key-words">{keyWords(difference)}</span>
        <code className="key-name">{key.join(' › ')}</code>{' '}
        {isAuto && <span className="key-auto">{conflictText.keyAuto[kind]}</span>}
        {choice === null && <span className="key-todo">{conflictText.toDecideOne}</span>}
      </th>
      <td>
        <div role="radiogroup" className="key-choices" aria-label={keySpoken(difference, index, total)}>
          <Choice
            name={group}
            label={conflictText.keyMine}
            value={mine}
            isChosen={choice === 'mine'}
            onChoose={() => onDecide(name, 'mine')}
          />
          <Choice
            name={group}
            label={conflictText.keyGiip}
            value={server}
            isChosen={choice === 'server'}
            onChoose={() => onDecide(name, 'server')}
          />
          <Choice
            name={group}
            label={conflictText.keyOther}
            isChosen={choice === 'other'}
            onChoose={() => onDecide(name, { source: mine ?? server ?? '' })}
          />
        </div>
        {choice === 'other' && (
          <OtherValue difference={difference} decisions={decisions} onDecide={onDecide} />
        )}
      </td>
    </tr>
  );
}

/** The keys that differ, in plain words, with a choice for each. */
export function KeyTable({ differences, ...rest }: Props): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="keys" tabIndex={0} aria-label={conflictText.keyTable}>
      <table>
        <thead className="keys-head">
          <tr>
            <th scope="col">{conflictText.keyColumn}</th>
            <th scope="col">{conflictText.choiceColumn}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference, index) => (
            <KeyRow
              key={keyName(difference.key)}
              difference={difference}
              index={index}
              total={differences.length}
              {...rest}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
