import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { secretText } from '../../secret-text.ts';
import { SwitchSetting } from './switch-setting.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** Whether what is about to be sent is looked through for keys and passwords. */
export function SecretsSection({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{secretText.section}</h2>
      <div className="group-box">
        <SwitchSetting
          label={secretText.gate}
          hint={secretText.gateHint}
          on={settings.secretGate}
          onChange={(secretGate) => onChange({ secretGate })}
          policyKey="secretGate"
        />
      </div>
    </section>
  );
}
