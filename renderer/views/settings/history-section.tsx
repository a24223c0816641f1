import type { JSX } from 'react';
import { useId } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { HistorySize } from '../../../shared/model/history.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { settingsText } from '../../settings-text.ts';
import { SelectSetting } from './select-setting.tsx';

const DAYS: readonly number[] = [7, 30, 90, 180, 365, 1095, 3650];
const VERSIONS: readonly number[] = [1, 5, 10, 20, 50, 100, 1000];
const words = settingsText.history;

function Size({ size }: { readonly size: HistorySize }): JSX.Element {
  return (
    <div>
      <p>{words.sizeWords(size)}</p>
      <p className="field-note">{words.oldest(size.oldest)}</p>
    </div>
  );
}

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** How long earlier versions are kept, and what they take up. */
export function HistorySection({ settings, onChange }: Props): JSX.Element {
  const api = useApi();
  const id = useId();
  const { historyDays, historyVersions } = settings;
  const { value: size, error } = useLoaded('history.size', null, `${historyDays}/${historyVersions}`);
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <WhichConnection />
      <div className="group-box">
        <SelectSetting
          label={words.days}
          hint={words.daysHint}
          value={historyDays}
          choices={DAYS}
          option={words.daysOption}
          onChange={(days) => onChange({ historyDays: days })}
          policyKey="historyDays"
        />
        <SelectSetting
          label={words.versions}
          hint={words.versionsHint}
          value={historyVersions}
          choices={VERSIONS}
          option={words.versionsOption}
          onChange={(versions) => onChange({ historyVersions: versions })}
          policyKey="historyVersions"
        />
        <div className="setting">
          <FailureNotice error={error} />
          {size !== null && <Size size={size} />}
          <Button onClick={() => void api.call('app.openWindow', 'history')}>{words.open}</Button>
        </div>
      </div>
    </section>
  );
}
