import {
  Bell,
  Building2,
  Download,
  History,
  Info,
  KeyRound,
  Link2,
  type LucideIcon,
  Network,
  SlidersHorizontal,
} from 'lucide-react';
import type { JSX, KeyboardEvent } from 'react';
import type { SettingsSection } from '../../../shared/model/settings-section.ts';
import { managedText } from '../../managed-text.ts';
import { networkText } from '../../network-text.ts';
import { notificationsText } from '../../notifications-text.ts';
import { secretText } from '../../secret-text.ts';
import { settingsText } from '../../settings-text.ts';
import { updatesText } from '../../updates-text.ts';

const TABS: { readonly [S in SettingsSection]: readonly [label: string, icon: LucideIcon] } = {
  connection: [settingsText.connection, Link2],
  behaviour: [settingsText.behaviour, SlidersHorizontal],
  network: [networkText.title, Network],
  notifications: [notificationsText.title, Bell],
  history: [settingsText.history.title, History],
  secrets: [secretText.section, KeyRound],
  updates: [updatesText.title, Download],
  managed: [managedText.title, Building2],
  about: [settingsText.about.tab, Info],
};
/** Which way a key leads. On a narrow window the tabs stand side by side. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The tab that a key leads to, round about, or undefined when it means nothing here. */
function tabAt(key: string, now: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : (now + step + count) % count;
}

interface Props {
  readonly sections: readonly SettingsSection[];
  readonly section: SettingsSection;
  readonly choose: (section: SettingsSection) => void;
}

/** The parts of the settings. One stop for the tab key; arrows go through them and show each at once. */
export function SectionTabs({ sections, section, choose }: Props): JSX.Element {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = tabAt(event.key, sections.indexOf(section), sections.length);
    const next = to === undefined ? undefined : sections[to];
    if (to === undefined || next === undefined) return;
    event.preventDefault();
    choose(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div
      role="tablist"
      aria-orientation="vertical"
      aria-label={settingsText.title}
      className="section-tabs"
      onKeyDown={onKeyDown}
    >
      {sections.map((each) => (
        <Tab key={each} section={each} isShown={each === section} choose={choose} />
      ))}
    </div>
  );
}

interface TabProps {
  readonly section: SettingsSection;
  readonly isShown: boolean;
  readonly choose: (section: SettingsSection) => void;
}

function Tab({ section, isShown, choose }: TabProps): JSX.Element {
  const [label, Icon] = TABS[section];
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${section}`}
      className="section-tab"
      aria-selected={isShown}
      aria-controls={isShown ? `panel-${section}` : undefined}
      tabIndex={isShown ? 0 : -1}
      onClick={() => choose(section)}
    >
      <Icon aria-hidden="true" /> {label}
    </button>
  );
}
