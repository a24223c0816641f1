import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/language.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { settingsText } from '../../settings-text.ts';
import { AutostartSetting } from './autostart-setting.tsx';
import { SelectSetting } from './select-setting.tsx';

const CHOICES: readonly number[] = [15, 30, 60, 120, 300, 600, 900, 1800, 3600];

function nameOf(language: Settings['language']): string {
  return language === 'system' ? settingsText.languageOfSystem : LANGUAGE_NAMES[language];
}

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** How often GIIP is asked, and whether the application starts with the session. */
export function BehaviourSection({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{settingsText.behaviour}</h2>
      <div className="group-box">
        <SelectSetting
          label={settingsText.language}
          hint={settingsText.languageHint}
          value={settings.language}
          choices={['system', ...LANGUAGES]}
          option={nameOf}
          onChange={(language) => onChange({ language })}
        />
        <SelectSetting
          label={settingsText.interval}
          hint={settingsText.intervalHint}
          value={settings.intervalSeconds}
          choices={CHOICES}
          option={settingsText.intervalOption}
          onChange={(intervalSeconds) => onChange({ intervalSeconds })}
          policyKey="intervalSeconds"
        />
        <AutostartSetting settings={settings} onChange={(autostart) => onChange({ autostart })} />
      </div>
    </section>
  );
}
