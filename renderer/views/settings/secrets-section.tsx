import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { ManagedNote } from '../../components/managed-note.tsx';
import { useManaged } from '../../hooks/use-managed.ts';
import { secretText } from '../../secret-text.ts';

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** Whether what is about to be sent is looked through for keys and passwords. */
export function SecretsSection({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  const isManaged = useManaged('secretGate') !== null;
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{secretText.section}</h2>
      <div className="group-box">
        <div className="setting">
          <div>
            <label htmlFor={`${id}-gate`}>{secretText.gate}</label>
            <p className="field-note" id={`${id}-note`}>
              {secretText.gateHint}
              <ManagedNote policyKey="secretGate" />
            </p>
          </div>
          <input
            type="checkbox"
            role="switch"
            aria-checked={settings.secretGate}
            className="switch"
            id={`${id}-gate`}
            aria-describedby={`${id}-note`}
            checked={settings.secretGate}
            disabled={isManaged}
            onChange={(event) => onChange({ secretGate: event.target.checked })}
          />
        </div>
      </div>
    </section>
  );
}
