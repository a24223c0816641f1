import type { JSX } from 'react';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly option: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** A setting with a few values. One that was set elsewhere (command line, policy) is a choice too. */
export function SelectSetting({ label, hint, value, choices, option, onChange }: Props): JSX.Element {
  const id = useId();
  const all = [...new Set([...choices, value])].sort((a, b) => a - b);
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{label}</label>
        <p className="field-note" id={`${id}-note`}>
          {hint}
        </p>
      </div>
      <select
        id={id}
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
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
