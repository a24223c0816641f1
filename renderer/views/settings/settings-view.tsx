import { Check } from 'lucide-react';
import type { JSX } from 'react';
import { useCallback, useContext } from 'react';
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../shared/model/settings-section.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ManagedPolicy } from '../../components/managed-policy.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { PolicyContext } from '../../hooks/use-managed.ts';
import { useSnapshot } from '../../hooks/use-snapshot.ts';
import { settingsText } from '../../settings-text.ts';
import { SectionPanel } from './section-panel.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { useSection } from './use-section.ts';
import { useSettings } from './use-settings.ts';

interface Props {
  /** `#settings`, or `#settings?network` for one of its parts. */
  readonly hash: string;
}

/** Those that have something to show. */
function useSections(): readonly SettingsSection[] {
  const { keys, problems } = useContext(PolicyContext);
  const isManaged = keys.length + problems.length > 0;
  return SETTINGS_SECTIONS.filter((section) => section !== 'managed' || isManaged);
}

/** The settings window. Every change is saved at once and said to be. */
export function SettingsView({ hash }: Props): JSX.Element {
  const api = useApi();
  useEscape(useCallback(() => void api.call('app.closeWindow', null), [api]));
  return (
    <ManagedPolicy>
      <Parts hash={hash} />
    </ManagedPolicy>
  );
}

function Parts({ hash }: Props): JSX.Element {
  const snapshot = useSnapshot();
  const { settings, saved, error, update } = useSettings();
  const sections = useSections();
  const { section: wanted, choose } = useSection(hash);
  const section = sections.includes(wanted) ? wanted : 'connection';
  return (
    <main className="settings">
      <div className="settings-side">
        <Header saved={saved} />
        <SectionTabs sections={sections} section={section} choose={choose} />
      </div>
      <div
        key={section}
        role="tabpanel"
        id={`panel-${section}`}
        aria-labelledby={`tab-${section}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part without a control is read and scrolled by keys only so
        tabIndex={0}
        className="settings-panel"
      >
        <FailureNotice error={error} />
        <SectionPanel
          section={section}
          snapshot={snapshot}
          settings={settings}
          saved={saved}
          onChange={update}
        />
      </div>
    </main>
  );
}

function Header({ saved }: { readonly saved: boolean }): JSX.Element {
  return (
    <header className="settings-header">
      <h1>{settingsText.title}</h1>
      <output className="saved">
        {saved && (
          <>
            <Check aria-hidden="true" /> {settingsText.saved}
          </>
        )}
      </output>
    </header>
  );
}
