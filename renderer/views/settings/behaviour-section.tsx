import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { settingsText } from '../../settings-text.ts';

const CHOICES: readonly number[] = [15, 30, 60, 120, 300, 600, 900, 1800, 3600];

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** An interval that was set elsewhere (command line, policy) is a choice too. */
function choicesWith(current: number): readonly number[] {
  return [...new Set([...CHOICES, current])].sort((a, b) => a - b);
}

/** How often GIIP is asked, and whether the application starts with the session. */
export function BehaviourSection({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{settingsText.behaviour}</h2>
      <div className="group-box">
        <div className="setting">
          <div>
            <label htmlFor={`${id}-interval`}>{settingsText.interval}</label>
            <p className="field-note" id={`${id}-interval-note`}>
              {settingsText.intervalHint}
            </p>
          </div>
          <select
            id={`${id}-interval`}
            aria-describedby={`${id}-interval-note`}
            value={settings.intervalSeconds}
            onChange={(event) => onChange({ intervalSeconds: Number(event.target.value) })}
          >
            {choicesWith(settings.intervalSeconds).map((seconds) => (
              <option key={seconds} value={seconds}>
                {settingsText.intervalOption(seconds)}
              </option>
            ))}
          </select>
        </div>
        <div className="setting">
          <div>
            <label htmlFor={`${id}-autostart`}>{settingsText.autostart}</label>
            <p className="field-note" id={`${id}-autostart-note`}>
              {settingsText.autostartHint}
            </p>
          </div>
          <input
            type="checkbox"
            role="switch"
            aria-checked={settings.autostart}
            className="switch"
            id={`${id}-autostart`}
            aria-describedby={`${id}-autostart-note`}
            checked={settings.autostart}
            onChange={(event) => onChange({ autostart: event.target.checked })}
          />
        </div>
      </div>
    </section>
  );
}
