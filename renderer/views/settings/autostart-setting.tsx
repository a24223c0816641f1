import type { JSX } from 'react';
import { useEffect, useId, useState } from 'react';
import type { AutostartState } from '../../../shared/model/autostart.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { ManagedNote } from '../../components/managed-note.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useManaged } from '../../hooks/use-managed.ts';
import { settingsText } from '../../settings-text.ts';

const words = settingsText.autostartState;

function note(state: AutostartState | null): string {
  if (state?.is === 'switchedOff') return words.switchedOff[state.where];
  if (state?.is === 'broken') return words.broken(state.program);
  return state?.is === 'onForEverybody' ? words.onForEverybody : settingsText.autostartHint;
}

/** Asked again with every answer about the settings: what the operating system says may be another thing than was wished. */
function useAutostart(settings: Settings): AutostartState | null {
  const api = useApi();
  const [state, setState] = useState<AutostartState | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is a reason to ask
  useEffect(() => {
    let current = true;
    void api.call('autostart.get', null).then((answer) => {
      if (current) setState(answer.ok ? answer.value : null);
    });
    return () => {
      current = false;
    };
  }, [api, settings]);
  return state;
}

interface Props {
  readonly settings: Settings;
  readonly onChange: (autostart: boolean) => void;
}

/** Whether the application starts with the session, and why not when the operating system has another opinion. */
export function AutostartSetting({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  const state = useAutostart(settings);
  const isManaged = useManaged('autostart') !== null;
  return (
    <div className="setting">
      <div>
        <label htmlFor={id}>{settingsText.autostart}</label>
        <p className="field-note" id={`${id}-note`}>
          {note(state)}
          <ManagedNote policyKey="autostart" />
        </p>
      </div>
      <input
        type="checkbox"
        role="switch"
        aria-checked={settings.autostart}
        className="switch"
        id={id}
        aria-describedby={`${id}-note`}
        checked={settings.autostart}
        disabled={isManaged || state?.is === 'onForEverybody'}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
