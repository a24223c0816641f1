import type { JSX } from 'react';
import { lazy, Suspense, useEffect } from 'react';
import type { Api } from '../shared/ipc/contract.ts';
import { CrashNotice } from './components/crash-notice.tsx';
import { shownConnection } from './components/which-connection.tsx';
import { ApiContext } from './hooks/use-api.ts';
import { SnapshotContext, useSnapshot } from './hooks/use-snapshot.ts';
import { language } from './language.ts';
import type { SnapshotStore } from './snapshot-store.ts';
import { text } from './text.ts';
import { PopupView } from './views/popup/popup-view.tsx';

// The popup, which is open most and must be there at once, is loaded without any of the others.
const ConflictsView = lazy(async () => {
  const view = await import('./views/conflicts/conflicts-view.tsx');
  return { default: view.ConflictsView };
});
const CompareView = lazy(async () => {
  const view = await import('./views/compare/compare-view.tsx');
  return { default: view.CompareView };
});
const DoctorView = lazy(async () => {
  const view = await import('./views/doctor/doctor-view.tsx');
  return { default: view.DoctorView };
});
const HistoryView = lazy(async () => {
  const view = await import('./views/history/history-view.tsx');
  return { default: view.HistoryView };
});
const PreviewView = lazy(async () => {
  const view = await import('./views/preview/preview-view.tsx');
  return { default: view.PreviewView };
});
const SettingsView = lazy(async () => {
  const view = await import('./views/settings/settings-view.tsx');
  return { default: view.SettingsView };
});
const SetupView = lazy(async () => {
  const view = await import('./views/setup/setup-view.tsx');
  return { default: view.SetupView };
});
const SupportView = lazy(async () => {
  const view = await import('./views/support/support-view.tsx');
  return { default: view.SupportView };
});

interface Props {
  readonly api: Api;
  readonly store: SnapshotStore;
  /** The location's hash: `#setup`, `#settings?network`, `#history?path=…`; anything else is the popup. */
  readonly view: string;
}

/** What a person has typed is never lost for the language: these follow it when they are opened anew. */
const TYPED_INTO = /^#(?:conflicts|setup)\b/u;

/** A window follows the language that was chosen. */
function useLanguageFollowed(view: string): void {
  const chosen = useSnapshot()?.language ?? language;
  useEffect(() => {
    if (chosen !== language && !TYPED_INTO.test(view)) location.reload();
  }, [chosen, view]);
}

/** In the list of windows, too, it is told apart by its connection. */
function useConnectionInTitle(view: string): void {
  const shown = shownConnection(useSnapshot());
  // That one shows two.
  const name = view === '#compare' ? null : shown;
  useEffect(() => {
    document.title = name === null ? text.product : `${name} – ${text.product}`;
  }, [name]);
}

function View({ name }: { readonly name: string }): JSX.Element {
  useLanguageFollowed(name);
  useConnectionInTitle(name);
  if (name === '#setup') return <SetupView />;
  if (/^#settings\b/u.test(name)) return <SettingsView hash={name} />;
  if (name === '#doctor') return <DoctorView />;
  if (name === '#preview') return <PreviewView />;
  if (name === '#compare') return <CompareView />;
  if (name === '#support') return <SupportView />;
  if (/^#conflicts\b/u.test(name)) return <ConflictsView hash={name} />;
  if (/^#history\b/u.test(name)) return <HistoryView hash={name} />;
  return <PopupView />;
}

/** One page for all windows: the hash says which one this is. */
export function App({ api, store, view }: Props): JSX.Element {
  return (
    <CrashNotice>
      <ApiContext value={api}>
        <SnapshotContext value={store}>
          <Suspense fallback={<main aria-busy="true" />}>
            <View name={view} />
          </Suspense>
        </SnapshotContext>
      </ApiContext>
    </CrashNotice>
  );
}
