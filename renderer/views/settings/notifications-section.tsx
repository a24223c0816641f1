import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { NOTICE_KINDS, NOTICE_SETTINGS } from '../../../shared/model/notice.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { notificationsText as words } from '../../notifications-text.ts';
import { SwitchSetting } from './switch-setting.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** What a person is told about without asking: one switch over all, and one for each kind. */
export function NotificationsSection({ settings, onChange }: Props): JSX.Element {
  const id = useId();
  const { notifications } = settings;
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="group-box">
        <SwitchSetting
          label={words.on}
          hint={words.onHint}
          on={notifications}
          policyKey="notifications"
          onChange={(on) => onChange({ notifications: on })}
        />
        {NOTICE_KINDS.map((kind) => (
          <SwitchSetting
            key={kind}
            label={words.kind(kind)}
            on={settings[NOTICE_SETTINGS[kind]]}
            disabled={!notifications}
            onChange={(on) => onChange({ [NOTICE_SETTINGS[kind]]: on })}
          />
        ))}
      </div>
    </section>
  );
}
