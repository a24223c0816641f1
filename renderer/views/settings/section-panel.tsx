import type { JSX } from 'react';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { AppSnapshot } from '../../../shared/model/app-snapshot.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import type { SettingsSection } from '../../../shared/model/settings-section.ts';
import { ManagedSection } from '../../components/managed-section.tsx';
import { AboutSection } from './about-section.tsx';
import { BehaviourSection } from './behaviour-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LicencesSection } from './licences-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SecretsSection } from './secrets-section.tsx';
import { UpdatesSection } from './updates-section.tsx';

interface Props {
  readonly section: SettingsSection;
  readonly snapshot: AppSnapshot | null;
  readonly settings: Settings | null;
  readonly saved: boolean;
  readonly onChange: (change: CallInput<'settings.update'>) => void;
}

/** What the chosen tab shows. */
export function SectionPanel({ section, snapshot, ...rest }: Props): JSX.Element | null {
  if (section === 'connection') return snapshot && <ConnectionSection snapshot={snapshot} />;
  if (section === 'managed') return <ManagedSection />;
  if (section === 'about')
    return (
      <>
        <AboutSection />
        <LicencesSection />
      </>
    );
  const { settings, saved, onChange } = rest;
  return (
    settings && (
      <Changed
        key={snapshot?.connectionId}
        section={section}
        settings={settings}
        saved={saved}
        onChange={onChange}
      />
    )
  );
}

interface ChangedProps extends Omit<Props, 'section' | 'snapshot' | 'settings'> {
  readonly section: Exclude<SettingsSection, 'connection' | 'managed' | 'about'>;
  readonly settings: Settings;
}

function Changed({ section, saved, ...given }: ChangedProps): JSX.Element {
  switch (section) {
    case 'behaviour':
      return (
        <>
          <BehaviourSection {...given} />
          <RulesSection />
        </>
      );
    case 'network':
      return <NetworkSection {...given} />;
    case 'notifications':
      return <NotificationsSection {...given} />;
    case 'history':
      return <HistorySection {...given} />;
    case 'secrets':
      return <SecretsSection {...given} />;
    case 'updates':
      return <UpdatesSection {...given} saved={saved} />;
  }
}
