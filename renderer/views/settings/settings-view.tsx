import { Check } from 'lucide-react';
import type { JSX } from 'react';
import { useCallback } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ManagedPolicy } from '../../components/managed-policy.tsx';
import { ManagedSection } from '../../components/managed-section.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { settingsText } from '../../settings-text.ts';
import { supportText } from '../../support-text.ts';
import { text } from '../../text.ts';
import { BehaviourSection } from './behaviour-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { HistorySection } from './history-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SecretsSection } from './secrets-section.tsx';
import { UpdatesSection } from './updates-section.tsx';
import { useSettings } from './use-settings.ts';

/** The settings window. Every change is saved at once and said to be. */
export function SettingsView(): JSX.Element {
  const api = useApi();
  const snapshot = useSnapshot();
  const { settings, saved, error, update } = useSettings();
  useEscape(useCallback(() => void api.call('app.closeWindow', null), [api]));
  return (
    <ManagedPolicy>
      <main className="page">
        <header className="page-header page-header-line">
          <h1>{settingsText.title}</h1>
          <output className="saved">
            {saved && (
              <>
                <Check aria-hidden="true" /> {settingsText.saved}
              </>
            )}
          </output>
        </header>
        <FailureNotice error={error} />
        {settings !== null && <BehaviourSection settings={settings} onChange={update} />}
        {settings !== null && <HistorySection settings={settings} onChange={update} />}
        <RulesSection />
        {settings !== null && <SecretsSection settings={settings} onChange={update} />}
        {snapshot !== null && <ConnectionSection snapshot={snapshot} />}
        {settings !== null && <NetworkSection settings={settings} onChange={update} />}
        {settings !== null && <NotificationsSection settings={settings} onChange={update} />}
        {settings !== null && <UpdatesSection settings={settings} saved={saved} onChange={update} />}
        <ManagedSection />
        <section className="group" aria-labelledby="about">
          <h2 id="about">{settingsText.about}</h2>
          <div className="group-box">
            <div>
              <p>
                <strong>{text.product}</strong>
              </p>
              <p className="field-note">{settingsText.aboutBody}</p>
            </div>
            <div className="setting">
              <p className="field-note">{supportText.openHint}</p>
              <Button onClick={() => void api.call('app.openWindow', 'support')}>{supportText.open}</Button>
            </div>
          </div>
        </section>
      </main>
    </ManagedPolicy>
  );
}
