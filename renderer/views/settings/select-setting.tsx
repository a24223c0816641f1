import type { JSX } from 'react';
import { useId } from 'react';
import type { PolicyKey } from '../../../shared/policy/policy-schema.ts';
import { ManagedNote } from '../../components/managed-note.tsx';
import { useManaged } from '../../hooks/use-managed.ts';

interface Props<T extends string | number> {
  readonly label: string;
  readonly hint: string;
  readonly value: T;
  /** Numbers in rising order. */
  readonly choices: readonly T[];
  readonly option: (value: T) => string;
  readonly onChange: (value: T) => void;
  /** The key of the machine's policy that can take this setting. */
  readonly policyKey?: PolicyKey;
}

/** A setting with a few values. One that was set elsewhere (command line, policy) is a choice too. */
export function SelectSetting<T extends string | number>({
  label,
  hint,
  value,
  choices,
  option,
  onChange,
  policyKey,
}: Props<T>): JSX.Element {
  const id = useId();
  const isManaged = useManaged(...(policyKey === undefined ? [] : [policyKey])) !== null;
  const all = choices.includes(value) ? choices : [...choices, value].sort((a, b) => Number(a) - Number(b));
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{label}</label>
        <p className="field-note" id={`${id}-note`}>
          {hint}
          {policyKey !== undefined && <ManagedNote policyKey={policyKey} />}
        </p>
      </div>
      <select
        id={id}
        aria-describedby={`${id}-note`}
        value={value}
        disabled={isManaged}
        onChange={(event) => {
          const chosen = all.find((each) => String(each) === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {all.map((each) => (
          <option key={each} value={each}>
            {option(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
