import type { AppSnapshot, SyncState } from '../../shared/model/app-snapshot.ts';
import { ageWords } from './age-words.ts';
import { trayMenuWords, trayWords } from './tray-words.ts';
import type { TrayMenuWords } from './words/en/tray-menu-words.ts';

/** One picture per name, told apart by shape as well as colour. */
export const TRAY_ICON_NAMES = [
  'in-step',
  'syncing',
  'pending',
  'conflict',
  'error',
  'offline',
  'paused',
  'setup',
] as const;

export type TrayIconName = (typeof TRAY_ICON_NAMES)[number];

export type TrayAction =
  | 'open'
  | 'syncNow'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'pauseResumed'
  | 'resume'
  | 'openFolder'
  | 'conflicts'
  | 'preview'
  | 'history'
  | 'undo'
  | 'doctor'
  | 'settings'
  | 'setup'
  | 'quit';

export type TrayMenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly enabled: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

/** Everything the tray shows, as data. */
export interface TrayModel {
  readonly icon: TrayIconName;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

const PRODUCT = 'Openclaw Sync';

/** Windows cuts a longer one off (NOTIFYICONDATA.szTip holds 128 characters with the final zero). */
const LONGEST_TOOLTIP = 127;

const ICONS: Readonly<Record<SyncState, TrayIconName>> = {
  setup: 'setup',
  inStep: 'in-step',
  pending: 'pending',
  syncing: 'syncing',
  paused: 'paused',
  offline: 'offline',
  conflict: 'conflict',
  // Held and conflict ask for the same thing: that a person looks.
  held: 'conflict',
  error: 'error',
};

/** What the tray shows for this snapshot at this time (epoch milliseconds). */
export function trayModel(snapshot: AppSnapshot, now: number): TrayModel {
  return {
    icon: ICONS[snapshot.state],
    tooltip: tooltip(snapshot, now),
    menu: snapshot.state === 'setup' ? setupMenu(snapshot) : menu(snapshot),
  };
}

function tooltip(snapshot: AppSnapshot, now: number): string {
  const words = trayMenuWords(snapshot.language);
  const name = snapshot.rehearsal ? words.rehearsal(PRODUCT) : PRODUCT;
  const lines = [`${name}: ${trayWords(snapshot)}`];
  if (snapshot.lastSuccess !== null) lines.push(words.lastSynced(ageWords(words, snapshot.lastSuccess, now)));
  const text = lines.join('\n');
  return text.length <= LONGEST_TOOLTIP ? text : `${text.slice(0, LONGEST_TOOLTIP - 1)}…`;
}

function setupMenu(snapshot: AppSnapshot): readonly TrayMenuItem[] {
  const words = trayMenuWords(snapshot.language);
  return [
    { kind: 'text', label: trayWords(snapshot) },
    SEPARATOR,
    action(words.setUp, 'setup'),
    ...quit(snapshot, words.quit),
  ];
}

/** Not there where IT keeps the application running. */
function quit({ quitAllowed }: AppSnapshot, label: string): readonly TrayMenuItem[] {
  return quitAllowed ? [SEPARATOR, action(label, 'quit')] : [];
}

function menu(snapshot: AppSnapshot): readonly TrayMenuItem[] {
  const words = trayMenuWords(snapshot.language);
  return [
    { kind: 'text', label: trayWords(snapshot) },
    SEPARATOR,
    action(words.open(PRODUCT), 'open'),
    action(words.syncNow, 'syncNow', snapshot.state !== 'syncing'),
    snapshot.paused ? action(words.resume, 'resume') : pauseMenu(words),
    ...(snapshot.conflicts.length > 0 ? [action(words.conflicts, 'conflicts')] : []),
    SEPARATOR,
    action(words.preview, 'preview'),
    action(words.history, 'history'),
    action(words.undo, 'undo', snapshot.undoable !== null),
    SEPARATOR,
    action(words.openFolder, 'openFolder', snapshot.connection !== null),
    action(words.doctor, 'doctor'),
    action(words.settings, 'settings'),
    ...quit(snapshot, words.quit),
  ];
}

function action(label: string, name: TrayAction, enabled = true): TrayMenuItem {
  return { kind: 'action', label, action: name, enabled };
}

const SEPARATOR: TrayMenuItem = { kind: 'separator' };

function pauseMenu(words: TrayMenuWords): TrayMenuItem {
  return {
    kind: 'submenu',
    label: words.pause,
    items: [
      action(words.pauseHour, 'pauseHour'),
      action(words.pauseTomorrow, 'pauseTomorrow'),
      action(words.pauseResumed, 'pauseResumed'),
    ],
  };
}
