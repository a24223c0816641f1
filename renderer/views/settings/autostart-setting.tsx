import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { AutostartState } from '../../../shared/model/autostart.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { useApi } from '../../hooks/use-api.ts';
import { settingsText } from '../../settings-text.ts';
import { SwitchSetting } from './switch-setting.tsx';

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
  const state = useAutostart(settings);
  return (
    <SwitchSetting
      label={settingsText.autostart}
      hint={note(state)}
      on={settings.autostart}
      disabled={state?.is === 'onForEverybody'}
      onChange={onChange}
      policyKey="autostart"
    />
  );
}
