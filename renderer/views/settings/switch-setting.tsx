import type { JSX } from 'react';
import { useId } from 'react';
import type { PolicyKey } from '../../../shared/policy/policy-schema.ts';
import { ManagedNote } from '../../components/managed-note.tsx';
import { useManaged } from '../../hooks/use-managed.ts';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  /** Makes no sense now. */
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
  /** The key of the machine's policy that can take this setting. */
  readonly policyKey?: PolicyKey;
}

/** A setting that is on or off. */
export function SwitchSetting({
  label,
  hint,
  on,
  disabled = false,
  onChange,
  policyKey,
}: Props): JSX.Element {
  const id = useId();
  const isManaged = useManaged(...(policyKey === undefined ? [] : [policyKey])) !== null;
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p className="field-note" id={`${id}-note`}>
            {hint}
            {policyKey !== undefined && <ManagedNote policyKey={policyKey} />}
          </p>
        )}
      </div>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        className="switch"
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        checked={on}
        disabled={disabled || isManaged}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
