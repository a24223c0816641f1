import { useEffect, useState } from 'react';
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../shared/model/settings-section.ts';

/** The part that an address names (`#settings?network`); one without a name means the first. */
function sectionOf(hash: string): SettingsSection {
  const name = hash.replace(/^[^?]*\??/u, '');
  return SETTINGS_SECTIONS.find((section) => section === name) ?? 'connection';
}

interface Section {
  readonly section: SettingsSection;
  readonly choose: (section: SettingsSection) => void;
}

/** The part that is shown. The address remembers it, and may be changed from outside while the window is open. */
export function useSection(hash: string): Section {
  const [section, setSection] = useState(() => sectionOf(hash));
  useEffect(() => {
    const follow = (): void => setSection(sectionOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part begins at its beginning
  useEffect(() => window.scrollTo(0, 0), [section]);
  const choose = (next: SettingsSection): void => {
    setSection(next);
    // No step of its own: there is nothing to go back to.
    history.replaceState(null, '', `#settings?${next}`);
  };
  return { section, choose };
}
